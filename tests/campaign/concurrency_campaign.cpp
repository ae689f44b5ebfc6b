#include <algorithm>
#include <cstdio>
#include <memory>
#include <numeric>
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

enum class Raters { fifty, one };

/// What the `number`-th of fifty runs. No two say the same: the same answers by one rater in one second are one
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

/// Fifty assessments finished at once. One rater has one draft: whoever comes while another one finishes is refused by
/// name, and tries again. Fifty files, all readable and different, are there then.
void finish_fifty(const std::string& home, const std::string& ladder, Raters raters, Figures& figures) {
  std::vector<int> waiting(50);
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
  CHECK(files == 50);
  figures.lost += std::max(0, 50 - files);
}

}  // namespace

TEST_CASE("fifty assessments that are finished at once are fifty files", "[concurrency]") {
  Figures raters{"50 raters finish at once"};
  Figures rater{"one rater, 50 at once until all are in"};
  for (int round = 0; round < (is_long_form() ? 10 : 1); ++round) {
    const Scratch scratch;
    const std::string ladder = write_ladder(scratch, 3);
    finish_fifty(scratch / "home", ladder, Raters::fifty, raters);
    finish_fifty(scratch / "alone", ladder, Raters::one, rater);
  }
  print("concurrency", raters);
  print("concurrency", rater);
}
