#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include <rung/analysis/behavior_index.hpp>
#include <rung/analysis/word_diff.hpp>
#include <rung/assessment/assessment.hpp>

namespace rung {

/// One behavior of two assessments.
struct Change {
  std::optional<BehaviorIndex> before;  ///< in the earlier ladder; absent for one that was added
  std::optional<BehaviorIndex> after;   ///< in the later ladder; absent for one that was removed
  int moved = 0;                        ///< scale points, up positive; 0 unless both are rated on the same scale
};

/// How a pillar moved. Counts of behaviors with the same text in both ladders.
struct PillarMovement {
  int improved = 0;
  int regressed = 0;
  int net_points = 0;       ///< sum of scale points moved; 0 across different scales
  std::vector<int> before;  ///< ratings at each point of the earlier scale; behaviors that are rated on both sides
  std::vector<int> after;   ///< the same, of the later scale

  friend bool operator==(const PillarMovement&, const PillarMovement&) = default;
};

/// What changed between two assessments. A change of the ladder is never counted as a change of a rating. It owns both
/// assessments; everything else refers to them by index, so that a copy stays whole.
struct Changes {
  Assessment before;
  Assessment after;
  bool same_scale = true;               ///< same values and labels; otherwise nothing is subtracted
  std::vector<Change> behaviors;        ///< the later ladder's in its order, then the removed ones in theirs
  std::vector<PillarMovement> pillars;  ///< one for each pillar of the later ladder, in its order

  // Indices into `behaviors`; each is in exactly one list. In the order of `behaviors` unless another one is named.
  std::vector<std::size_t> regressed;        ///< furthest first
  std::vector<std::size_t> improved;         ///< furthest first
  std::vector<std::size_t> newly_rated;      ///< rated now; unrated, n/a or no opportunity before
  std::vector<std::size_t> no_longer_rated;  ///< rated before; unrated now
  std::vector<std::size_t> state_changes;    ///< every other change of state, such as rated → n/a
  std::vector<std::size_t> not_subtracted;   ///< rated on both sides, on different scales
  std::vector<std::size_t> unchanged;        ///< same state and value on both sides
  std::vector<std::size_t> reworded;         ///< in other words, whatever the ratings
  std::vector<std::size_t> added;            ///< only in the later ladder
  std::vector<std::size_t> removed;          ///< only in the earlier ladder

  int still_unrated = 0;  ///< of the unchanged, unrated on both sides

  /// In the later ladder; in the earlier one if it was removed.
  [[nodiscard]] PlacedBehavior place(const Change& change) const;
  /// Both texts, with the words that went and that came. Not of one that was added or removed.
  [[nodiscard]] std::vector<WordRun> words(const Change& change) const;
  /// nullptr for one that was added.
  [[nodiscard]] const Answer* answer_before(const Change& change) const;
  /// nullptr for one that was removed.
  [[nodiscard]] const Answer* answer_after(const Change& change) const;
};

/// Pairs as match_ladders does by key.
Changes compare(Assessment before, Assessment after);

}  // namespace rung
