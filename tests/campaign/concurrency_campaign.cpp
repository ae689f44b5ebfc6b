#include <cstdio>
#include <memory>
#include <set>

#include "campaign/scenario.hpp"
#include "catch.hpp"
#include "pty/assessing.hpp"
#include "pty/session.hpp"

using rung::Scratch;

TEST_CASE("of eight sessions on one draft one runs, and the others are refused by name", "[concurrency]") {
  Figures figures{"8 sessions on one draft"};
  for (int round = 0; round < (is_long_form() ? 25 : 2); ++round) {
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

/// Fifty assessments finished at once; how many files there are then, all of them read.
int finish_fifty(const std::string& home, const std::string& ladder, bool same_rater, Figures& figures) {
  std::vector<std::unique_ptr<Session>> sessions;
  for (int number = 0; number < 50; ++number) {
    const std::string rater = same_rater ? "Kim" : "Kim " + std::to_string(number);
    // No two say the same: the same answers by one rater in one second are one assessment.
    const std::string digits{static_cast<char>('1' + number % 4), static_cast<char>('1' + number / 4 % 4),
                             static_cast<char>('1' + number / 16)};
    std::vector<std::string> arguments{"assess", ladder, "--as", rater};
    for (std::size_t index = 0; index < digits.size(); ++index) {
      arguments.emplace_back("--set");
      arguments.push_back("b" + std::to_string(index + 1) + "=" + digits[index]);
    }
    sessions.push_back(std::make_unique<Session>(home, arguments));
  }
  int finished = 0;
  for (const auto& session : sessions) {
    ++figures.tried;
    const int code = session->wait_for_exit();
    INFO(without_styles(session->output()));
    // One rater has one draft: who comes while another one finishes is refused, and nothing of theirs is said to be
    // there.
    CHECK((code == 0 || (same_rater && code == 4)));
    if (code == 0) ++finished;
  }
  std::set<std::string> found;
  for (const auto& entry : std::filesystem::directory_iterator(home + "/assessments/tiny")) {
    found.insert(ratings(read_assessment(entry.path().string())));
  }
  const int files = static_cast<int>(found.size());
  CHECK(files == finished);
  if (files < finished) figures.lost += finished - files;
  if (files > finished) ++figures.silent;
  return files;
}

}  // namespace

TEST_CASE("fifty assessments that are finished at once are fifty files", "[concurrency]") {
  Figures raters{"50 raters finish at once"};
  Figures rater{"one rater, 50 times at once"};
  for (int round = 0; round < (is_long_form() ? 10 : 1); ++round) {
    const Scratch scratch;
    const std::string ladder = write_ladder(scratch, 3);
    CHECK(finish_fifty(scratch / "home", ladder, false, raters) == 50);
    CHECK(finish_fifty(scratch / "alone", ladder, true, rater) >= 1);
  }
  print("concurrency", raters);
  print("concurrency", rater);
}
