#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include <rung/analysis/gaps.hpp>
#include <rung/analysis/share.hpp>
#include <rung/analysis/trend.hpp>
#include <rung/assessment/assessment.hpp>

namespace rung {

/// The number of earlier assessments that a report uses: with its own, the three times of a standstill.
inline constexpr std::size_t most_looked_back = standstill - 1;

/// The previous standing of the behaviors with the same text and scale.
struct TimeBefore {
  Date on{};         ///< the date that it judged
  int compared = 0;  ///< behaviors that can be compared
  Share before;      ///< at target, of those that applied then, by today's targets
  Share now;         ///< at target, of those that apply now
  friend bool operator==(const TimeBefore&, const TimeBefore&) = default;
};

/// What earlier assessments by the same rater about the same subject add to one.
struct LookBack {
  std::optional<TimeBefore> previous;  ///< absent without an earlier assessment
  /// One per behavior, in ladder order: the date since which it has had the same rating below target, if that covers
  /// the last three times it was asked; otherwise absent.
  std::vector<std::optional<Date>> unmoved_since;
};

/// `earlier` are finished and on the same ladder, latest first. Carried answers are ignored.
LookBack look_back(const Gaps& gaps, std::span<const Assessment> earlier);

}  // namespace rung
