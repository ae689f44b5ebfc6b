#pragma once

#include <vector>

#include <rung/analysis/ladder_diff.hpp>
#include <rung/analysis/share.hpp>
#include <rung/assessment/assessment.hpp>

namespace rung {

/// What an assessment says about one behavior of another ladder.
enum class LevelStanding {
  shown,     ///< same text and scale, rated at or above the other ladder's target
  below,     ///< same text and scale, rated below it
  unrated,   ///< same text, not rated; whatever the state and the scale
  rescaled,  ///< same text, rated on another scale: must be asked again
  reworded,  ///< in other words: must be asked again
  come       ///< nothing like it was asked
};

/// One behavior of the other ladder.
struct LevelBehavior {
  LevelStanding standing = LevelStanding::come;
  ComparedBehavior behavior;  ///< never one that is gone
};

/// Counts by LevelStanding; together the behaviors of the other ladder.
struct LevelCounts {
  int shown = 0;
  int below = 0;
  int unrated = 0;
  int rescaled = 0;
  int reworded = 0;
  int come = 0;

  [[nodiscard]] int behaviors() const { return shown + below + unrated + rescaled + reworded + come; }
  [[nodiscard]] Share share_shown() const { return {shown, behaviors()}; }

  friend bool operator==(const LevelCounts&, const LevelCounts&) = default;
};

/// How far an assessment is from another ladder, such as the next level. It owns both; everything else refers to them
/// by index, so that a copy stays whole.
struct NextLevel {
  Assessment assessment;  ///< on the ladder before
  Ladder after;           ///< the other ladder
  bool same_scale = true;
  LevelCounts counts;
  int gone = 0;                          ///< behaviors that only the assessment's ladder has
  std::vector<LevelCounts> pillars;      ///< one for each pillar of the other ladder, in its order
  std::vector<LevelBehavior> behaviors;  ///< one for each behavior of the other ladder, in its order

  [[nodiscard]] const Ladder& before() const { return assessment.ladder; }
  /// To the earlier text; nullptr for one that came.
  [[nodiscard]] const Answer* answer(const LevelBehavior& one) const;
};

/// Pairs as match_ladders does, by text too. Targets are those of `ladder`.
NextLevel judge_against(Assessment assessment, const Ladder& ladder);

}  // namespace rung
