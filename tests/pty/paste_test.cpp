#include <string>

#include "catch.hpp"
#include "pty/assessing.hpp"

using namespace rung;

namespace {

std::string pasted(const std::string& text) { return "\x1b[200~" + text + "\x1b[201~"; }

}  // namespace

TEST_CASE("a paste at a question rates nothing and says so", "[pty]") {
  const Scratch scratch;
  const std::string home = scratch / "home";
  Session session(home, assess(write_ladder(scratch, 3)));
  session.wait_for_prompt();
  session.type(pasted("2\r3\r"));
  session.wait_for("Pasted text is ignored here.");
  session.wait_for_prompt();
  session.type(pasted("q\nf\n"));
  session.wait_for("Pasted text is ignored here.");
  session.wait_for_prompt();
  quit(session);
  CHECK(count_saved(home) == 0);
}

TEST_CASE("a paste in the review neither finishes nor goes anywhere", "[pty]") {
  const Scratch scratch;
  const std::string home = scratch / "home";
  Session session(home, assess(write_ladder(scratch, 2)));
  session.wait_for_prompt();
  session.type("12");
  session.wait_for("Review");
  session.wait_for_prompt();
  session.type(pasted("f\rb\r4"));
  session.wait_for_prompt();
  quit(session);
  CHECK(ratings(read_draft(home)) == "12");
}

TEST_CASE("a paste into a note goes in whole, with spaces for line breaks", "[pty]") {
  const Scratch scratch;
  const std::string home = scratch / "home";
  Session session(home, assess(write_ladder(scratch, 3)));
  session.wait_for_prompt();
  session.type("e");
  session.wait_for_prompt();
  session.type("Seen: " + pasted("first line\r2\rthird\tline\nq\nend") + ".\r");
  session.wait_for("or a note?");
  session.type("n");
  session.wait_for("saved");
  session.wait_for_prompt();
  quit(session);
  CHECK(read_draft(home).answers[0].note == "Seen: first line 2 third line q end.");
}

TEST_CASE("a note as long as a line may be is kept to its last character", "[pty]") {
  const Scratch scratch;
  const std::string home = scratch / "home";
  Session session(home, assess(write_ladder(scratch, 3)));
  session.wait_for_prompt();
  session.type("e");
  session.wait_for_prompt();
  std::string note;
  while (note.size() < 3'999) note += "word ";
  note.resize(3'999);
  note += ".";
  session.type(pasted(note) + "\r");
  session.wait_for("or a note?");
  session.type("n");
  session.wait_for("saved");
  session.wait_for_prompt();
  quit(session);
  CHECK(read_draft(home).answers[0].note == note);
}

TEST_CASE("64 KiB pasted into a note are refused with a message, never cut", "[pty]") {
  const Scratch scratch;
  const std::string home = scratch / "home";
  Session session(home, assess(write_ladder(scratch, 3)));
  session.wait_for_prompt();
  session.type("e");
  session.wait_for_prompt();
  session.type("Kept. ");
  session.type(pasted(std::string(64 * 1024, '2')));
  session.wait_for("That is far more");
  session.wait_for("Kept. ");
  session.type("\r");
  session.wait_for("or a note?");
  session.type("n");
  session.wait_for("saved");
  session.wait_for_prompt();
  quit(session);
  const Assessment draft = read_draft(home);
  CHECK(draft.answers[0].note == "Kept.");
  CHECK(ratings(draft) == "---");
}

TEST_CASE("after the program has ended nothing is bracketed in the terminal any more", "[pty]") {
  const Scratch scratch;
  Session session(scratch / "home", assess(write_ladder(scratch, 3)));
  session.wait_for_prompt();
  quit(session);
  CHECK(session.output().rfind("\x1b[?2004l") > session.output().rfind("\x1b[?2004h"));
}
