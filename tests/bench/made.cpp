#include "made.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <string>

#include <rung/ladder/defaults.hpp>

namespace bench {
namespace {

using namespace rung;

constexpr int pillars = 6;
constexpr int behaviors_of_a_responsibility = 3;

Behavior make_behavior(const std::string& place, int number) {
  Behavior behavior;
  behavior.id = fmt::format("behavior-{}", number);
  behavior.key = place + "." + behavior.id;
  behavior.text = fmt::format(
      "I hold what I build to bar {} of our team, say what it costs before we begin, and change my mind when a "
      "measurement tells me so.",
      number);
  return behavior;
}

Responsibility make_responsibility(const std::string& pillar, int first, int last) {
  Responsibility one;
  one.id = fmt::format("part-{}", first);
  one.title = fmt::format("Part {}", first);
  for (int number = first; number < last; ++number)
    one.behaviors.push_back(make_behavior(pillar + "." + one.id, number));
  return one;
}

}  // namespace

Ladder make_ladder(int behaviors) {
  Ladder ladder;
  ladder.id = "made";
  ladder.title = "Made for measuring";
  ladder.level = "IC3";
  ladder.scale = default_scale();
  ladder.target = default_target(ladder.scale);
  ladder.gates.floor = default_floor(ladder.scale, ladder.target);
  for (int index = 0; index < pillars; ++index) {
    Pillar pillar;
    pillar.id = fmt::format("pillar-{}", index + 1);
    pillar.title = fmt::format("Pillar {}", index + 1);
    const int end = behaviors * (index + 1) / pillars;
    for (int first = behaviors * index / pillars; first < end; first += behaviors_of_a_responsibility) {
      pillar.responsibilities.push_back(
          make_responsibility(pillar.id, first, std::min(end, first + behaviors_of_a_responsibility)));
    }
    ladder.pillars.push_back(std::move(pillar));
  }
  return ladder;
}

void answer(Assessment& assessment, std::mt19937& random) {
  const auto one_in = [&random](unsigned many) { return random() % many == 0; };
  for (Answer& one : assessment.answers) {
    one.answered_at = assessment.started_at;
    if (one_in(20)) {
      one.rating = one_in(2) ? Rating(NoOpportunity{}) : Rating(NotApplicable{"There is nobody to hire this year."});
      continue;
    }
    one.rating = Rated{static_cast<int>(1 + random() % 4)};
    if (one_in(3)) one.note = "The rollout in spring, which took two weeks longer than planned; see the retrospective.";
    if (one_in(10))
      one.evidence = {{"Retrospective",
                       {"https://example.org/retro?id=" + std::to_string(random())},
                       std::chrono::year(2026) / 3 / 9,
                       ""}};
  }
}

Assessment make_assessment(const Ladder& ladder, unsigned seed) {
  const Timestamp at{std::chrono::sys_days(std::chrono::year(2026) / 3 / 9) + std::chrono::hours(9 + seed), {}};
  Assessment assessment = start_assessment({ladder, {"kim"}, {"kim", RaterRole::self}, "", std::to_string(seed), at});
  assessment.finished_at = at;
  std::mt19937 random(seed);
  answer(assessment, random);
  return assessment;
}

}  // namespace bench
