#pragma once

#include <optional>
#include <string>
#include <vector>

#include <rung/analysis/match.hpp>
#include <rung/analysis/words.hpp>
#include <rung/ladder/ladder.hpp>

namespace rung {

/// What became of a behavior between two ladders.
enum class BehaviorFate { identical, reworded, come, gone };

/// One behavior of either ladder. What the earlier ladder says is empty for one that came, and the other way round.
struct ComparedBehavior {
  BehaviorFate fate = BehaviorFate::identical;
  std::string key_before;
  std::string key;
  std::string responsibility;  ///< title; the later ladder's where it has the behavior
  std::string text_before;
  std::string text;
  std::vector<WordRun> words;       ///< of a reworded one: both texts, with what went and what came
  std::optional<MatchBasis> basis;  ///< of a pair
  double similarity = 0.0;          ///< of a pair
  std::optional<int> target_before;
  std::optional<int> target;

  friend bool operator==(const ComparedBehavior&, const ComparedBehavior&) = default;
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

struct PillarDiff {
  std::string title;
  FateCounts counts;
  std::vector<ComparedBehavior> behaviors;  ///< the later ladder's in its order, then what is gone

  friend bool operator==(const PillarDiff&, const PillarDiff&) = default;
};

/// Which ladder a side of a comparison was.
struct LadderHead {
  std::string id;
  std::string title;
  std::string level;
  std::string version;
  int behaviors = 0;
  Scale scale;
  int target = 0;

  friend bool operator==(const LadderHead&, const LadderHead&) = default;
};

LadderHead head_of(const Ladder& ladder);

/// What separates two levels, tracks or versions.
struct LadderDiff {
  LadderHead before;
  LadderHead after;
  bool same_scale = true;  ///< same values and labels
  FateCounts counts;
  /// Of the later ladder, in its order. What is gone stands in the pillar with the same id, or else the same title, as
  /// the one it had; pillars that only the earlier ladder has follow.
  std::vector<PillarDiff> pillars;

  friend bool operator==(const LadderDiff&, const LadderDiff&) = default;
};

/// Pairs as match_ladders does.
LadderDiff compare_ladders(const Ladder& before, const Ladder& after);

}  // namespace rung
