#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include <rung/analysis/behavior_index.hpp>
#include <rung/analysis/gaps.hpp>
#include <rung/assessment/assessment.hpp>
#include <rung/assessment/assessment_head.hpp>

namespace rung {

/// Where one assessment stood.
struct TrendPoint {
  AssessmentHead head;
  Tally overall;
  int gates_passed = 0;
  int gates = 0;

  friend bool operator==(const TrendPoint&, const TrendPoint&) = default;
};

/// The share at target of a pillar, each time.
struct PillarTrend {
  std::vector<std::optional<Share>> at_target;  ///< one for each point; absent where that ladder had no such pillar

  friend bool operator==(const PillarTrend&, const PillarTrend&) = default;
};

/// A behavior of the latest ladder and its ratings, each time.
struct BehaviorTrend {
  BehaviorIndex at;
  int target = 0;
  /// One for each point; absent where it was not rated, or on another scale than the latest (other values or labels).
  std::vector<std::optional<int>> ratings;
  int regressions = 0;  ///< how often it was rated lower than the time before it was rated

  friend bool operator==(const BehaviorTrend&, const BehaviorTrend&) = default;
};

/// Assessments over time.
struct Trend {
  Ladder ladder;                     ///< the latest one
  std::vector<TrendPoint> points;    ///< by finished_at, then id; the latest is the last
  std::vector<PillarTrend> pillars;  ///< one for each pillar of the ladder, in its order; none without points
  /// Below target with the same rating in each of the latest three, widest gap first. Empty with fewer than three.
  std::vector<BehaviorTrend> never_moved;
  /// With at least two regressions, most first.
  std::vector<BehaviorTrend> regressed_twice;

  friend bool operator==(const Trend&, const Trend&) = default;
};

/// So many of the latest assessments a behavior must stand still in to count as one that never moved.
inline constexpr std::size_t standstill = 3;

/// Collects finished assessments, in any order, without keeping them: of each stay a few bytes for each behavior, and
/// each ladder once.
class TrendTracer {
 public:
  void add(Assessment assessment);
  [[nodiscard]] bool empty() const { return entries_.empty(); }

  /// Behaviors are those of the latest ladder, paired with those of the others as match_ladders does by key.
  [[nodiscard]] Trend finish() const;

 private:
  struct Entry {
    TrendPoint point;
    std::size_t ladder = 0;                ///< into ladders_
    std::vector<std::uint8_t> ratings;     ///< scale values in ladder order; 0: not rated
    std::vector<Share> pillars_at_target;  ///< in ladder order
  };

  std::size_t intern(Ladder ladder);
  [[nodiscard]] std::vector<const Entry*> in_order() const;

  std::vector<Entry> entries_;
  std::vector<Ladder> ladders_;
};

/// The trend of `assessments`, which are finished.
Trend trace_trend(std::span<const Assessment> assessments);

}  // namespace rung
