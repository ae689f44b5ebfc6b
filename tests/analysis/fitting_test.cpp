#include <rung/analysis/fitting.hpp>

#include <algorithm>
#include <fstream>
#include <sstream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <rung/ladder/builtin.hpp>
#include <rung/ladder/parse.hpp>

#include "assessment/sample_ladder.hpp"
#include "catch.hpp"

using namespace rung;

namespace {

Ladder load_ladder_to_fit(std::string_view id) {
  for (const BuiltinLadder& builtin : builtin_ladders())
    if (builtin.id == id) return *parse_ladder(std::string(builtin.yaml), std::string(id)).value;
  FAIL("there is no built-in ladder " << id);
  return {};
}

const Ladder& ic3() {
  static const Ladder ladder = load_ladder_to_fit("ic3-mle");
  return ladder;
}

std::vector<std::string> keys_of(const Ladder& ladder, const std::vector<FittingBehavior>& fitting) {
  const auto behaviors = list_behaviors(ladder);
  std::vector<std::string> keys;
  for (const FittingBehavior& one : fitting) keys.push_back(behaviors.at(one.behavior).behavior->key);
  return keys;
}

std::vector<std::string> find_keys(const Ladder& ladder, std::string_view text,
                                   const std::vector<TiedText>& ties = {}) {
  return keys_of(ladder, BehaviorFinder(ladder, ties).find(text));
}

std::string best_id(std::string_view text) {
  const auto keys = find_keys(ic3(), text);
  return keys.empty() ? "-" : keys.front().substr(keys.front().rfind('.') + 1);
}

/// A line of tests/data/log-lines.tsv: the text of an entry, and the key of the behavior it is evidence for or "-".
struct LogLine {
  std::string text;
  std::string best;
};

std::vector<LogLine> load_log_lines() {
  std::ifstream file(std::string(RUNG_TEST_DATA) + "/log-lines.tsv");
  std::string line;
  std::getline(file, line);
  REQUIRE(line == "text\tbest\talso");
  std::vector<LogLine> lines;
  while (std::getline(file, line)) {
    std::istringstream columns(line);
    LogLine one;
    std::getline(columns, one.text, '\t');
    std::getline(columns, one.best, '\t');
    lines.push_back(std::move(one));
  }
  return lines;
}

struct Shares {
  double in_first_three = 0.0;
  double first = 0.0;
  double silent = 0.0;  ///< of the lines that fit nothing
};

Shares measure(const Ladder& ladder, const std::vector<LogLine>& lines) {
  const BehaviorFinder finder(ladder);
  double fitting = 0.0;
  double noise = 0.0;
  Shares counts;
  for (const LogLine& line : lines) {
    const auto keys = keys_of(ladder, finder.find(line.text));
    if (line.best == "-") {
      noise += 1.0;
      counts.silent += keys.empty() ? 1.0 : 0.0;
      continue;
    }
    fitting += 1.0;
    counts.in_first_three += std::find(keys.begin(), keys.end(), line.best) != keys.end() ? 1.0 : 0.0;
    counts.first += !keys.empty() && keys.front() == line.best ? 1.0 : 0.0;
  }
  return {counts.in_first_three / fitting, counts.first / fitting, counts.silent / noise};
}

Ladder without_hints(Ladder ladder) {
  for (Pillar& pillar : ladder.pillars)
    for (Responsibility& responsibility : pillar.responsibilities)
      for (Behavior& behavior : responsibility.behaviors) behavior.hints.clear();
  return ladder;
}

}  // namespace

TEST_CASE("log lines of a year find the behavior they are evidence for", "[analysis]") {
  const auto lines = load_log_lines();
  REQUIRE(lines.size() == 80);
  const auto behaviors = list_behaviors(ic3());
  for (const LogLine& line : lines) {
    const auto is_it = [&line](const PlacedBehavior& placed) { return placed.behavior->key == line.best; };
    INFO(line.text);
    CHECK((line.best == "-" || std::any_of(behaviors.begin(), behaviors.end(), is_it)));
  }
  const Shares shares = measure(ic3(), lines);
  CHECK(shares.in_first_three >= 0.95);
  CHECK(shares.first >= 0.85);
  CHECK(shares.silent >= 0.9);
}

TEST_CASE("a ladder without hints still finds some behaviors, and stays silent on noise", "[analysis]") {
  const Shares shares = measure(without_hints(ic3()), load_log_lines());
  CHECK(shares.in_first_three >= 0.35);
  CHECK(shares.silent >= 0.9);
  const auto keys = find_keys(without_hints(ic3()), "I acted as tech lead and defined milestones");
  REQUIRE_FALSE(keys.empty());
  CHECK(keys.front() == "scope.impact-levers.project-leadership");
}

TEST_CASE("nothing is suggested for what is no evidence", "[analysis]") {
  const std::string text = GENERATE("wip", "PTO friday", "Merge branch 'main' into x", "expenses for the Berlin trip",
                                    "", " \n", "https://example.com/postmortem", "REC-88 #123 2026-03-01 42",
                                    "the and of", "a1b2c3d", "mentor@example.com", "xyzzy plugh");
  INFO(text);
  CHECK(find_keys(ic3(), text).empty());
}

