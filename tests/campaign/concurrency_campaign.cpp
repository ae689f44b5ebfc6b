#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <numeric>
#include <set>

#include <fmt/format.h>

#include <rung/log/log.hpp>

#include "campaign/scenario.hpp"
#include "campaign/trials.hpp"
#include "catch.hpp"
#include "pty/assessing.hpp"
#include "pty/session.hpp"

using rung::Scratch;

TEST_CASE("of eight sessions on one draft one runs, and the others are refused by name", "[concurrency]") {
  Figures figures{"8 sessions on one draft"};
  for (int round = 0; round < (is_long_form() ? 25 : 1); ++round) {
    const Scratch scratch;
    const std::string home = scratch / "home";
    const std::string ladder = write_ladder(scratch, 3);
    SessionOptions wide;
    wide.columns = 200;
    std::vector<std::unique_ptr<Session>> sessions;
    for (int number = 0; number < 8; ++number)
      sessions.push_back(std::make_unique<Session>(home, assess(ladder), wide));
    Session* running = nullptr;
    int refused = 0;
    for (const auto& session : sessions) {
      ++figures.tried;
      if (session->reach_prompt()) {
        CHECK(running == nullptr);
        running = session.get();
        continue;
      }
      CHECK(session->wait_for_exit() == 4);
      const bool is_named = without_styles(session->output()).find("is in use by another session") != std::string::npos;
      CHECK(is_named);
      if (is_named) ++refused;
    }
    REQUIRE(running != nullptr);
    if (refused != 7) ++figures.silent;
    CHECK(refused == 7);
    running->type("432f");
    CHECK(running->wait_for_exit() == 0);
    const bool is_whole = ratings(read_finished(home)) == "432";
    CHECK(is_whole);
    if (!is_whole) ++figures.lost;
  }
  print("concurrency", figures);
}

namespace {

enum class Raters { many, one };

/// How many assessments are finished at once.
int count_of_sessions() { return is_long_form() ? 50 : 20; }

/// What the `number`-th session runs. No two say the same: the same answers by one rater in one second are one
/// assessment.
std::vector<std::string> assess_by(const std::string& ladder, Raters raters, int number) {
  const std::string digits{static_cast<char>('1' + number % 4), static_cast<char>('1' + number / 4 % 4),
                           static_cast<char>('1' + number / 16)};
  std::vector<std::string> arguments{"assess", ladder, "--as",
                                     raters == Raters::one ? "Kim" : "Kim " + std::to_string(number)};
  for (std::size_t index = 0; index < digits.size(); ++index) {
    arguments.emplace_back("--set");
    arguments.push_back("b" + std::to_string(index + 1) + "=" + digits[index]);
  }
  return arguments;
}

/// Finishes many assessments at once. One rater has one draft, so a session that starts while another one finishes is
/// refused by name, and is tried again. Each assessment is a readable file of its own in the end.
void finish_at_once(const std::string& home, const std::string& ladder, Raters raters, Figures& figures) {
  std::vector<int> waiting(static_cast<std::size_t>(count_of_sessions()));
  std::iota(waiting.begin(), waiting.end(), 0);
  while (!waiting.empty()) {
    SessionOptions wide;
    wide.columns = 200;
    std::vector<std::unique_ptr<Session>> sessions;
    for (const int number : waiting)
      sessions.push_back(std::make_unique<Session>(home, assess_by(ladder, raters, number), wide));
    std::vector<int> refused;
    for (std::size_t index = 0; index < sessions.size(); ++index) {
      ++figures.tried;
      const int code = sessions[index]->wait_for_exit();
      const std::string output = without_styles(sessions[index]->output());
      INFO(output);
      if (code == 0) continue;
      REQUIRE(raters == Raters::one);
      REQUIRE(code == 4);
      CHECK_THAT(output, ContainsSubstring("is in use by another session"));
      refused.push_back(waiting[index]);
    }
    REQUIRE(refused.size() < waiting.size());
    waiting = std::move(refused);
  }
  std::set<std::string> found;
  for (const auto& entry : std::filesystem::directory_iterator(home + "/assessments/tiny"))
    found.insert(ratings(read_assessment(entry.path().string())));
  const int files = static_cast<int>(found.size());
  CHECK(files == count_of_sessions());
  figures.lost += std::max(0, count_of_sessions() - files);
}

}  // namespace

TEST_CASE("assessments that are finished at once are a file each", "[concurrency]") {
  Figures raters{"many raters finish at once"};
  Figures rater{"one rater, many at once until all are in"};
  for (int round = 0; round < (is_long_form() ? 10 : 1); ++round) {
    const Scratch scratch;
    const std::string ladder = write_ladder(scratch, 3);
    finish_at_once(scratch / "home", ladder, Raters::many, raters);
    finish_at_once(scratch / "alone", ladder, Raters::one, rater);
  }
  print("concurrency", raters);
  print("concurrency", rater);
}

namespace {

constexpr int writers = 8;

/// What `writers` shells do at once, each `$1` times in `$RUNG_HOME`'s parent: every tenth text is long. Each writes
/// what rung says to a file of its own.
constexpr const char* log_at_once = R"(
  long=$(printf '%03000d' 0)
  for writer in 1 2 3 4 5 6 7 8; do
    (
      entry=0
      while [ $entry -lt "$1" ]; do
        case $entry in *9) text=$long ;; *) text=short ;; esac
        "$2" log "writer $writer entry $entry $text" </dev/null || echo "exit $?"
        entry=$((entry + 1))
      done >"$RUNG_HOME/../said-$writer" 2>&1
    ) &
  done
  wait
)";

}  // namespace

TEST_CASE("entries that eight processes log at once are all in the log, each on a line of its own", "[concurrency]") {
  const int each = is_long_form() ? 1000 : 20;
  Figures figures{"8 processes append to one log"};
  const Scratch scratch;
  scratch.write("log.sh", log_at_once);
  std::filesystem::create_directory(scratch / "home");
  const std::string home = scratch / "home";
  REQUIRE(std::system(fmt::format("RUNG_HOME='{}' USER=kim LANG=C.UTF-8 sh '{}' {} '{}'", home, scratch / "log.sh",
                                  each, RUNG_PROGRAM)
                          .c_str()) == 0);
  int acknowledged = 0;
  for (int writer = 1; writer <= writers; ++writer) {
    const std::string said = scratch.read(fmt::format("said-{}", writer));
    acknowledged += count_occurrences(said, "Logged for today");
    CHECK(count_occurrences(said, "exit ") == 0);
    // A reader must not mistake a half-appended line for a damaged one.
    CHECK(count_occurrences(said, "cannot be read") == 0);
  }
  CHECK(acknowledged == writers * each);
  const std::string bytes = read_bytes(home + "/log.jsonl");
  const rung::Log log = rung::read_log(bytes, "log.jsonl");
  CHECK(log.unreadable == 0);
  CHECK(count_occurrences(bytes, "\n") == writers * each);
  std::set<std::string> found;
  for (const rung::Entry& entry : log.entries) found.insert(entry.text.substr(0, entry.text.rfind(' ')));
  for (int writer = 1; writer <= writers; ++writer)
    for (int entry = 0; entry < each; ++entry) {
      ++figures.tried;
      if (found.count(fmt::format("writer {} entry {}", writer, entry)) == 0) ++figures.lost;
    }
  figures.corrupt += static_cast<int>(log.unreadable);
  CHECK(figures.lost == 0);
  CHECK(log.entries.size() == static_cast<std::size_t>(writers * each));
  print("concurrency", figures);
}
