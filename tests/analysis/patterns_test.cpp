#include <rung/analysis/patterns.hpp>

#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "assessment/sample_ladder.hpp"
#include "catch.hpp"

using namespace rung;

namespace {

/// Pillars of ten behaviors each, target 3, all rated `values` in turn, with evidence for each.
Assessment make_large(const std::vector<int>& values) {
  Ladder ladder = make_ladder();
  ladder.pillars.clear();
  for (std::size_t pillar = 0; pillar * 10 < values.size(); ++pillar) {
    const std::string id = fmt::format("p{}", pillar);
    Responsibility responsibility{"r", "R", "", {}};
    for (std::size_t index = pillar * 10; index < std::min(values.size(), pillar * 10 + 10); ++index)
      responsibility.behaviors.push_back(make_behavior(id + ".r", fmt::format("b{}", index), "I do."));
    ladder.pillars.push_back({id, id, "", {responsibility}});
  }
  Assessment assessment = make_assessment(std::move(ladder));
  for (std::size_t index = 0; index < values.size(); ++index) {
    assessment.answers[index].rating = Rated{values[index]};
    assessment.answers[index].evidence = {{fmt::format("Did {}.", index), {}, assessment.on, ""}};
  }
  return assessment;
}

std::vector<int> mixed(std::size_t count) {
  std::vector<int> values;
  for (std::size_t index = 0; index < count; ++index) values.push_back(index % 2 == 0 ? 2 : 3);
  return values;
}

std::optional<Pattern> find(const Assessment& assessment, PatternKind kind, const Assessment* previous = nullptr) {
  for (const Pattern& pattern : find_patterns(find_gaps(assessment), previous))
    if (pattern.kind == kind) return pattern;
  return std::nullopt;
}

using Behaviors = std::vector<std::size_t>;

Evidence proof(const char* text, const char* day) { return {text, {}, *parse_date(day), ""}; }

}  // namespace

TEST_CASE("mixed ratings with evidence give no second look", "[analysis]") {
  CHECK(find_patterns(find_gaps(make_large(mixed(20)))).empty());
  CHECK(find_patterns(find_gaps(make_assessment())).empty());
}

TEST_CASE("one value for nine of ten ratings is seen from 20 ratings on", "[analysis]") {
  std::vector<int> values(20, 3);
  values[0] = values[1] = 2;
  const auto pattern = find(make_large(values), PatternKind::one_value);
  REQUIRE(pattern);
  CHECK(pattern->share == Share{18, 20});
  CHECK(pattern->value == 3);
  CHECK(pattern->behaviors.size() == 18);
  CHECK(pattern->behaviors.front() == 2);
  values[2] = 2;
  CHECK_FALSE(find(make_large(values), PatternKind::one_value));
  CHECK_FALSE(find(make_large(std::vector<int>(19, 3)), PatternKind::one_value));
}

TEST_CASE("pillars in which all ratings are the same are seen when half of them are", "[analysis]") {
  std::vector<int> values = mixed(24);
  for (std::size_t index = 10; index < 20; ++index) values[index] = 3;
  const auto pattern = find(make_large(values), PatternKind::flat_pillars);
  REQUIRE(pattern);
  CHECK(pattern->share == Share{1, 2});  // the third pillar has four ratings only
  CHECK(pattern->pillars == std::vector<std::size_t>{1});
  CHECK(pattern->behaviors.size() == 10);
  std::vector<int> third = mixed(30);
  for (std::size_t index = 10; index < 20; ++index) third[index] = 3;
  CHECK_FALSE(find(make_large(third), PatternKind::flat_pillars));
}

TEST_CASE("ratings above target need evidence that counts", "[analysis]") {
  Assessment assessment = make_large({4, 4, 4, 3, 2});
  assessment.answers[1].evidence = {proof("Long ago.", "2019-01-01")};
  assessment.answers[1].note = "Everybody knows.";
  assessment.answers[2].evidence.clear();
  assessment.answers[3].evidence.clear();
  const auto pattern = find(assessment, PatternKind::above_without_evidence);
  REQUIRE(pattern);
  CHECK(pattern->share == Share{2, 3});
  CHECK(pattern->behaviors == Behaviors{1, 2});
}

TEST_CASE("two proofs since the last assessment contradict a rating below target", "[analysis]") {
  Assessment assessment = make_large({1, 2, 3});
  assessment.answers[0].evidence = {proof("a", "2026-01-10"), proof("b", "2026-02-10"), proof("c", "2026-03-10")};
  const auto first = find(assessment, PatternKind::below_with_evidence);
  REQUIRE(first);
  CHECK(first->share == Share{1, 2});
  CHECK(first->behaviors == Behaviors{0});
  CHECK_FALSE(first->since);
  Assessment previous = assessment;
  previous.on = *parse_date("2026-02-01");
  previous.answers[0].evidence = {proof("a", "2026-01-10")};
  const auto second = find(assessment, PatternKind::below_with_evidence, &previous);
  REQUIRE(second);
  CHECK(second->since == previous.on);
  previous.on = *parse_date("2026-02-28");
  CHECK_FALSE(find(assessment, PatternKind::below_with_evidence, &previous));
}

