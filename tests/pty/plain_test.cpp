#include <string>
#include <vector>

#include "catch.hpp"
#include "pty/assessing.hpp"

using namespace rung;

namespace {

SessionOptions raw_output() {
  SessionOptions options;
  options.output_processing = OutputProcessing::off;
  return options;
}

std::vector<std::string> assess_plainly(const std::string& ladder) {
  std::vector<std::string> words = assess(ladder);
  words.emplace_back("--plain");
  return words;
}

/// What has been printed so far is text and line feeds alone.
void check_plain(const Session& session) {
  CHECK(session.output().find('\x1b') == std::string::npos);
  CHECK(session.output().find('\r') == std::string::npos);
}

bool has_colours(const std::string& output) {
  for (std::size_t at = output.find("\x1b["); at != std::string::npos; at = output.find("\x1b[", at + 1)) {
    const std::size_t end = output.find_first_not_of("0123456789;", at + 2);
    if (end != std::string::npos && output[end] == 'm') return true;
  }
  return false;
}

/// Types a line and waits for the prompt behind what it brings.
void enter(Session& session, const std::string& line, const std::string& shown) {
  session.type(line + "\n");
  session.wait_for(shown);
  session.wait_for_prompt();
}

}  // namespace

TEST_CASE("a whole assessment in plain mode stores what the same one with keys stores", "[pty]") {
  const Scratch scratch;
  const std::string ladder = write_ladder(scratch, 4);
  const std::string with_keys = scratch / "keys";
  {
    Session session(with_keys, assess(ladder));
    session.wait_for_prompt();
    session.type("123b4eSeen 2026-03-14.\rnq");
    CHECK(session.wait_for_exit() == 5);
  }
  {
    Session session(with_keys, assess(ladder));
    session.wait_for_prompt();
    session.type("nno such team\rf");
    session.wait_for("rung report --full");
    CHECK(session.wait_for_exit() == 0);
  }

  const std::string plainly = scratch / "plain";
  {
    Session session(plainly, assess_plainly(ladder), raw_output());
    session.wait_for("Question 1.");
    session.wait_for_prompt();
    enter(session, "1", "Question 2.");
    enter(session, "2", "Question 3.");
    enter(session, "3", "Question 4.");
    enter(session, "b", "Question 3.");
    enter(session, "4", "Question 4.");
    enter(session, "e Seen 2026-03-14.", "or a note?");
    enter(session, "n", "saved");
    check_plain(session);
    session.type("q\n");
    CHECK(session.wait_for_exit() == 5);
    CHECK(session.is_terminal_restored());
  }
  Session session(plainly, assess_plainly(ladder), raw_output());
  session.wait_for("Resuming: 3 of 4 answered");
  session.wait_for("Question 4.");
  session.wait_for_prompt();
  session.type("n\n");
  session.wait_for_prompt();
  enter(session, "no such team", "Review");
  check_plain(session);
  session.type("f\n");
  session.wait_for("rung report --full");
  CHECK(session.wait_for_exit() == 0);
  CHECK(without_times(read_finished(plainly)) == without_times(read_finished(with_keys)));
}

TEST_CASE("plain mode never writes an escape or a carriage return, whatever it has to show", "[pty]") {
  const Scratch scratch;
  SessionOptions options = raw_output();
  SECTION("asked for by --plain") {}
  SECTION("though colours are forced") { options.environment = {{"CLICOLOR_FORCE", "1"}}; }
  Session session(scratch / "home", assess_plainly(write_ladder(scratch, 3)), options);
  session.wait_for("Question 1.");
  session.wait_for_prompt();
  enter(session, "?", "Question 1.");
  enter(session, "p", "Question 1.");
  enter(session, "9", "9 is not on the scale");
  enter(session, "z", "is not a key here");
  enter(session, "g 3", "Question 3.");
  enter(session, "/thing 2", "Question 2.");
  enter(session, "", "Press 1-4 to rate");
  check_plain(session);
  session.type("\x04");
  CHECK(session.wait_for_exit() == 5);
}

TEST_CASE("in plain mode what follows the questions has no escape either", "[pty]") {
  const Scratch scratch;
  Session session(scratch / "home", assess_plainly(write_ladder(scratch, 3)), raw_output());
  session.wait_for("Question 1.");
  session.wait_for_prompt();
  session.type("1\n2\n3\nf\n");
  session.wait_for("rung report --full");
  CHECK(session.wait_for_exit() == 0);
  check_plain(session);
}

TEST_CASE("a dumb terminal and a screen reader get plain mode by themselves", "[pty]") {
  const std::string name = GENERATE(as<std::string>(), "TERM", "ACCESSIBLE");
  const Scratch scratch;
  SessionOptions options = raw_output();
  options.environment = {{name, name == "TERM" ? "dumb" : "1"}};
  Session session(scratch / "home", assess(write_ladder(scratch, 3)), options);
  session.wait_for("Question 1.");
  session.wait_for_prompt();
  enter(session, "3", "saved");
  check_plain(session);
  session.type("q\n");
  CHECK(session.wait_for_exit() == 5);
  CHECK(ratings(read_draft(scratch / "home")) == "3--");
}

TEST_CASE("every way to end plain mode leaves the terminal and the answers in order", "[pty]") {
  struct Ending {
    const char* keys;
    int code;
  };
  for (const Ending& ending : std::vector<Ending>{{"\x03", 130}, {"\x1c", 131}, {"\x04", 5}}) {
    CAPTURE(ending.code);
    const Scratch scratch;
    Session session(scratch / "home", assess_plainly(write_ladder(scratch, 3)));
    session.wait_for_prompt();
    enter(session, "3", "Question 2.");
    session.type(ending.keys);
    CHECK(session.wait_for_exit() == ending.code);
    CHECK(session.is_terminal_restored());
    CHECK(ratings(read_draft(scratch / "home")) == "3--");
  }
}

TEST_CASE("NO_COLOR takes the colors away, and CLICOLOR_FORCE does not bring them back", "[pty]") {
  const Scratch scratch;
  SessionOptions options;
  bool coloured = true;
  SECTION("usual") {}
  SECTION("NO_COLOR") {
    options.environment = {{"NO_COLOR", "1"}};
    coloured = false;
  }
  SECTION("CLICOLOR_FORCE") { options.environment = {{"CLICOLOR_FORCE", "1"}}; }
  SECTION("both") {
    options.environment = {{"NO_COLOR", "1"}, {"CLICOLOR_FORCE", "1"}};
    coloured = false;
  }
  const std::string home = scratch / "home";
  Session session(home, assess(write_ladder(scratch, 3)), options);
  session.wait_for_prompt();
  session.type("32?");
  session.wait_for("It is 1.");
  session.wait_for_prompt();
  session.type("1f");
  session.wait_for("rung report --full");
  CHECK(session.wait_for_exit() == 0);
  CHECK(has_colours(session.output()) == coloured);
  CHECK(ratings(read_finished(home)) == "321");
}
