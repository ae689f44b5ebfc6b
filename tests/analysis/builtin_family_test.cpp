#include <algorithm>
#include <fstream>
#include <optional>
#include <set>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include <rung/analysis/carry_over.hpp>
#include <rung/analysis/changes.hpp>
#include <rung/analysis/ladder_diff.hpp>
#include <rung/analysis/match.hpp>
#include <rung/analysis/trend.hpp>
#include <rung/ladder/builtin.hpp>
#include <rung/ladder/parse.hpp>

#include "assessment/sample_ladder.hpp"
#include "catch.hpp"

using namespace rung;

namespace {

Ladder parse(const std::string& yaml, const std::string& name) {
  Parsed<Ladder> parsed = parse_ladder(yaml, name);
  for (const Diagnostic& diagnostic : parsed.diagnostics) UNSCOPED_INFO(diagnostic.message);
  REQUIRE(parsed);
  return *std::move(parsed.value);
}

Ladder load_today(const std::string& id) {
  for (const BuiltinLadder& builtin : builtin_ladders())
    if (builtin.id == id) return parse(std::string(builtin.yaml), id);
  FAIL("there is no built-in ladder " << id);
  return {};
}

/// The ladder as it was built in as version 1.
Ladder load_version_1(const std::string& id) {
  std::ifstream file(std::string(RUNG_TEST_DATA) + "/builtin/1/" + id + ".yaml", std::ios::binary);
  REQUIRE(file.is_open());
  std::ostringstream bytes;
  bytes << file.rdbuf();
  return parse(bytes.str(), id);
}

/// Every behavior is rated, with a note and evidence of its own.
Assessment rate_all(const Ladder& ladder) {
  Assessment assessment = make_assessment(ladder);
  int number = 0;
  for (Answer& answer : assessment.answers) {
    answer.rating = Rated{1 + number++ % 4};
    answer.note = "About " + answer.behavior;
    answer.evidence = {{"Did " + answer.behavior, {}, *parse_date("2026-02-21"), ""}};
  }
  assessment.finished_at = make_time("2026-03-14T10:00:00+01:00");
  return assessment;
}

bool has_same_content(const Answer& one, const Answer& other) {
  return one.rating == other.rating && one.note == other.note && one.evidence == other.evidence;
}

/// An assessment of version 1, and the same person half a year later on the ladder of today.
struct Walk {
  explicit Walk(const std::string& id) : old(rate_all(load_version_1(id))), ladder(load_today(id)) {}

  /// The key that the behavior had in version 1 if it is declared to mean the same; empty otherwise.
  [[nodiscard]] std::string kept_key(const Behavior& behavior) const {
    if (std::find(behavior.same_as.begin(), behavior.same_as.end(), "1") == behavior.same_as.end()) return {};
    if (find_answer(old, behavior.key) != nullptr) return behavior.key;
    for (const std::string& key : behavior.formerly)
      if (find_answer(old, key) != nullptr) return key;
    return {};
  }

  Assessment old;
  Ladder ladder;
};

/// Walks every way from the old assessment to the ladder of today; returns the ids of the behaviors that lose their
/// answer on one of them.
std::set<std::string> find_lost(const Walk& walk) {
  EarlierAnswersOf earlier(walk.ladder);
  earlier.add(walk.old);
  Assessment updated = make_assessment(walk.ladder);
  updated.sitting = "00000000000000000000000000000002";
  updated.on = *parse_date("2026-09-14");
  carry(updated, earlier.answers(), LeftBehaviors::carried);
  const Assessment resumed = fit_to(walk.old, walk.ladder);
  const Changes changes = compare(walk.old, updated);
  const auto behaviors = list_behaviors(walk.ladder);
  std::set<std::string> lost;
  for (std::size_t number = 0; number < behaviors.size(); ++number) {
    const Behavior& behavior = *behaviors[number].behavior;
    const auto& unasked = changes.not_asked_again;
    const bool is_history = std::find(unasked.begin(), unasked.end(), number) != unasked.end();
    const std::string key = walk.kept_key(behavior);
    const Answer* before = key.empty() ? nullptr : find_answer(walk.old, key);
    const bool is_kept = before != nullptr && has_same_content(updated.answers[number], *before) &&
                         has_same_content(resumed.answers[number], *before) && is_history;
    if (!is_kept) lost.insert(behavior.id);
  }
  return lost;
}

std::size_t count_declared(const Ladder& ladder) {
  const auto behaviors = list_behaviors(ladder);
  return static_cast<std::size_t>(std::count_if(behaviors.begin(), behaviors.end(), [](const PlacedBehavior& placed) {
    return !placed.behavior->same_as.empty();
  }));
}

}  // namespace