TEST_CASE("a rating that rose without new evidence is seen", "[analysis]") {
  const Assessment previous = make_large({2, 2, 3, 4});
  Assessment assessment = make_large({3, 3, 3, 3});
  assessment.answers[1].evidence.push_back(proof("New.", "2026-03-01"));
  const auto pattern = find(assessment, PatternKind::raised_without_evidence, &previous);
  REQUIRE(pattern);
  CHECK(pattern->share == Share{1, 2});
  CHECK(pattern->behaviors == Behaviors{0});
  CHECK(pattern->since == previous.on);
  CHECK_FALSE(find(assessment, PatternKind::raised_without_evidence));
  Assessment reworded = previous;
  for (Behavior& behavior : reworded.ladder.pillars[0].responsibilities[0].behaviors) behavior.text = "I never did.";
  CHECK_FALSE(find(assessment, PatternKind::raised_without_evidence, &reworded));
}

TEST_CASE("a note that stayed while its rating moved is seen", "[analysis]") {
  Assessment previous = make_large({2, 2, 3});
  Assessment assessment = make_large({3, 1, 3});
  for (Assessment* one : {&previous, &assessment})
    for (Answer& answer : one->answers) answer.note = "As ever.";
  assessment.answers[0].note = "Better now.";
  const auto pattern = find(assessment, PatternKind::note_unchanged, &previous);
  REQUIRE(pattern);
  CHECK(pattern->share == Share{1, 2});
  CHECK(pattern->behaviors == Behaviors{1});
}

TEST_CASE("more than a tenth not applicable is seen, and a reason for more than three", "[analysis]") {
  Assessment assessment = make_large(mixed(30));
  const auto excuse = [&assessment](std::size_t index, const char* reason) {
    assessment.answers[index].rating = NotApplicable{reason};
  };
  excuse(3, "No on-call here");
  excuse(7, "no on-call here ");
  excuse(11, "No on-call here");
  CHECK_FALSE(find(assessment, PatternKind::many_not_applicable));
  CHECK_FALSE(find(assessment, PatternKind::repeated_reason));
  excuse(12, "Another team's");
  const auto many = find(assessment, PatternKind::many_not_applicable);
  REQUIRE(many);
  CHECK(many->share == Share{4, 30});
  CHECK(many->behaviors == Behaviors{3, 7, 11, 12});
  CHECK_FALSE(find(assessment, PatternKind::repeated_reason));
  excuse(13, "no on-call here");
  const auto repeated = find(assessment, PatternKind::repeated_reason);
  REQUIRE(repeated);
  CHECK(repeated->share == Share{4, 5});
  CHECK(repeated->behaviors == Behaviors{3, 7, 11, 13});
}

TEST_CASE("a median of less than four seconds is seen; breaks and given answers do not count", "[analysis]") {
  Assessment assessment = make_large(mixed(6));
  const auto answered = [&assessment](std::size_t index, int second) {
    assessment.answers[index].answered_at = make_time("2026-03-14T09:00:00Z");
    assessment.answers[index].answered_at->at += std::chrono::seconds(second);
  };
  answered(0, 0);
  answered(1, 3);
  answered(2, 7);
  answered(3, 1'000);
  answered(4, 1'003);
  answered(5, 1'003);
  assessment.answers[5].origin = Origin::given;
  const auto pattern = find(assessment, PatternKind::quick_answers);
  REQUIRE(pattern);
  CHECK(pattern->share == Share{2, 3});
  CHECK(pattern->seconds == 3.0);
  CHECK(pattern->behaviors == Behaviors{1, 4});
  answered(2, 8);
  answered(4, 1'004);
  CHECK_FALSE(find(assessment, PatternKind::quick_answers));
}

TEST_CASE("a pace shows after ten typed answers, and breaks are no part of it", "[analysis]") {
  Assessment assessment = make_large(mixed(12));
  const auto answered = [&assessment](std::size_t index, int second) {
    assessment.answers[index].answered_at = make_time("2026-03-14T09:00:00Z");
    assessment.answers[index].answered_at->at += std::chrono::seconds(second);
  };
  for (int index = 0; index < 9; ++index) answered(static_cast<std::size_t>(index), index * 10);
  CHECK_FALSE(find_pace(assessment));
  answered(9, 90);
  CHECK(find_pace(assessment) == std::chrono::seconds(10));
  answered(10, 4'000);
  CHECK(find_pace(assessment) == std::chrono::seconds(10));
}
