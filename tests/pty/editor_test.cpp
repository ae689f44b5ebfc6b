#include <csignal>
#include <filesystem>
#include <string>
#include <vector>

#include "catch.hpp"
#include "pty/assessing.hpp"
#include "pty/screen.hpp"
#include "pty/session.hpp"
#include "store/scratch.hpp"

using namespace rung;

namespace {

/// A session whose editor is a shell script; the file to edit is its `$1`.
struct Desk {
  Scratch scratch;
  std::string home = scratch / "home with 'quotes'";
  Session session;

  explicit Desk(const std::string& script, const std::vector<std::string>& more = {})
      : session(home, arguments(more), options(script)) {
    session.wait_for("I do thing 1.");
    session.wait_for_prompt();
  }

 private:
  [[nodiscard]] std::vector<std::string> arguments(const std::vector<std::string>& more) const {
    std::vector<std::string> all = assess(write_ladder(scratch, 3));
    all.insert(all.end(), more.begin(), more.end());
    return all;
  }
  [[nodiscard]] SessionOptions options(const std::string& script) const {
    scratch.write("an editor", "#!/bin/sh\n" + script + "\n");
    std::filesystem::permissions(scratch / "an editor", std::filesystem::perms::owner_all);
    SessionOptions options;
    options.environment = {{"EDITOR", "'" + (scratch / "an editor") + "' --wait"}};
    return options;
  }
};

const std::vector<std::string> only_the_draft{"drafts/tiny/kim.json", "drafts/tiny/kim.lock"};

}  // namespace

TEST_CASE("the editor gets the terminal as it was, and what it writes is saved", "[pty]") {
  Desk desk(
      "test \"$1\" = --wait || exit 9; stty -a | grep -q ' icanon.* echo ' || exit 8\n"
      "echo 'What now?'; read -r line; echo \"$line\" >> \"$2\"");
  desk.session.type("3E");
  desk.session.wait_for("What now?");
  desk.session.type("2026-03-14 wrote it down\n");
  desk.session.wait_for("changed");
  desk.session.wait_for_prompt();
  desk.session.type("2");
  desk.session.wait_for(numbered(3));
  desk.session.wait_for_prompt();
  desk.session.type("q");
  CHECK(desk.session.wait_for_exit() == 5);
  CHECK(desk.session.is_terminal_restored());
  const Assessment draft = read_draft(desk.home);
  CHECK(ratings(draft) == "32-");
  REQUIRE(draft.answers[1].evidence.size() == 1);
  CHECK(draft.answers[1].evidence[0].text == "wrote it down");
  CHECK(files_in(desk.home) == only_the_draft);
}

TEST_CASE("keys typed ahead of the editor's end are answers again", "[pty]") {
  Desk desk("echo more >> \"$2\"");
  desk.session.type("3E");
  desk.session.wait_for("changed");
  desk.session.type("41");
  desk.session.wait_for("Review");
  desk.session.wait_for_prompt();
  quit(desk.session);
  CHECK(ratings(read_draft(desk.home)) == "341");
}

TEST_CASE("an editor that fails, or leaves the file as it was, changes nothing", "[pty]") {
  const std::string script = GENERATE(as<std::string>(), "exit 1", "exit 0", "kill -SEGV $$", "exec /no/such/editor",
                                      "touch \"$2\"", "rm \"$2\"");
  INFO(script);
  Desk desk(script);
  desk.session.type("3E");
  desk.session.wait_for("changed.");
  desk.session.wait_for_prompt();
  quit(desk.session);
  const Assessment draft = read_draft(desk.home);
  CHECK(ratings(draft) == "3--");
  CHECK(draft.answers[1].note.empty());
  CHECK(files_in(desk.home) == only_the_draft);
}

TEST_CASE("an editor works with whole lines too", "[pty]") {
  Desk desk("echo from the editor >> \"$2\"", {"--plain"});
  desk.session.type("E\n");
  desk.session.wait_for("changed");
  desk.session.wait_for("1 line written");
  desk.session.wait_for_prompt();
  desk.session.type("q\n");
  CHECK(desk.session.wait_for_exit() == 5);
  CHECK(read_draft(desk.home).answers[0].note == "from the editor");
}

TEST_CASE("whatever ends the program while the editor is open leaves the terminal and the answers in order", "[pty]") {
  struct Ending {
    int signal;  ///< 0 when it is typed
    const char* keys;
    int code;
  };
  const Ending ending =
      GENERATE(Ending{SIGTERM, "", 143}, Ending{SIGHUP, "", 129}, Ending{0, "\x03", 130}, Ending{0, "\x1c", 131});
  INFO("exit code " << ending.code);
  Desk desk("echo ready; exec sleep 30");
  desk.session.type("3E");
  desk.session.wait_for("ready");
  if (ending.signal != 0)
    desk.session.send_signal(ending.signal);
  else
    desk.session.type(ending.keys);
  CHECK(desk.session.wait_for_exit() == ending.code);
  CHECK(desk.session.is_terminal_restored());
  CHECK(ratings(read_draft(desk.home)) == "3--");
  CHECK(files_in(desk.home) == only_the_draft);
}

TEST_CASE("closing the terminal on an editor keeps what it had written", "[pty]") {
  Desk desk("echo half a thought >> \"$2\"; echo ready; exec sleep 30");
  desk.session.type("3E");
  desk.session.wait_for("ready");
  desk.session.close_terminal();
  CHECK(desk.session.wait_for_exit() == 129);
  CHECK(ratings(read_draft(desk.home)) == "3--");
  CHECK(files_in(desk.home) ==
        std::vector<std::string>{"drafts/tiny/kim.json", "drafts/tiny/kim.lock", "drafts/tiny/kim.note-2.txt"});
}

TEST_CASE("a signal from the keyboard that the editor handles is the editor's own", "[pty]") {
  Desk desk("trap 'echo more >> \"$2\"; exit 0' INT; echo ready; while :; do sleep 0.05; done");
  desk.session.type("3E");
  desk.session.wait_for("ready");
  desk.session.type("\x03");
  desk.session.wait_for("changed");
  desk.session.wait_for_prompt();
  quit(desk.session);
  CHECK(read_draft(desk.home).answers[1].note == "more");
}

TEST_CASE("Ctrl-Z in the editor stops the program with it, and fg brings both back", "[pty]") {
  const Scratch scratch;
  scratch.write("editor", "#!/bin/sh\necho ready\nread -r line\necho \"$line\" >> \"$1\"\n");
  std::filesystem::permissions(scratch / "editor", std::filesystem::perms::owner_all);
  SessionOptions options;
  options.command = {"bash", "--norc", "-i"};
  options.environment = {{"EDITOR", scratch / "editor"}, {"PS1", "shell$ "}};
  Session session(scratch / "home", {}, options);
  session.wait_for("shell$ ");
  session.type("\"$RUNG\" assess --as Kim " + write_ladder(scratch, 3) + "\n");
  session.wait_for(numbered(1));
  session.wait_for_prompt();
  session.type("E");
  session.wait_for("ready");
  session.type("\x1a");
  session.wait_for("Stopped");
  session.wait_for("shell$ ");
  // The shell shows its prompt a moment before it reads from it, and names the job a moment before that goes on.
  session.pause(300);
  session.type("fg\n");
  session.wait_for("assess");
  session.pause(300);
  session.type("kept on\n");
  session.wait_for("changed");
  session.wait_for_prompt();
  session.type("q");
  session.wait_for("shell$ ");
  session.type("exit\n");
  session.wait_for_exit();
  CHECK(read_draft(scratch / "home").answers[0].note == "kept on");
}
