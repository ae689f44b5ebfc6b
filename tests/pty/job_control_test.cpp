#include <signal.h>

#include <string>

#include "catch.hpp"
#include "pty/assessing.hpp"

using namespace rung;

namespace {

/// A shell with job control that can be told apart from what it runs. Line editing of its own would change the
/// terminal.
SessionOptions shell() {
  SessionOptions options;
  options.command = {"sh", "+o", "emacs", "-i"};
  options.environment = {{"PS1", "shell> "}, {"PS2", ""}};
  return options;
}

void start(Session& session, const std::string& ladder) {
  session.wait_for("shell> ");
  session.type("\"$RUNG\" assess " + ladder + " --as Kim\n");
  session.wait_for(numbered(1));
  session.wait_for_prompt();
}

void leave_shell(Session& session) {
  session.type("q");
  session.wait_for("shell> ");
  session.type("exit\n");
  CHECK(session.wait_for_exit() == 5);
}

}  // namespace

TEST_CASE("Ctrl-Z gives the terminal back, fg asks again, and the next answer counts", "[pty]") {
  const Scratch scratch;
  const std::string home = scratch / "home";
  Session session(home, {}, shell());
  start(session, write_ladder(scratch, 3));
  session.type("3");
  session.wait_for(numbered(2));
  session.wait_for_prompt();
  for (int times = 0; times < 2; ++times) {
    session.type("\x1a");
    session.wait_for("\x1b[?2004l");
    session.wait_for("Stopped");
    session.wait_for("shell> ");
    CHECK(session.is_terminal_restored());
    session.pause(300);
    session.type("fg\n");
    session.wait_for("\x1b[?2004h");
    session.wait_for(numbered(2));
    session.wait_for_prompt();
  }
  session.type("2");
  session.wait_for("saved");
  session.wait_for(numbered(3));
  session.wait_for_prompt();
  leave_shell(session);
  CHECK(ratings(read_draft(home)) == "32-");
}

TEST_CASE("a note being typed survives Ctrl-Z and fg", "[pty]") {
  const Scratch scratch;
  const std::string home = scratch / "home";
  Session session(home, {}, shell());
  start(session, write_ladder(scratch, 3));
  session.type("e");
  session.wait_for_prompt();
  session.type("half a");
  session.wait_for("half a");
  session.type("\x1a");
  session.wait_for("Stopped");
  session.wait_for("shell> ");
  CHECK(session.is_terminal_restored());
  session.pause(300);
  session.type("fg\n");
  session.wait_for("half a");
  session.type(" note\r");
  session.wait_for("or a note?");
  session.type("n");
  session.wait_for("saved");
  session.wait_for_prompt();
  leave_shell(session);
  CHECK(read_draft(home).answers[0].note == "half a note");
}

TEST_CASE("plain mode stops and goes on too", "[pty]") {
  const Scratch scratch;
  const std::string home = scratch / "home";
  SessionOptions options = shell();
  options.environment.emplace_back("ACCESSIBLE", "1");
  Session session(home, {}, options);
  session.wait_for("shell> ");
  session.type("\"$RUNG\" assess " + write_ladder(scratch, 3) + " --as Kim\n");
  session.wait_for("Question 1.");
  session.wait_for_prompt();
  session.type("\x1a");
  session.wait_for("Stopped");
  session.wait_for("shell> ");
  session.pause(300);
  session.type("fg\n");
  session.wait_for("Question 1.");
  session.wait_for_prompt();
  session.type("4\nq\n");
  session.wait_for("shell> ");
  session.type("exit\n");
  CHECK(session.wait_for_exit() == 5);
  CHECK(ratings(read_draft(home)) == "4--");
}

TEST_CASE("a stop from outside and a continuation print the question again", "[pty]") {
  const Scratch scratch;
  const std::string home = scratch / "home";
  Session session(home, assess(write_ladder(scratch, 3)));
  session.wait_for(numbered(1));
  session.wait_for_prompt();
  session.send_signal(SIGSTOP);
  session.send_signal(SIGCONT);
  session.wait_for(numbered(1));
  session.wait_for_prompt();
  session.type("1");
  session.wait_for("saved");
  session.wait_for(numbered(2));
  session.wait_for_prompt();
  quit(session);
  CHECK(ratings(read_draft(home)) == "1--");
}
