#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include <rung/analysis/changes.hpp>
#include <rung/analysis/gaps.hpp>
#include <rung/analysis/readiness.hpp>
#include <rung/assessment/assessment.hpp>

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
  std::string id;
  std::string title;
  std::vector<std::optional<Share>> at_target;  ///< one for each point; absent where that ladder had no such pillar

  friend bool operator==(const PillarTrend&, const PillarTrend&) = default;
};

/// A behavior of the latest ladder and its ratings, each time.
struct BehaviorTrend {
  std::string behavior;  ///< key
  std::string pillar;    ///< title
  std::string responsibility;
  std::string text;
  int target = 0;
  /// One for each point; absent where it was not rated, or on another scale than the latest (other values or labels).
  std::vector<std::optional<int>> ratings;
  int regressions = 0;  ///< how often it was rated lower than the time before it was rated

  friend bool operator==(const BehaviorTrend&, const BehaviorTrend&) = default;
};

/// Assessments over time.
struct Trend {
  std::vector<TrendPoint> points;    ///< by finished_at, then id; the latest is the last
  std::vector<PillarTrend> pillars;  ///< of the latest ladder, in its order
  /// Below target with the same rating in each of the latest three, widest gap first. Empty with fewer than three.
  std::vector<BehaviorTrend> never_moved;
  /// With at least two regressions, most first.
  std::vector<BehaviorTrend> regressed_twice;

  friend bool operator==(const Trend&, const Trend&) = default;
};

/// So many of the latest assessments a behavior must stand still in to count as one that never moved.
inline constexpr std::size_t standstill = 3;

/// Collects finished assessments, in any order, without keeping them: what is kept of each grows with the number of its
/// behaviors, a few bytes each.
class TrendTracer {
 public:
  void add(const Assessment& assessment);
  [[nodiscard]] bool empty() const { return entries_.empty(); }

  /// Behaviors are those of the latest ladder, joined to the others by key, then by its `formerly`.
  [[nodiscard]] Trend finish() const;

 private:
  using Key = std::uint32_t;
  struct Entry {
    TrendPoint point;
    std::size_t scale = 0;  ///< into scales_
    std::vector<std::pair<Key, int>> ratings;
    std::vector<std::pair<Key, Share>> pillars;
  };

  Key intern(std::string_view text);
  std::size_t intern(const Scale& scale);
  [[nodiscard]] std::optional<Key> find(std::string_view text) const;
  [[nodiscard]] std::vector<const Entry*> in_order() const;
  [[nodiscard]] std::optional<int> rating_of(const Entry& entry, const Behavior& behavior) const;

  std::vector<Entry> entries_;
  std::vector<Scale> scales_;
  std::unordered_map<std::string, Key> keys_;
  Ladder latest_ladder_;
  std::size_t latest_ = 0;  ///< into entries_, while there are any
};

/// The trend of `assessments`, which are finished.
Trend trace_trend(std::span<const Assessment> assessments);

}  // namespace rung
