#include <signal.h>

#include <string>
#include <vector>

#include "catch.hpp"
#include "pty/assessing.hpp"
#include "pty/screen.hpp"

using namespace rung;

namespace {

/// A kind of prompt, and how to get there in a ladder of three behaviors.
struct PromptKind {
  const char* name;
  const char* keys;
  std::string shown;  ///< the last thing printed before the prompt that tells it from others
  const char* saved;  ///< the answers shown as saved by then
};

const std::vector<PromptKind>& prompts() {
  static const std::vector<PromptKind> kinds{
      {"question", "3", numbered(2), "3--"},
      {"note", "3e", "or add a link.", "3--"},
      {"reason", "3n", "Why?", "3--"},
      {"number", "3g", "1 to 3,", "3--"},
      {"search", "3/", "Words or a key.", "3--"},
      {"review", "321", "Review", "321"},
  };
  return kinds;
}

void go_to(Session& session, const PromptKind& kind) {
  session.wait_for_prompt();
  session.type(kind.keys);
  const std::string saved = kind.saved;
  session.wait_for_count("· saved", static_cast<int>(saved.size()) - count_occurrences(saved, "-"));
  session.wait_for(kind.shown);
  session.wait_for_prompt();
}

/// Everything that was answered is on disk, and nothing else is.
void check_left_behind(const std::string& home, const PromptKind& kind) {
  CHECK(files_in(home) == std::vector<std::string>{"drafts/tiny/kim.json", "drafts/tiny/kim.lock"});
  const Assessment draft = read_draft(home);
  CHECK(ratings(draft) == kind.saved);
  for (const Answer& answer : draft.answers) CHECK(answer.note.empty());
}

void check_terminal(const Session& session) {
  CHECK(session.is_terminal_restored());
  const std::string& output = session.output();
  CHECK(output.rfind("\x1b[?2004l") != std::string::npos);
  CHECK(output.rfind("\x1b[?2004l") > output.rfind("\x1b[?2004h"));
  Screen screen(80, 24);
  screen.write(output);
  CHECK(screen.is_cursor_visible());
  CHECK(screen.cursor().column == 0);
}

struct Ending {
  const char* name;
  int signal;        ///< 0 when it is typed
  const char* keys;  ///< what is typed
  int code;
};

}  // namespace

TEST_CASE("every way to end leaves the terminal and the answers in order, at every kind of prompt", "[pty]") {
  static const std::vector<Ending> endings{
      {"SIGINT", SIGINT, "", 130},   {"SIGTERM", SIGTERM, "", 143}, {"SIGHUP", SIGHUP, "", 129},
      {"SIGQUIT", SIGQUIT, "", 131}, {"Ctrl-C", 0, "\x03", 130},    {"Ctrl-\\", 0, "\x1c", 131},
      {"Ctrl-D", 0, "\x04", 5},
  };
  for (const PromptKind& kind : prompts()) {
    for (const Ending& ending : endings) {
      INFO(ending.name << " at the " << kind.name);
      const Scratch scratch;
      const std::string home = scratch / "home";
      Session session(home, assess(write_ladder(scratch, 3)));
      go_to(session, kind);
      if (ending.signal != 0)
        session.send_signal(ending.signal);
      else
        session.type(ending.keys);
      CHECK(session.wait_for_exit() == ending.code);
      check_terminal(session);
      check_left_behind(home, kind);
    }
  }
}

TEST_CASE("closing the terminal ends the program with the answers saved, at every kind of prompt", "[pty]") {
  for (const PromptKind& kind : prompts()) {
    INFO(kind.name);
    const Scratch scratch;
    const std::string home = scratch / "home";
    Session session(home, assess(write_ladder(scratch, 3)));
    go_to(session, kind);
    session.close_terminal();
    CHECK(session.wait_for_exit() == 129);
    check_left_behind(home, kind);
  }
}

TEST_CASE("half a note is dropped by an interrupt, and what was saved stays", "[pty]") {
  const Scratch scratch;
  const std::string home = scratch / "home";
  Session session(home, assess(write_ladder(scratch, 3)));
  session.wait_for_prompt();
  session.type("2e");
  session.wait_for(numbered(2));
  session.wait_for_prompt();
  session.type("half a no");
  session.wait_for("half a no");
  SECTION("Ctrl-C") {
    session.type("\x03");
    CHECK(session.wait_for_exit() == 130);
    CHECK(session.is_terminal_restored());
  }
  SECTION("SIGTERM") {
    session.send_signal(SIGTERM);
    CHECK(session.wait_for_exit() == 143);
    CHECK(session.is_terminal_restored());
  }
  SECTION("the terminal is closed") {
    session.close_terminal();
    CHECK(session.wait_for_exit() == 129);
  }
  check_left_behind(home, {"note", "", "", "2--"});
}

TEST_CASE("Ctrl-D behind half a note neither ends nor takes it", "[pty]") {
  const Scratch scratch;
  const std::string home = scratch / "home";
  Session session(home, assess(write_ladder(scratch, 3)));
  session.wait_for_prompt();
  session.type("ehalf\x04 a note\rn");
  session.wait_for("note");
  session.wait_for("saved");
  session.wait_for_prompt();
  quit(session);
  CHECK(read_draft(home).answers[0].note == "half a note");
}
