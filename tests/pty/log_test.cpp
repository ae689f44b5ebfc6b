#include <signal.h>

#include <string>
#include <vector>

#include <fmt/format.h>

#include <rung/log/log.hpp>
#include <rung/text/width.hpp>

#include "catch.hpp"
#include "pty/assessing.hpp"
#include "pty/screen.hpp"

using namespace rung;

namespace {

/// The behavior of the built-in ladder that the texts below fit best, and its question.
const std::string own_failures = "results.ownership.learn-from-failure";
const std::string own_failures_number = "12";

/// Each entry of the log on a line, by day: its state, its text, and what it is tied to.
std::string show_log(const Scratch& scratch) {
  const Log log = read_log(scratch.read("home/log.jsonl"), "log.jsonl");
  CHECK(log.problems.empty());
  std::string shown;
  for (const Entry& entry : log.entries) {
    shown += fmt::format("{} {}", to_string(entry.state), entry.text);
    for (const Tie& tie : entry.behaviors) shown += fmt::format(" -> {}", tie.behavior);
    shown += '\n';
  }
  return shown;
}

/// Logs without a terminal's questions.
void log_line(const Scratch& scratch, const std::string& text, std::vector<std::string> options = {}) {
  options.insert(options.begin(), {"log", text});
  Session session(scratch / "home", options);
  if (session.reach_prompt()) session.type("n");
  REQUIRE(session.wait_for_exit() == 0);
}

SessionOptions narrow() {
  SessionOptions options;
  options.columns = 40;
  return options;
}

/// Nothing that was printed was too wide, or printed over.
void check_fits(const Session& session, int columns) {
  Screen screen(columns, 24);
  screen.write(session.output());
  CHECK_FALSE(screen.has_wrapped());
  CHECK_FALSE(screen.has_moved_up());
  CHECK(screen.is_cursor_visible());
  CHECK(screen.cursor().column == 0);
  for (const std::string& line : drawn_rows(without_styles(session.output()))) {
    INFO(line);
    CHECK(cell_width(line) <= columns);
  }
}

}  // namespace

TEST_CASE("a line that is logged at a terminal is tied with a digit", "[pty]") {
  const Scratch scratch;
  Session session(scratch / "home", {"log", "2026-03-01 Wrote the postmortem of the outage"});
  session.wait_for("Logged for ");
  session.wait_for_prompt();
  // It is safe before anything is asked, and no key that means nothing ties it.
  CHECK(show_log(scratch) == "kept Wrote the postmortem of the outage\n");
  session.type("z9\x1b[B");
  session.pause(100);
  CHECK(show_log(scratch) == "kept Wrote the postmortem of the outage\n");
  session.type("1");
  session.wait_for("Evidence of Own failures.");
  CHECK(session.wait_for_exit() == 0);
  CHECK(session.is_terminal_restored());
  check_fits(session, 80);
  CHECK(show_log(scratch) == fmt::format("kept Wrote the postmortem of the outage -> {}\n", own_failures));
}

TEST_CASE("a tie that cannot be saved is told with how to make up for it, and fails", "[pty]") {
  const Scratch scratch;
  Session session(scratch / "home", {"log", "Wrote the postmortem of the outage"}, narrow());
  session.wait_for_prompt();
  const std::string before = scratch.read("home/log.jsonl");
  session.limit_file_size(before.size());
  session.type("1");
  CHECK(session.wait_for_exit() == 4);
  CHECK(session.is_terminal_restored());
  check_fits(session, 40);
  const std::string output = without_styles(session.output());
  CHECK_THAT(output, ContainsSubstring("the entry is saved, but not tied"));
  CHECK_THAT(output, ContainsSubstring("rung log edit"));
  CHECK_THAT(output, !ContainsSubstring("compared"));
  CHECK(scratch.read("home/log.jsonl") == before);
}

TEST_CASE("every way to end at the question of a logged line leaves the entry in the inbox", "[pty]") {
  struct LogEnding {
    const char* keys;  ///< what is typed; empty: the signal comes from elsewhere
    int signal;
    int code;
  };
  for (const LogEnding& ending :
       {LogEnding{"\x03", 0, 130}, LogEnding{"\x1c", 0, 131}, LogEnding{"\x04", 0, 0}, LogEnding{"\r", 0, 0},
        LogEnding{"\x1b", 0, 0}, LogEnding{"n", 0, 0}, LogEnding{"", SIGINT, 130}, LogEnding{"", SIGTERM, 143},
        LogEnding{"", SIGHUP, 129}}) {
    INFO("exit code " << ending.code << " by signal " << ending.signal);
    const Scratch scratch;
    Session session(scratch / "home", {"log", "Wrote the postmortem of the outage"}, narrow());
    session.wait_for_prompt();
    if (ending.signal != 0)
      session.send_signal(ending.signal);
    else
      session.type(ending.keys);
    CHECK(session.wait_for_exit() == ending.code);
    CHECK(session.is_terminal_restored());
    check_fits(session, 40);
    CHECK(show_log(scratch) == "kept Wrote the postmortem of the outage\n");
    CHECK(files_in(scratch / "home") == std::vector<std::string>{"log.jsonl"});
  }
}

