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

/// How many earlier assessments a report looks back to: with its own, the three times of a standstill.
inline constexpr std::size_t most_looked_back = standstill - 1;

/// Where the same behaviors stood the time before: those asked in the same words and on the same scale.
struct TimeBefore {
  Date on{};         ///< the date that it judged
  int compared = 0;  ///< behaviors that compare
  Share before;      ///< at target of those that applied then, by the targets of today
  Share now;         ///< at target of those that apply now
  friend bool operator==(const TimeBefore&, const TimeBefore&) = default;
};

/// What earlier assessments by the same rater about the same subject say about one.
struct LookBack {
  std::optional<TimeBefore> previous;  ///< absent without an earlier assessment
  /// One for each behavior, in ladder order: since which date it has had the same rating below target, each of the
  /// latest three times that it was asked. Absent for any other.
  std::vector<std::optional<Date>> unmoved_since;
};

/// `earlier` are finished and on the same ladder, the latest first. Carried answers say nothing about a time.
LookBack look_back(const Gaps& gaps, std::span<const Assessment> earlier);

}  // namespace rung