TEST_CASE("the words that spoke for a behavior are given as written", "[analysis]") {
  const auto found = BehaviorFinder(ic3()).find("Wrote a post-mortem after Friday's outage (REC-88)");
  REQUIRE_FALSE(found.empty());
  const auto& words = found.front().words;
  const auto has = [&words](const char* word) { return std::find(words.begin(), words.end(), word) != words.end(); };
  CHECK(has("post-mortem"));
  CHECK(has("outage"));
  CHECK_FALSE(has("REC-88"));
  for (const FittingBehavior& one : found) {
    CHECK(one.score > 0.0);
    CHECK_FALSE(one.words.empty());
  }
}

TEST_CASE("a behavior is found by other forms of its words, abbreviations, and compounds", "[analysis]") {
  CHECK(best_id("mentored juniors") == "mentorship");
  CHECK(best_id("refactorings of legacy code") == "when-to-refactor");
  CHECK(best_id("RCA and follow ups after the outages") == "learn-from-failure");
  CHECK(best_id("post mortem for the outage") == best_id("postmortem for the outage"));
  CHECK(best_id("codereview: caught a race") == "review-quality");
  CHECK(best_id("xgb vs. random forest") == "range-of-techniques");
}

TEST_CASE("one typing error in a longer word does no harm", "[analysis]") {
  CHECK(best_id("Postmortm for the outage") == "learn-from-failure");
  CHECK(best_id("gausian process for sparse segments") == "range-of-techniques");
  CHECK(best_id("domian interview for a candidate") == "advanced-interviews");
  CHECK(best_id("hakcathon demo") == "experiment-and-share");
  // Two errors are another word.
  CHECK(best_id("pstmortm") == "-");
}

TEST_CASE("two words that stand together in a hint weigh more than apart", "[analysis]") {
  Ladder ladder = make_ladder();
  auto& behaviors = ladder.pillars[0].responsibilities[0].behaviors;
  behaviors = {make_behavior("results.impact", "a", "One."), make_behavior("results.impact", "b", "Two.")};
  behaviors[0].hints = {"pager duty", "silent rota"};
  behaviors[1].hints = {"silent duty", "pager rota"};
  ladder.pillars.resize(1);
  ladder.pillars[0].responsibilities.resize(1);
  const BehaviorFinder finder(ladder);
  REQUIRE_FALSE(finder.find("did pager duty").empty());
  CHECK(finder.find("did pager duty").front().behavior == 0);
  CHECK(finder.find("did silent duty").front().behavior == 1);
}

TEST_CASE("a word that was tied once is found again", "[analysis]") {
  const std::string text = "fed the quokka";
  CHECK(find_keys(ic3(), text).empty());
  const std::vector<TiedText> ties{{7, "Quokka rollout"}, {99'999, "quokka elsewhere"}};
  const auto found = BehaviorFinder(ic3(), ties).find(text);
  REQUIRE(found.size() == 1);
  CHECK(found.front().behavior == 7);
  CHECK(found.front().words == std::vector<std::string>{"quokka"});
}

TEST_CASE("at most as many behaviors are found as asked for, best first and equals in ladder order", "[analysis]") {
  const BehaviorFinder finder(ic3());
  const std::string text = "mentored an intern, wrote a postmortem, ran an A/B test, reviewed PRs";
  CHECK(finder.find(text, 0).empty());
  CHECK(finder.find(text, 1).size() == 1);
  const auto all = finder.find(text, 100);
  CHECK(all.size() > 3);
  const auto is_in_order = [](const FittingBehavior& one, const FittingBehavior& next) {
    return one.score > next.score || (one.score == next.score && one.behavior < next.behavior);
  };
  CHECK(std::adjacent_find(all.begin(), all.end(),
                           [&](const auto& one, const auto& next) { return !is_in_order(one, next); }) == all.end());
}

TEST_CASE("finding behaviors gives the same result each time, whichever way the finder came about", "[analysis]") {
  BehaviorFinder first(ic3());
  const BehaviorFinder second(ic3());
  const BehaviorFinder moved(std::move(first));
  for (const LogLine& line : load_log_lines()) CHECK(moved.find(line.text) == second.find(line.text));
}

TEST_CASE("texts of any length and bytes are searched", "[analysis]") {
  const BehaviorFinder finder(ic3());
  std::string longest;
  for (int number = 0; longest.size() < (1U << 16U); ++number)
    longest += "outage" + std::to_string(number % 97) + " review ";
  CHECK_FALSE(finder.find(longest).empty());
  CHECK(finder.find(std::string(1U << 16U, 'a')).empty());
  CHECK(finder.find("\xff\xfe \xc3\x28 \xe2\x80").empty());
  const auto quoted = finder.find("\u201cPostmortem\u201d \u2013 the team\u2019s outage\u2026");
  REQUIRE_FALSE(quoted.empty());
  CHECK(quoted.front().words.front() == "Postmortem");
}

TEST_CASE("a ladder without behaviors fits nothing", "[analysis]") {
  CHECK(BehaviorFinder(Ladder{}).find("wrote a postmortem").empty());
}
