#include <rung/analysis/changes.hpp>

#include <string>

#include "assessment/sample_ladder.hpp"
#include "catch.hpp"

using namespace rung;

namespace {

using Keys = std::vector<std::string>;

Keys keys_of(const Changes& changes, const std::vector<std::size_t>& indices) {
  Keys keys;
  for (const std::size_t index : indices) keys.push_back(changes.place(changes.behaviors[index]).behavior->key);
  return keys;
}

Assessment make_rated(const Rating& a, const Rating& b, const Rating& c, const Rating& d) {
  Assessment assessment = make_assessment();
  rate(assessment, impact, a);
  rate(assessment, quality, b);
  rate(assessment, planning, c);
  rate(assessment, mentoring, d);
  return assessment;
}

Behavior& behavior_of(Ladder& ladder, std::size_t responsibility, std::size_t behavior) {
  return ladder.pillars[0].responsibilities[responsibility].behaviors[behavior];
}

std::size_t count_joined(const Changes& changes) {
  return changes.improved.size() + changes.regressed.size() + changes.newly_rated.size() +
         changes.no_longer_rated.size() + changes.state_changes.size() + changes.not_subtracted.size() +
         changes.not_asked_again.size() + changes.unchanged.size() + changes.reworded.size();
}

}  // namespace

TEST_CASE("ratings that moved are listed furthest first", "[analysis]") {
  const auto before = make_rated(Rated{2}, Rated{1}, Rated{4}, Rated{3});
  const auto after = make_rated(Rated{3}, Rated{4}, Rated{2}, Rated{2});
  const Changes changes = compare(before, after);
  CHECK(keys_of(changes, changes.improved) == Keys{quality, impact});
  const Change& furthest = changes.behaviors[changes.improved[0]];
  CHECK(furthest.moved == 3);
  CHECK(changes.place(furthest).pillar->title == "Results");
  CHECK(changes.place(furthest).responsibility->title == "Impact");
  CHECK(changes.place(furthest).behavior->text == "What I ship holds.");
  CHECK(keys_of(changes, changes.regressed) == Keys{planning, mentoring});
  CHECK(changes.behaviors[changes.regressed[0]].moved == -2);
  REQUIRE(changes.pillars.size() == 2);
  CHECK(changes.pillars[0].improved == 2);
  CHECK(changes.pillars[0].regressed == 1);
  CHECK(changes.pillars[0].before.distribution == std::vector<int>{1, 1, 0, 1});
  CHECK(changes.pillars[0].after.distribution == std::vector<int>{0, 1, 1, 1});
  CHECK(changes.pillars[0].before.share_at_target() == Share{1, 3});
  CHECK(changes.pillars[0].after.share_at_target() == Share{2, 3});
  CHECK(changes.pillars[1].regressed == 1);
  CHECK(changes.pillars[1].before.distribution == std::vector<int>{0, 0, 1, 0});
  CHECK(changes.pillars[1].after.distribution == std::vector<int>{0, 1, 0, 0});
  CHECK(changes.overall.improved == 2);
  CHECK(changes.overall.regressed == 2);
}

TEST_CASE("every pair of states has its list", "[analysis]") {
  const Rating states[] = {Unrated{}, NotApplicable{"x"}, NoOpportunity{}, Rated{2}};
  for (std::size_t from = 0; from < 4; ++from) {
    for (std::size_t to = 0; to < 4; ++to) {
      CAPTURE(from, to);
      const Changes changes = compare(make_rated(states[from], Rated{1}, Rated{1}, Rated{1}),
                                      make_rated(states[to], Rated{1}, Rated{1}, Rated{1}));
      CHECK(count_joined(changes) == 4);
      CHECK(keys_of(changes, changes.unchanged) ==
            (from == to ? Keys{impact, quality, planning, mentoring} : Keys{quality, planning, mentoring}));
      const auto stays = [&](std::size_t state) { return from == state && to == state ? 1 : 0; };
      CHECK(changes.unchanged_states == StateCounts{3 + stays(3), stays(1), stays(2), stays(0)});
      const Tally& after = changes.pillars[0].after;
      CHECK(after.unrated == (to == 0 ? 1 : 0));
      CHECK(after.not_applicable == (to == 1 ? 1 : 0));
      CHECK(after.no_opportunity == (to == 2 ? 1 : 0));
      CHECK(changes.newly_rated.size() == (from != 3 && to == 3 ? 1 : 0));
      CHECK(changes.no_longer_rated.size() == (from == 3 && to == 0 ? 1 : 0));
      const bool is_other = from != to && to != 3 && !(from == 3 && to == 0);
      CHECK(changes.state_changes.size() == (is_other ? 1 : 0));
    }
  }
}

