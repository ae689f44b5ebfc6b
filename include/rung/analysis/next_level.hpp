#pragma once

#include <array>
#include <cstddef>
#include <vector>

#include <rung/analysis/ladder_diff.hpp>
#include <rung/assessment/assessment.hpp>

namespace rung {

/// The standing of one behavior of another ladder. All but the last three are comparable: same text, same scale.
enum class LevelStanding {
  shown,           ///< rated at or above the other ladder's target, with evidence that counts
  claimed,         ///< the same without such evidence
  below,           ///< rated below it
  not_applicable,  ///< the other three states, never merged
  no_opportunity,
  unrated,
  rescaled,  ///< same text, another scale: must be asked again
  reworded,  ///< in similar words: must be asked again
  come       ///< never asked, or only in very different words
};

inline constexpr std::array level_standings{
    LevelStanding::shown,          LevelStanding::claimed,        LevelStanding::below,
    LevelStanding::not_applicable, LevelStanding::no_opportunity, LevelStanding::unrated,
    LevelStanding::rescaled,       LevelStanding::reworded,       LevelStanding::come};

/// One behavior of the other ladder.
struct LevelBehavior {
  LevelStanding standing = LevelStanding::come;
  ComparedBehavior behavior;  ///< never one that is gone
};

/// Counts by LevelStanding; their sum is the number of behaviors of the other ladder.
struct LevelCounts {
  std::array<int, level_standings.size()> counts{};

  int& operator[](LevelStanding standing) { return counts[static_cast<std::size_t>(standing)]; }
  int operator[](LevelStanding standing) const { return counts[static_cast<std::size_t>(standing)]; }

  [[nodiscard]] int behaviors() const;
  /// Behaviors with the same text and scale, in any state.
  [[nodiscard]] int comparable() const;

  friend bool operator==(const LevelCounts&, const LevelCounts&) = default;
};

/// The distance of an assessment from another ladder, such as the next level. Owns both; everything else refers to them
/// by index, so copies stay valid.
struct NextLevel {
  Assessment assessment;  ///< on the ladder before
  Ladder after;           ///< the other ladder
  bool same_scale = true;
  LevelCounts counts;
  int gone = 0;                          ///< behaviors that only the assessment's ladder has
  std::vector<LevelCounts> pillars;      ///< one for each pillar of the other ladder, in its order
  std::vector<LevelBehavior> behaviors;  ///< one for each behavior of the other ladder, in its order

  [[nodiscard]] const Ladder& before() const { return assessment.ladder; }
  /// The answer to the text of the assessment's ladder; nullptr for a new behavior.
  [[nodiscard]] const Answer* answer(const LevelBehavior& one) const;
};

/// Pairs behaviors like match_ladders, including by text. Targets are those of `ladder`.
NextLevel judge_against(Assessment assessment, const Ladder& ladder);

}  // namespace rung
