#pragma once

#include <chrono>
#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include <rung/analysis/gaps.hpp>

namespace rung {

/// Patterns in the ratings that deserve a second look. They are hints, not errors, and no gate depends on them.
enum class PatternKind {
  one_value,                ///< nearly all ratings have one value
  flat_pillars,             ///< every rating is the same within many pillars
  above_without_evidence,   ///< rated above target without evidence that counts
  below_with_evidence,      ///< rated below target with evidence since the previous assessment
  raised_without_evidence,  ///< rated higher than the previous time without new evidence
  note_unchanged,           ///< the rating moved, but the note is exactly the same
  many_not_applicable,      ///< many behaviors are not applicable
  repeated_reason,          ///< one reason for several behaviors that are not applicable
  quick_answers             ///< the median answer took a few seconds
};

/// `one value`, `flat pillars`, …
std::string_view name_of(PatternKind kind);

/// The limits of the patterns.
struct PatternLimits {
  double one_value = 0.9;                 ///< of the ratings, at least
  int one_value_ratings = 20;             ///< the fewest ratings for that
  int pillar_ratings = 5;                 ///< the fewest ratings of a pillar that is judged
  double flat_pillars = 0.5;              ///< of these pillars, at least
  int proofs = 2;                         ///< the fewest pieces of evidence below target
  double not_applicable = 0.1;            ///< of all behaviors, more than
  int one_reason = 3;                     ///< behaviors, more than
  std::chrono::seconds quick{4};          ///< the median answer, less than
  std::size_t paced_answers = 10;         ///< the fewest typed answers that show a pace
  std::chrono::minutes longest_pause{5};  ///< a longer time between two answers is a break and does not count
};
inline constexpr PatternLimits pattern_limits;

/// One pattern that was found.
struct Pattern {
  PatternKind kind = PatternKind::one_value;
  /// The ratings, pillars, or behaviors with the pattern, of those that were examined. quick_answers: the answers that
  /// took less than PatternLimits::quick, of those timed.
  Share share;
  std::vector<std::size_t> behaviors = {};  ///< its behaviors, into Gaps::standings, in ladder order
  std::optional<int> value = {};            ///< one_value: the scale value
  std::vector<std::size_t> pillars = {};    ///< flat_pillars: into Gaps::pillars
  std::optional<Date> since = {};           ///< the date that the previous assessment judged, if it was used
  std::optional<double> seconds = {};       ///< quick_answers: the median

  friend bool operator==(const Pattern&, const Pattern&) = default;
};

/// The median time between two typed answers of the assessment; breaks are left out. Absent before
/// PatternLimits::paced_answers were typed.
std::optional<std::chrono::seconds> find_pace(const Assessment& assessment);

/// The patterns in the ratings of `gaps`, in the order of PatternKind. `previous` is the assessment before, by the same
/// rater about the same subject; nullptr: there is none, and evidence counts as new whenever it counts.
std::vector<Pattern> find_patterns(const Gaps& gaps, const Assessment* previous = nullptr);

}  // namespace rung