TEST_CASE("neighboring built-in ladders differ as the pages that they restate", "[analysis]") {
  const auto counts = [](const char* before, const char* after) {
    return compare_ladders(load_today(before), load_today(after)).counts;
  };
  CHECK(counts("ic1-mle", "ic2-mle") == FateCounts{10, 11, 23, 9});
  CHECK(counts("ic2-mle", "ic3-mle") == FateCounts{9, 6, 38, 29});
  CHECK(counts("ic3-mle", "ic4-mle") == FateCounts{16, 14, 24, 23});
  CHECK(counts("ic4-mle", "ic5-mle") == FateCounts{7, 6, 45, 41});
}

TEST_CASE("what two neighboring levels say alike has one key, one title, and one text", "[analysis]") {
  const std::vector<std::string> levels{"ic1-mle", "ic2-mle", "ic3-mle", "ic4-mle", "ic5-mle"};
  for (std::size_t at = 1; at < levels.size(); ++at) {
    const LadderDiff diff = compare_ladders(load_today(levels[at - 1]), load_today(levels[at]));
    for (const PillarDiff& pillar : diff.pillars) {
      for (const ComparedBehavior& one : pillar.behaviors) {
        if (one.fate != BehaviorFate::identical) continue;
        const Behavior& before = *place(diff.before, *one.before).behavior;
        const Behavior& after = *place(diff.after, *one.after).behavior;
        INFO(levels[at] << " " << after.key);
        CHECK(before.id == after.id);
        CHECK(before.title == after.title);
      }
    }
  }
}

TEST_CASE("an assessment of the first IC3 keeps all but the answers to what was corrected", "[analysis]") {
  const Walk walk("ic3-mle");
  const std::set<std::string> corrected{
      "own-projects",        "customer-impact",         "contribute-ideas",  "set-goals",        "execute-roadmap",
      "advanced-interviews", "coordinate-requirements", "simple-components", "know-dependencies"};
  CHECK(find_lost(walk) == corrected);
  CHECK(count_declared(walk.ladder) == 44);

  const LadderDiff diff = compare_ladders(walk.old.ladder, walk.ladder);
  CHECK(diff.counts == FateCounts{44, 9, 0, 0});
}

TEST_CASE("the history of the first IC3 is compared in all but what was corrected", "[analysis]") {
  const Walk walk("ic3-mle");
  Assessment later = rate_all(walk.ladder);
  later.sitting = "00000000000000000000000000000002";
  later.on = *parse_date("2026-09-14");
  later.finished_at = make_time("2026-09-14T10:00:00+02:00");
  const std::vector<Assessment> both{walk.old, later};
  const Trend trend = trace_trend(both);
  REQUIRE(trend.points.size() == 2);
  CHECK(trend.points[0].compared == 44);
  CHECK(trend.points[1].compared == 53);
  CHECK(compare(walk.old, later).reworded.size() == 9);
}

TEST_CASE("an assessment of the first IC2 or IC4 keeps the answers to what means the same", "[analysis]") {
  const auto [id, kept] = GENERATE(table<std::string, std::size_t>({{"ic2-mle", 6}, {"ic4-mle", 18}}));
  const Walk walk(id);
  INFO(id);
  CHECK(count_declared(walk.ladder) == kept);
  CHECK(list_behaviors(walk.ladder).size() - find_lost(walk).size() == kept);
}

TEST_CASE("no answer is dropped on the way from a first version: what has no place is set aside", "[analysis]") {
  for (const char* id : {"ic2-mle", "ic3-mle", "ic4-mle"}) {
    INFO(id);
    const Walk walk(id);
    const Assessment resumed = fit_to(walk.old, walk.ladder);
    const auto placed = std::count_if(resumed.answers.begin(), resumed.answers.end(),
                                      [](const Answer& answer) { return !answer.evidence.empty(); });
    CHECK(static_cast<std::size_t>(placed) + resumed.set_aside.size() == walk.old.answers.size());
  }
}

TEST_CASE("former keys of one level do not reach into another", "[analysis]") {
  // The first IC2 had keys that IC3 still has, so IC2 names them as former keys.
  for (const Pairing pairing : {Pairing::by_key, Pairing::by_text})
    for (const BehaviorMatch& pair : match_ladders(load_today("ic3-mle"), load_today("ic2-mle"), pairing).pairs)
      CHECK(pair.basis != MatchBasis::formerly);
}
