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

/// What became of a behavior between two ladders.
enum class BehaviorFate { identical, reworded, come, gone };

/// One behavior of either ladder.
struct ComparedBehavior {
  BehaviorFate fate = BehaviorFate::identical;
  std::optional<BehaviorIndex> before;  ///< absent for one that came
  std::optional<BehaviorIndex> after;   ///< absent for one that is gone
  std::optional<MatchBasis> basis;      ///< of a pair
  double similarity = 0.0;              ///< of a pair
};

/// How many behaviors of each fate.
struct FateCounts {
  int identical = 0;
  int reworded = 0;
  int come = 0;
  int gone = 0;

  [[nodiscard]] int before() const { return identical + reworded + gone; }
  [[nodiscard]] int after() const { return identical + reworded + come; }

  friend bool operator==(const FateCounts&, const FateCounts&) = default;
};

/// One of two ladders that are compared.
enum class LadderSide { before, after };

struct PillarDiff {
  LadderSide side = LadderSide::after;  ///< whose pillar it is
  std::size_t pillar = 0;               ///< into that ladder's pillars
  FateCounts counts;
  std::vector<ComparedBehavior> behaviors;  ///< the later ladder's in its order, then what is gone
};

/// What separates two levels, tracks, or versions. It owns both ladders; everything else refers to them by index, so
/// that a copy stays whole.
struct LadderDiff {
  Ladder before;
  Ladder after;
  bool same_scale = true;  ///< same values and labels
  FateCounts counts;
  /// Of the later ladder, in its order. What is gone stands in the pillar with the same id, or else the same title, as
  /// the one it had; pillars that only the earlier ladder has follow.
  std::vector<PillarDiff> pillars;

  [[nodiscard]] const std::string& title(const PillarDiff& pillar) const;
  /// In the later ladder; in the earlier one if it is gone.
  [[nodiscard]] PlacedBehavior place(const ComparedBehavior& one) const;
};

/// Pairs as match_ladders does, by text too.
LadderDiff compare_ladders(Ladder before, Ladder after);

/// Both texts of a reworded behavior, with the words that went and that came; nothing for any other.
std::vector<WordRun> compare_words(const Ladder& before, const Ladder& after, const ComparedBehavior& one);

}  // namespace rung
