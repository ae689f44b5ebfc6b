#include <string>
#include <vector>

#include "catch.hpp"
#include "pty/assessing.hpp"

using namespace rung;

namespace {

/// Bytes that the terminal itself takes: interrupt, flow control, quit, stop.
const std::string taken_by_terminal = "\x03\x11\x13\x1a\x1c";

/// Keys that answer, ask for a line, leave, or lead elsewhere; Escape begins something longer.
const std::string meaningful = "1234sneEobugpxqk/?f\x04\x0c\x1b";

std::vector<std::string> sequences_with_digits() {
  return {
      "\x1b[A",
      "\x1b[B",
      "\x1b[C",
      "\x1b[D",  // arrows
      "\x1bOA",
      "\x1bOB",
      "\x1bOC",
      "\x1bOD",  // arrows, keypad in application mode
      "\x1b[1;5C",
      "\x1b[1;2A",  // with Ctrl, with Shift
      "\x1b[H",
      "\x1bOH",
      "\x1b[1~",
      "\x1b[7~",  // Home
      "\x1b[2~",
      "\x1b[3~",
      "\x1b[4~",  // Insert, Delete, End
      "\x1bOP",
      "\x1b[15~",
      "\x1b[[E",
      "\x1b[24;2~",
      "\x1bO1;2P",
      "\x1bO3P",  // F1, F5, F5 of the console, Shift-F12
      "\x1bOq",
      "\x1bOr",
      "\x1bOs",
      "\x1bOt",  // keypad digits 1 to 4
      "\x1b[M123",
      "\x1b[M !\"",  // mouse, as three bytes
      "\x1b[<0;12;3M",
      "\x1b[<0;2;3m",
      "\x1b[32;4;2M",  // mouse, in digits
      "\x1b[I",
      "\x1b[O",  // focus
      "\x1b[?62;1;2;4c",
      "\x1b[3;1R",
      "\x1bP1$r2m\x1b\\",  // what terminals reply
      "\x1b]11;rgb:1111/2222/3333\x1b\\",
      "\x1b]4;1;rgb:2/3/4\a",  // colors they tell
      "\x1b[97;5u",
      "\x1b[27;2;49~",  // keys in the newer ways
      "\x1b"
      "1",
      "\x1b"
      "3",  // Alt with a digit
  };
}

/// Enter alone answers nothing, so everything typed before it has been read when its answer comes.
void wait_until_read(Session& session) {
  session.type("\r");
  session.wait_for("Press 1-4 to rate, s to skip");
  session.wait_for_prompt();
}

}  // namespace

TEST_CASE("no single byte but a key that means something answers anything", "[pty]") {
  const Scratch scratch;
  const std::string home = scratch / "home";
  Session session(home, assess(write_ladder(scratch, 3)));
  session.wait_for_prompt();
  for (int byte = 0; byte < 256; ++byte) {
    const char key = static_cast<char>(byte);
    if ((taken_by_terminal + meaningful).find(key) != std::string::npos) continue;
    CAPTURE(byte);
    // Typed twice, as part of a character it would have to begin one and go on with it.
    session.type(std::string(2, key));
    wait_until_read(session);
    CHECK(count_saved(home) == 0);
  }
  quit(session);
  CHECK(count_saved(home) == 0);
}

TEST_CASE("no key that sends a sequence answers anything, whatever is in it", "[pty]") {
  const Scratch scratch;
  const std::string home = scratch / "home";
  Session session(home, assess(write_ladder(scratch, 3)));
  session.wait_for_prompt();
  SECTION("sent at once") {
    for (const std::string& sequence : sequences_with_digits()) {
      CAPTURE(sequence.substr(1));
      session.type(sequence);
      wait_until_read(session);
      CHECK(count_saved(home) == 0);
    }
  }
  SECTION("sent one behind the other") {
    std::string all;
    for (const std::string& sequence : sequences_with_digits()) all += sequence;
    session.type(all);
    wait_until_read(session);
  }
  SECTION("sent byte by byte") {
    for (const std::string& sequence : sequences_with_digits())
      for (const char byte : sequence) session.type(std::string(1, byte));
    wait_until_read(session);
  }
  session.type("4");
  session.wait_for(numbered(2));
  session.wait_for_prompt();
  quit(session);
  CHECK(ratings(read_draft(home)) == "4--");
}

TEST_CASE("a sequence that begins and does not end swallows what follows rather than answer", "[pty]") {
  for (const std::string half : {"\x1b[", "\x1b[1;", "\x1bO", "\x1b[M", "\x1b[<0;"}) {
    CAPTURE(half.substr(1));
    const Scratch scratch;
    const std::string home = scratch / "home";
    Session session(home, assess(write_ladder(scratch, 3)));
    session.wait_for_prompt();
    session.type(half);
    session.pause(100);
    session.type("3;3Mzzzz");
    wait_until_read(session);
    quit(session);
    CHECK(count_saved(home) == 0);
  }
}

TEST_CASE("a lone Escape cancels a line and answers nothing, even when the rest of a sequence comes late", "[pty]") {
  const Scratch scratch;
  const std::string home = scratch / "home";
  Session session(home, assess(write_ladder(scratch, 3)));
  session.wait_for_prompt();
  session.type("e");
  session.wait_for_prompt();
  session.type("half\x1b");
  session.wait_for("canceled");
  session.wait_for_prompt();
  session.type("[3~");
  wait_until_read(session);
  CHECK(count_saved(home) == 0);
  session.type("\x1b");
  session.pause(150);
  session.type("2");
  session.wait_for(numbered(2));
  session.wait_for_prompt();
  quit(session);
  const Assessment draft = read_draft(home);
  CHECK(ratings(draft) == "2--");
  CHECK(draft.answers[0].note.empty());
}

TEST_CASE("half a character is dropped, and the key behind it counts", "[pty]") {
  const Scratch scratch;
  const std::string home = scratch / "home";
  Session session(home, assess(write_ladder(scratch, 3)));
  session.wait_for_prompt();
  session.type("\xe2\x80");
  session.pause(60);
  wait_until_read(session);
  CHECK(count_saved(home) == 0);
  session.type(
      "\xf0\x9f\x98"
      "3");
  session.wait_for(numbered(2));
  session.wait_for_prompt();
  quit(session);
  CHECK(ratings(read_draft(home)) == "3--");
}