TEST_CASE("closing the terminal at the question of a logged line leaves the entry in the inbox", "[pty]") {
  const Scratch scratch;
  Session session(scratch / "home", {"log", "Wrote the postmortem of the outage"});
  session.wait_for_prompt();
  session.close_terminal();
  CHECK(session.wait_for_exit() == 129);
  CHECK(show_log(scratch) == "kept Wrote the postmortem of the outage\n");
}

TEST_CASE("the inbox is reviewed at a terminal of 40 columns, and each key is in the log at once", "[pty]") {
  const Scratch scratch;
  log_line(scratch, "2026-03-01 Wrote the postmortem of the outage");
  log_line(scratch, "2026-03-02 zzz qqq");
  log_line(scratch, fmt::format("2026-03-03 {} https://example.org/{}", std::string(70, 'z'), std::string(60, 'p')));
  log_line(scratch, "2026-03-04 xxx yyy");
  log_line(scratch, "2026-03-05 uuu vvv");
  Session session(scratch / "home", {"log", "review"}, narrow());
  session.wait_for(numbered(1));
  session.wait_for_prompt();
  const auto press = [&session](const std::string& keys, const std::string& shown) {
    session.type(keys);
    session.wait_for(shown);
    session.wait_for_prompt();
  };
  press("1", numbered(2));
  CHECK(show_log(scratch).starts_with(fmt::format("kept Wrote the postmortem of the outage -> {}\n", own_failures)));
  press("s", numbered(3));
  press("x", numbered(4));
  CHECK_THAT(show_log(scratch), ContainsSubstring("removed zzzzz"));
  session.type("e");
  session.wait_for("xxx yyy");
  press(
      "\x15"
      "2026-03-04 another postmortem https://example.org/1\r",
      "saved");
  CHECK_THAT(show_log(scratch), ContainsSubstring("kept another postmortem\n"));
  press("?", numbered(4));
  press("b", numbered(3));
  session.type("q");
  CHECK(session.wait_for_exit() == 0);
  CHECK(session.is_terminal_restored());
  check_fits(session, 40);
  CHECK_THAT(session.output(), ContainsSubstring("1 tied, 1 removed, 3 in the inbox."));
  CHECK(show_log(scratch) == fmt::format("kept Wrote the postmortem of the outage -> {}\nkept zzz qqq\n"
                                         "removed {}\nkept another postmortem\nkept uuu vvv\n",
                                         own_failures, std::string(70, 'z')));
}

TEST_CASE("l and a digit attach an entry to the answer, which is there when the session is resumed", "[pty]") {
  const Scratch scratch;
  const std::string home = scratch / "home";
  log_line(scratch, "2026-03-01 Wrote the postmortem of the outage https://example.org/1", {"-b", own_failures});
  const Log log = read_log(scratch.read("home/log.jsonl"), "log.jsonl");
  REQUIRE(log.entries.size() == 1);
  {
    Session session(home, assess(), narrow());
    session.wait_for_prompt();
    session.type("g");
    session.wait_for_prompt();
    session.type(own_failures_number + "\r");
    session.wait_for("1 log entry is tied");
    session.wait_for_prompt();
    session.type("l");
    session.wait_for("attach");
    session.wait_for_prompt();
    session.type("1");
    session.wait_for("saved");
    session.wait_for_prompt();
    // A crash loses nothing of it.
    session.kill_now(SIGKILL);
  }
  const auto attached = [&home]() -> std::vector<Evidence> {
    for (const Answer& answer : read_draft(home, "ic3-mle").answers)
      if (answer.behavior == own_failures) return answer.evidence;
    return {};
  };
  const Evidence expected{"Wrote the postmortem of the outage",
                          {"https://example.org/1"},
                          *parse_date("2026-03-01"),
                          log.entries.front().id};
  CHECK(attached() == std::vector<Evidence>{expected});
  Session session(home, assess(), narrow());
  session.wait_for_prompt();
  session.type("g");
  session.wait_for_prompt();
  session.type(own_failures_number + "\r");
  session.wait_for("1 line written");
  session.wait_for_prompt();
  // What is attached is offered no more.
  session.type("l");
  session.wait_for("No log entries fit here.");
  session.type("4");
  session.wait_for("saved");
  session.wait_for_prompt();
  quit(session);
  check_fits(session, 40);
  CHECK(attached() == std::vector<Evidence>{expected});
}
