#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include <rung/analysis/behavior_index.hpp>
#include <rung/analysis/match.hpp>
#include <rung/analysis/word_diff.hpp>
#include <rung/ladder/ladder.hpp>

namespace rung {

/// The fate of a behavior between two ladders.
enum class BehaviorFate { identical, reworded, come, gone };

/// One behavior of either ladder.
struct ComparedBehavior {
  BehaviorFate fate = BehaviorFate::identical;
  std::optional<BehaviorIndex> before;  ///< absent for a new behavior
  std::optional<BehaviorIndex> after;   ///< absent for a behavior that is gone
  std::optional<MatchBasis> basis;      ///< for a pair
  double similarity = 0.0;              ///< for a pair
};

/// The number of behaviors with each fate.
struct FateCounts {
  int identical = 0;
  int reworded = 0;
  int come = 0;
  int gone = 0;

  [[nodiscard]] int before() const { return identical + reworded + gone; }
  [[nodiscard]] int after() const { return identical + reworded + come; }

  friend bool operator==(const FateCounts&, const FateCounts&) = default;
};

/// One of two compared ladders.
enum class LadderSide { before, after };

struct PillarDiff {
  LadderSide side = LadderSide::after;  ///< whose pillar it is
  std::size_t pillar = 0;               ///< into that ladder's pillars
  FateCounts counts;
  std::vector<ComparedBehavior> behaviors;  ///< those of the later ladder in its order, then those that are gone
};

/// The differences between two levels, tracks, or versions. Owns both ladders; everything else refers to them by index,
/// so copies stay valid.
struct LadderDiff {
  Ladder before;
  Ladder after;
  bool same_scale = true;  ///< same values and labels
  FateCounts counts;
  /// The pillars of the later ladder, in its order, then those that only the earlier one has. A behavior that is gone
  /// is in the pillar with the same id, or else the same title, as its own.
  std::vector<PillarDiff> pillars;

  [[nodiscard]] const std::string& title(const PillarDiff& pillar) const;
  /// In the later ladder; in the earlier one if it is gone.
  [[nodiscard]] PlacedBehavior place(const ComparedBehavior& one) const;
};

/// Pairs behaviors like match_ladders, including by text.
LadderDiff compare_ladders(Ladder before, Ladder after);

/// Both texts of a reworded behavior with removed and added words; nothing for any other.
std::vector<WordRun> compare_words(const Ladder& before, const Ladder& after, const ComparedBehavior& one);

}  // namespace rung