TEST_CASE("a reworded behavior is never a change of its rating", "[analysis]") {
  const auto before = make_rated(Rated{1}, Rated{1}, Rated{1}, Rated{1});
  auto after = make_rated(Rated{4}, Rated{1}, Rated{1}, Rated{1});
  behavior_of(after.ladder, 0, 0).text = "I ship most things on time.";
  behavior_of(after.ladder, 0, 1).text = " What I\nship   holds. ";
  const Changes changes = compare(before, after);
  CHECK(changes.improved.empty());
  CHECK(changes.unchanged.size() == 3);
  REQUIRE(keys_of(changes, changes.reworded) == Keys{impact});
  const Change& reworded = changes.behaviors[changes.reworded[0]];
  CHECK(changes.words(reworded).size() == 3);
  CHECK(changes.words(reworded)[1] == WordRun{WordFate::come, "most things"});
  CHECK(changes.answer_before(reworded)->rating == Rating(Rated{1}));
  CHECK(changes.answer_after(reworded)->rating == Rating(Rated{4}));
  CHECK(changes.pillars[0].improved == 0);
  CHECK(changes.pillars[0].before == changes.pillars[0].after);
}

TEST_CASE("a text too long to compare by words is not reworded when it is the same", "[analysis]") {
  auto before = make_rated(Rated{1}, Rated{1}, Rated{1}, Rated{1});
  auto after = make_rated(Rated{2}, Rated{1}, Rated{1}, Rated{1});
  std::string text;
  for (int i = 0; i < 1'500; ++i) text += "word ";
  behavior_of(before.ladder, 0, 0).text = text;
  behavior_of(after.ladder, 0, 0).text = text;
  const Changes changes = compare(before, after);
  CHECK(changes.reworded.empty());
  CHECK(keys_of(changes, changes.improved) == Keys{impact});
}

TEST_CASE("behaviors are joined by the keys they had formerly, one to one", "[analysis]") {
  Ladder earlier = make_ladder();
  behavior_of(earlier, 0, 0) = make_behavior("results.delivery", "on-time", "I ship on time.");
  Ladder later = make_ladder();
  // Two claim the same old key, and one of them also a key that still exists. No ladder file can; the first key wins.
  behavior_of(later, 0, 1) = make_behavior("results.impact", "care", "I ship on time.");
  behavior_of(later, 0, 1).formerly = {mentoring, "results.delivery.on-time"};
  Assessment before = make_assessment(earlier);
  Assessment after = make_assessment(later);
  rate(before, "results.delivery.on-time", Rated{1});
  rate(after, "results.impact.care", Rated{2});
  const Changes changes = compare(before, after);
  CHECK(keys_of(changes, changes.improved) == Keys{"results.impact.care"});
  CHECK(keys_of(changes, changes.added) == Keys{impact});
  CHECK(keys_of(changes, changes.removed) == Keys{quality});
  CHECK(count_joined(changes) + changes.added.size() == 4);
}

TEST_CASE("ratings on different scales are never subtracted", "[analysis]") {
  const auto before = make_rated(Rated{1}, Rated{2}, Unrated{}, NoOpportunity{});
  auto after = make_rated(Rated{4}, Rated{2}, Rated{3}, NoOpportunity{});
  after.ladder.scale.points.push_back({5, "Far beyond", ""});
  const Changes changes = compare(before, after);
  CHECK_FALSE(changes.same_scale);
  CHECK(changes.improved.empty());
  CHECK(keys_of(changes, changes.not_subtracted) == Keys{impact, quality});
  CHECK(changes.behaviors[changes.not_subtracted[0]].moved == 0);
  CHECK(keys_of(changes, changes.newly_rated) == Keys{planning});
  CHECK(changes.unchanged.size() == 1);
  CHECK(changes.pillars[0].improved == 0);
  CHECK(changes.pillars[0].regressed == 0);
}

TEST_CASE("other anchors make no other scale, and moves count scale points", "[analysis]") {
  auto before = make_rated(Rated{1}, Unrated{}, Unrated{}, Unrated{});
  auto after = make_rated(Rated{5}, Unrated{}, Unrated{}, Unrated{});
  before.ladder.scale.points = {{1, "No", ""}, {3, "Partly", ""}, {5, "Yes", ""}};
  after.ladder.scale.points = {{1, "No", "Never."}, {3, "Partly", ""}, {5, "Yes", ""}};
  before.ladder.gates.floor = after.ladder.gates.floor = 3;
  const Changes changes = compare(before, after);
  CHECK(changes.same_scale);
  REQUIRE(changes.improved.size() == 1);
  CHECK(changes.behaviors[changes.improved[0]].moved == 2);
  CHECK(changes.unchanged.size() == 3);
  CHECK(changes.unchanged_states == StateCounts{0, 0, 0, 3});
}

TEST_CASE("an assessment compared with itself has not changed", "[analysis]") {
  const auto assessment = make_rated(Rated{1}, NotApplicable{"x"}, NoOpportunity{}, Unrated{});
  const Changes changes = compare(assessment, assessment);
  CHECK(changes.unchanged.size() == 4);
  CHECK(count_joined(changes) == 4);
  CHECK(changes.before == changes.after);
  CHECK(changes.before == assessment);
}

TEST_CASE("the other way round, what improved has regressed", "[analysis]") {
  const Rating ratings[] = {Unrated{}, NotApplicable{"x"}, NoOpportunity{}, Rated{1}, Rated{4}};
  for (const auto& a : ratings) {
    for (const auto& b : ratings) {
      const auto before = make_rated(a, b, Rated{2}, Rated{2});
      const auto after = make_rated(b, Rated{3}, a, Rated{2});
      const Changes there = compare(before, after);
      const Changes back = compare(after, before);
      CHECK(there.improved.size() == back.regressed.size());
      CHECK(there.regressed.size() == back.improved.size());
      CHECK(there.unchanged.size() == back.unchanged.size());
      CHECK(count_joined(there) == 4);
      for (std::size_t i = 0; i < there.pillars.size(); ++i) {
        CHECK(there.pillars[i].improved == back.pillars[i].regressed);
        CHECK(there.pillars[i].before == back.pillars[i].after);
      }
    }
  }
}

TEST_CASE("a carried answer with the same rating was not asked again, one with another rating has moved",
          "[analysis]") {
  const auto before = make_rated(Rated{3}, NotApplicable{"x"}, Rated{2}, Rated{3});
  auto after = make_rated(Rated{3}, NotApplicable{"x"}, Rated{3}, Rated{3});
  for (const auto& key : {impact, quality, planning}) find_answer(after, key)->origin = Origin::carried;
  const Changes changes = compare(before, after);
  CHECK(keys_of(changes, changes.not_asked_again) == Keys{impact, quality});
  CHECK(changes.not_asked_again_states == StateCounts{1, 1, 0, 0});
  CHECK(keys_of(changes, changes.improved) == Keys{planning});
  CHECK(keys_of(changes, changes.unchanged) == Keys{mentoring});
  CHECK(changes.unchanged_states == StateCounts{1, 0, 0, 0});
  CHECK(count_joined(changes) == 4);
}

TEST_CASE("the evidence that came in between is that of the later answer alone", "[analysis]") {
  auto before = make_rated(Rated{2}, Rated{2}, Rated{2}, Rated{2});
  auto after = make_rated(Rated{3}, Rated{2}, Rated{2}, Rated{2});
  const Evidence old{"Shipped the search", {"https://example.com/1"}, parse_date("2026-01-05").value(), ""};
  const Evidence fresh{"Shipped the feed", {}, parse_date("2026-03-01").value(), ""};
  find_answer(before, impact)->evidence = {old};
  find_answer(after, impact)->evidence = {old, fresh};
  find_answer(after, impact)->evidence[0].entry = "01";  // tied to the log later: no new evidence
  const Changes changes = compare(before, after);
  REQUIRE(changes.improved.size() == 1);
  const auto between = changes.evidence_between(changes.behaviors[changes.improved[0]]);
  REQUIRE(between.size() == 1);
  CHECK(*between[0] == fresh);
}

TEST_CASE("what was shown and is claimed because its evidence became too old is listed", "[analysis]") {
  auto before = make_rated(Rated{3}, Rated{3}, Rated{3}, Rated{3});
  auto after = before;
  before.on = parse_date("2025-09-01").value();
  after.on = parse_date("2026-09-01").value();
  after.finished_at = before.finished_at = make_time("2026-09-01T12:00:00Z");
  const auto on = [](const char* day) { return Evidence{"Proof", {}, parse_date(day).value(), ""}; };
  for (Assessment* one : {&before, &after}) {
    find_answer(*one, impact)->evidence = {on("2025-01-01")};
    find_answer(*one, quality)->evidence = {on("2025-01-01")};  // below its own target of 4: never shown
    find_answer(*one, planning)->evidence = {on("2025-01-01"), on("2025-08-01")};
    find_answer(*one, mentoring)->evidence = {on("2020-01-01")};  // claimed both times
  }
  for (Answer& answer : after.answers) answer.origin = Origin::carried;
  const Changes changes = compare(before, after);
  CHECK(keys_of(changes, changes.aged_out) == Keys{impact});
  CHECK(changes.not_asked_again.size() == 4);
  REQUIRE(changes.aged_evidence(changes.behaviors[changes.aged_out[0]]).size() == 1);
}

TEST_CASE("a gate is compared where it asks the same on both sides; another threshold changed the ladder",
          "[analysis]") {
  const auto before = make_rated(Rated{1}, Rated{1}, Rated{1}, Rated{1});
  auto after = make_rated(Rated{4}, Rated{4}, Rated{4}, Rated{4});
  const auto names = [](const Changes& changes) {
    std::vector<std::string_view> all;
    for (const GateChange& gate : changes.gates) all.push_back(gate.name);
    return all;
  };
  const Changes same = compare(before, after);
  CHECK(same.changed_gates.empty());
  REQUIRE(!same.gates.empty());
  CHECK(same.gates.front().name == "coverage");
  CHECK(same.gates.size() == judge_readiness(find_gaps(after), after.ladder.gates).gates.size());

  after.ladder.gates.at_target = 0.5;
  const Changes lower = compare(before, after);
  CHECK(lower.changed_gates == std::vector<std::string_view>{"at_target"});
  CHECK(lower.gates.size() == same.gates.size() - 1);
  for (const std::string_view name : names(lower)) CHECK(name != "at_target");

  after.ladder.target = 2;
  for (const std::string_view name : names(compare(before, after)))
    CHECK((name == "coverage" || name == "not_applicable"));
}
