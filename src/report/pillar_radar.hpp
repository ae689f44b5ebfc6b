#pragma once

#include <optional>
#include <string>
#include <vector>

#include <rung/analysis/gaps.hpp>
#include <rung/analysis/readiness.hpp>
#include <rung/report/document.hpp>

namespace rung {

/// Fewer axes than three make no area.
inline constexpr std::size_t fewest_axes = 3;

/// How each pillar of a ladder stood at one time.
struct PillarSeries {
  std::string name;
  std::vector<Tally> pillars;  ///< in ladder order
};

/// The share at target of each pillar, once or before and after. `needed` is what the gate for every pillar asks;
/// nothing: there is no such gate.
Radar make_pillar_radar(std::string title, const Ladder& ladder, const std::vector<PillarSeries>& series,
                        std::optional<double> needed);

/// What the gate for every pillar asks, 0 to 1.
std::optional<double> find_needed_share(const Readiness& readiness);

}  // namespace rung
