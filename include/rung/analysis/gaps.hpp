#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include <rung/analysis/behavior_index.hpp>
#include <rung/analysis/share.hpp>
#include <rung/assessment/assessment.hpp>

namespace rung {

struct GapOptions {
  /// Replaces the ladder's target; behaviors with a target of their own keep it. Must be on the scale.
  std::optional<int> target;
};

/// The standing of one behavior. Gaps::place and Gaps::answer look up its texts and its answer.
struct Standing {
  BehaviorIndex at;
  std::optional<int> rating;  ///< the scale value; absent if not rated
  int target = 0;
  int evidence = 0;  ///< number of pieces of evidence that count

  /// Target minus rating in scale values, if positive. Absent if not rated.
  [[nodiscard]] std::optional<int> gap() const;
  [[nodiscard]] bool is_at_target() const;  ///< rated at or above target
  [[nodiscard]] bool is_above_target() const;
  [[nodiscard]] bool is_shown() const { return is_at_target() && evidence > 0; }
  [[nodiscard]] bool is_claimed() const { return is_at_target() && evidence == 0; }
};

/// Counts over a set of behaviors. rated + not_applicable + no_opportunity + unrated = behaviors.
struct Tally {
  int behaviors = 0;
  int rated = 0;
  int not_applicable = 0;
  int no_opportunity = 0;
  int unrated = 0;
  int at_target = 0;
  int shown = 0;                  ///< of those at target, with evidence that counts
  std::vector<int> distribution;  ///< ratings at each scale point, in scale order
  std::optional<int> widest_gap;  ///< the largest gap(); absent if there is none

  [[nodiscard]] int applicable() const { return behaviors - not_applicable; }
  /// Answered, of those that apply. The only figure that counts ratings and no opportunity together.
  [[nodiscard]] Share coverage() const { return {rated + no_opportunity, applicable()}; }
  /// At or above target, of those that apply. Unrated behaviors are not at target.
  [[nodiscard]] Share share_at_target() const { return {at_target, applicable()}; }
  /// With evidence that counts, of the ratings at target.
  [[nodiscard]] Share share_shown() const { return {shown, at_target}; }
  /// Not applicable, of all behaviors.
  [[nodiscard]] Share share_not_applicable() const { return {not_applicable, behaviors}; }

  friend bool operator==(const Tally&, const Tally&) = default;
};

struct PillarStanding {
  Tally tally;
  std::vector<Tally> responsibilities;  ///< one for each responsibility of the pillar, in its order
};

/// The standing of an assessment against its targets. Owns the assessment; everything else refers to it by index, so
/// copies stay valid.
struct Gaps {
  Assessment assessment;
  int target = 0;  ///< the ladder's, or the given one
  Tally overall;
  std::vector<PillarStanding> pillars;  ///< one for each pillar of the ladder, in its order
  std::vector<Standing> standings;      ///< one for each behavior, in ladder order

  // Indices into `standings`.
  std::vector<std::size_t> gaps;       ///< rated below target, widest first, then no opportunity; ladder order within
  std::vector<std::size_t> closest;    ///< exactly one scale point below target, ladder order
  std::vector<std::size_t> strengths;  ///< above target, highest above first
  std::vector<std::size_t> claimed;    ///< at or above target without evidence that counts, ladder order
  std::vector<std::size_t> not_applicable;
  std::vector<std::size_t> unrated;

  [[nodiscard]] const Scale& scale() const { return assessment.ladder.scale; }
  [[nodiscard]] PlacedBehavior place(const Standing& standing) const;
  [[nodiscard]] const Answer& answer(const Standing& standing) const;
};

/// Only Gaps::standings.
std::vector<Standing> list_standings(const Assessment& assessment, const GapOptions& options = {});

Gaps find_gaps(Assessment assessment, const GapOptions& options = {});

}  // namespace rung
