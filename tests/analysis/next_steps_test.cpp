#include <rung/analysis/next_steps.hpp>

#include <algorithm>

#include "analysis/coded_assessment.hpp"
#include "catch.hpp"

using namespace rung;

namespace {

using StepIndices = std::vector<std::size_t>;

std::vector<NextStep> find_steps(const Assessment& assessment, const Gates& gates,
                                 const std::vector<Assessment>& earlier = {}) {
  const Gaps gaps = find_gaps(assessment);
  return find_next_steps(gaps, judge_readiness(gaps, gates), look_back(gaps, earlier));
}

std::vector<NextStep> find_steps(const Assessment& assessment) {
  return find_steps(assessment, assessment.ladder.gates);
}

/// The first behavior of each step.
StepIndices firsts(const std::vector<NextStep>& steps) {
  StepIndices indices;
  for (const NextStep& step : steps) indices.push_back(step.behaviors.front());
  return indices;
}

void give_evidence(Assessment& assessment) {
  for (Answer& answer : assessment.answers) answer.evidence = {{"Did it.", {}, assessment.on, ""}};
}

Gates no_gates() {
  Gates gates;
  gates.coverage = gates.not_applicable = gates.at_target = gates.pillar_at_target = gates.shown = std::nullopt;
  gates.responsibility_at_target = std::nullopt;
  gates.floor = std::nullopt;
  return gates;
}

}  // namespace

TEST_CASE("nothing is left to do where every gate is passed and no gap is left", "[analysis]") {
  Assessment whole = assess_coded({{{3, 3}}, {{3, 3}}});
  give_evidence(whole);
  CHECK(find_steps(whole).empty());
}

TEST_CASE("each short gate gets a step of its own kind", "[analysis]") {
  // Coverage, what is not applicable, and what is shown are short.
  const std::vector<NextStep> steps = find_steps(assess_coded({{{3, 3, 3, 3, 0, 0}}, {{3, 3, 3, 3, -2, -2}}}));
  REQUIRE(steps.size() == most_next_steps);
  CHECK(steps[0].kind == StepKind::answer);
  CHECK(steps[0].gate == GateKind::coverage);
  CHECK(steps[0].behaviors == StepIndices{4, 5});
  CHECK(steps[1].kind == StepKind::reconsider);
  CHECK(steps[1].behaviors == StepIndices{10, 11});
  CHECK(steps[2].kind == StepKind::show);
  CHECK(steps[2].gate == GateKind::shown);
  CHECK(steps[2].missing == 4);
  CHECK(steps[2].behaviors.size() == 8);
}

TEST_CASE("a behavior that serves two short gates comes first, then the nearest to its target", "[analysis]") {
  // Overall 5 of 10, and the second pillar has 1 of 5.
  Assessment assessment = assess_coded({{{3, 3, 3, 3, 2}}, {{3, 2, 1}, {2, 2}}});
  give_evidence(assessment);
  Gates gates = no_gates();
  gates.at_target = 0.8;
  gates.pillar_at_target = 0.6;
  const std::vector<NextStep> steps = find_steps(assessment, gates);
  CHECK(firsts(steps) == StepIndices{6, 8, 9});
  CHECK(steps[0].gate == GateKind::pillar_at_target);
  CHECK(steps[0].missing == 2);
  CHECK(steps[2].gate == GateKind::at_target);
}

TEST_CASE("a pillar that needs two more gets two steps, and other gates are not forgotten", "[analysis]") {
  const Assessment assessment = assess_coded({{{3, 3, 3, 3}}, {{3, 3, 3, 2, 2, 2, 2}}});
  Gates gates = no_gates();
  gates.pillar_at_target = 0.6;
  gates.shown = 0.5;
  const std::vector<NextStep> steps = find_steps(assessment, gates);
  CHECK(firsts(steps) == StepIndices{7, 8, 0});
  CHECK(steps[0].missing == 2);
  CHECK(steps[2].kind == StepKind::show);
}

TEST_CASE("a short pillar in which nothing is below target asks for an opportunity", "[analysis]") {
  Gates gates = no_gates();
  gates.pillar_at_target = 0.6;
  const std::vector<NextStep> steps = find_steps(assess_coded({{{3, -1, -1}}, {{3}}}), gates);
  REQUIRE(steps.size() == 2);
  CHECK(steps[0].kind == StepKind::opportunity);
  CHECK(steps[0].gate == GateKind::pillar_at_target);
  CHECK(firsts(steps) == StepIndices{1, 2});
}

TEST_CASE("without a short gate the widest gap comes first, then what never moved, then no opportunity", "[analysis]") {
  Assessment now = assess_coded({{{2, 3, 2, -1, 1}}});
  now.on = std::chrono::year(2026) / 3 / 14;
  std::vector<Assessment> earlier;
  for (const int month : {1, 2}) {
    earlier.insert(earlier.begin(), assess_coded({{{1, 3, 2, -1, 3}}}));
    earlier.front().on = std::chrono::year(2026) / month / 14;
  }
  const std::vector<NextStep> steps = find_steps(now, no_gates(), earlier);
  CHECK(firsts(steps) == StepIndices{4, 2, 3});
  CHECK(steps[0].is_widest);
  CHECK_FALSE(steps[0].gate);
  CHECK(steps[1].unmoved_since == std::chrono::year(2026) / 1 / 14);
  CHECK(steps[2].kind == StepKind::opportunity);
}

TEST_CASE("no behavior is named twice", "[analysis]") {
  for (const auto& codes : std::vector<Ratings>{{1, 1, 1, 1}, {2, 1, -1, 0}, {-2, 1, 4, 0}, {0, 0, 0, 0}, {-1, -1}}) {
    StepIndices named;
    for (const NextStep& step : find_steps(assess_coded({{codes}, {codes}})))
      if (step.behaviors.size() == 1) named.push_back(step.behaviors.front());
    std::sort(named.begin(), named.end());
    CHECK(std::adjacent_find(named.begin(), named.end()) == named.end());
  }
}
