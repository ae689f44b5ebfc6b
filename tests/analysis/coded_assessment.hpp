#pragma once

#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include <rung/assessment/assessment.hpp>

#include "assessment/sample_ladder.hpp"

namespace rung {

/// The ratings of one responsibility: 1 to 4; 0 unrated, -1 no opportunity, -2 not applicable.
using Ratings = std::vector<int>;

inline Rating to_rating(int code) {
  if (code == 0) return Unrated{};
  if (code == -1) return NoOpportunity{};
  if (code == -2) return NotApplicable{"Not in this job."};
  return Rated{code};
}

/// An assessment of pillars of responsibilities, target 3, floor 2.
inline Assessment assess_coded(const std::vector<std::vector<Ratings>>& pillars) {
  Ladder ladder = make_ladder();
  ladder.pillars.clear();
  std::vector<Rating> ratings;
  for (const std::vector<Ratings>& responsibilities : pillars) {
    Pillar& pillar = ladder.pillars.emplace_back();
    pillar.id = pillar.title = fmt::format("p{}", ladder.pillars.size());
    for (const Ratings& codes : responsibilities) {
      Responsibility& responsibility = pillar.responsibilities.emplace_back();
      responsibility.id = responsibility.title = fmt::format("r{}", pillar.responsibilities.size());
      for (const int code : codes) {
        responsibility.behaviors.push_back(make_behavior(fmt::format("{}.{}", pillar.id, responsibility.id),
                                                         fmt::format("b{}", responsibility.behaviors.size()), "I do."));
        ratings.push_back(to_rating(code));
      }
    }
  }
  Assessment assessment = make_assessment(std::move(ladder));
  for (std::size_t index = 0; index < ratings.size(); ++index) assessment.answers[index].rating = ratings[index];
  return assessment;
}

}  // namespace rung
