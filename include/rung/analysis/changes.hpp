#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include <rung/analysis/behavior_index.hpp>
#include <rung/analysis/gaps.hpp>
#include <rung/analysis/gate_changes.hpp>
#include <rung/analysis/state_counts.hpp>
#include <rung/analysis/word_diff.hpp>
#include <rung/assessment/assessment.hpp>

namespace rung {

/// One behavior of two assessments.
struct Change {
  std::optional<BehaviorIndex> before;  ///< in the earlier ladder; absent for one that was added
  std::optional<BehaviorIndex> after;   ///< in the later ladder; absent for one that was removed
  int moved = 0;                        ///< scale points, up positive; 0 unless both are rated on the same scale
};

/// How a pillar moved, counting the behaviors with the same text in both ladders. If the scale is the same, both sides
/// use the later ladder's targets, otherwise each uses its own.
struct PillarMovement {
  int improved = 0;
  int regressed = 0;
  Tally before;
  Tally after;

  friend bool operator==(const PillarMovement&, const PillarMovement&) = default;
};

/// The changes between two assessments. A change of the ladder never counts as a change of a rating. Owns both
/// assessments; everything else refers to them by index, so copies stay valid.
struct Changes {
  Assessment before;
  Assessment after;
  bool same_scale = true;               ///< same values and labels; otherwise nothing is subtracted
  std::vector<Change> behaviors;        ///< the later ladder's in its order, then the removed ones in theirs
  std::vector<PillarMovement> pillars;  ///< one for each pillar of the later ladder, in its order

  PillarMovement overall;         ///< of all pillars together
  std::vector<GateChange> gates;  ///< those that ask the same on both sides
  /// The names of the gates whose thresholds differ: a change of the ladder.
  std::vector<std::string_view> changed_gates;

  // Indices into `behaviors`; each is in exactly one list. In the order of `behaviors` unless another one is named.
  std::vector<std::size_t> regressed;        ///< furthest first
  std::vector<std::size_t> improved;         ///< furthest first
  std::vector<std::size_t> newly_rated;      ///< rated now; unrated, n/a or no opportunity before
  std::vector<std::size_t> no_longer_rated;  ///< rated before; unrated now
  std::vector<std::size_t> state_changes;    ///< every other change of state, such as rated → n/a
  std::vector<std::size_t> not_subtracted;   ///< rated on both sides, on different scales
  std::vector<std::size_t> not_asked_again;  ///< carried, with the same state and value on both sides
  std::vector<std::size_t> unchanged;        ///< same state and value on both sides, and asked again
  std::vector<std::size_t> reworded;         ///< with another text, whatever the ratings
  std::vector<std::size_t> added;            ///< only in the later ladder
  std::vector<std::size_t> removed;          ///< only in the earlier ladder

  StateCounts unchanged_states;        ///< of `unchanged`
  StateCounts not_asked_again_states;  ///< of `not_asked_again`
  /// Also indices into `behaviors`: shown before and claimed now, because evidence became too old. Only behaviors with
  /// the same text in both ladders.
  std::vector<std::size_t> aged_out;

  /// In the later ladder; in the earlier one if it was removed.
  [[nodiscard]] PlacedBehavior place(const Change& change) const;
  /// Both texts with removed and added words. Not for a behavior that was added or removed.
  [[nodiscard]] std::vector<WordRun> words(const Change& change) const;
  /// nullptr for a behavior that was added.
  [[nodiscard]] const Answer* answer_before(const Change& change) const;
  /// nullptr for a behavior that was removed.
  [[nodiscard]] const Answer* answer_after(const Change& change) const;
  /// The evidence of the later answer that the earlier one did not have. Points into `after`.
  [[nodiscard]] std::vector<const Evidence*> evidence_between(const Change& change) const;
  /// The evidence of the earlier answer that counted then and is too old for the later assessment. Points into
  /// `before`.
  [[nodiscard]] std::vector<const Evidence*> aged_evidence(const Change& change) const;
};

/// Pairs behaviors like match_ladders by key. Both should have the same subject and rater (is_same_pair).
Changes compare(Assessment before, Assessment after);

}  // namespace rung
