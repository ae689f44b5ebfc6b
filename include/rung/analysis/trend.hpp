#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include <rung/analysis/behavior_index.hpp>
#include <rung/analysis/gaps.hpp>
#include <rung/analysis/readiness.hpp>
#include <rung/assessment/assessment.hpp>
#include <rung/assessment/assessment_head.hpp>

namespace rung {

/// The standing of one assessment.
struct TrendPoint {
  AssessmentHead head;
  Tally overall;     ///< of its own ladder
  int target = 0;    ///< of its own ladder
  int carried = 0;   ///< answers that were not asked this time
  int compared = 0;  ///< behaviors of the latest ladder that it has with the same text and scale
  /// Gates that ask the same as those of the latest ladder; see is_same_gate. The others are not compared.
  int gates = 0;
  int gates_passed = 0;

  friend bool operator==(const TrendPoint&, const TrendPoint&) = default;
};

/// The share at target of a pillar over time, of the behaviors that can be compared each time, by the latest ladder's
/// targets.
struct PillarTrend {
  std::vector<std::optional<Share>> at_target;  ///< one per point; absent if no behavior is compared

  friend bool operator==(const PillarTrend&, const PillarTrend&) = default;
};

/// The state of a behavior of the latest ladder in one assessment. The last three cannot be compared.
enum class TrendState : std::uint8_t {
  unrated,
  not_applicable,
  no_opportunity,
  rated,
  other_words,  ///< asked with another text, so it was another question
  other_scale,  ///< other values or labels
  absent        ///< that ladder has no such behavior
};

/// Whether the state can be compared.
bool is_compared(TrendState state);

struct TrendAnswer {
  TrendState state = TrendState::absent;
  int rating = 0;             ///< a scale value; 0 unless rated
  bool is_carried = false;    ///< from an earlier assessment, so not a new judgment
  bool has_evidence = false;  ///< evidence that counts

  friend bool operator==(const TrendAnswer&, const TrendAnswer&) = default;
};

/// A behavior never moved if its rating was the same the last three times it was asked.
inline constexpr std::size_t standstill = 3;

/// A behavior of the latest ladder and its answers over time.
struct BehaviorTrend {
  BehaviorIndex at;
  int target = 0;
  std::vector<TrendAnswer> answers;  ///< one for each point
  int regressions = 0;               ///< how often it was rated lower than the previous time it was rated

  [[nodiscard]] int last_rating() const;  ///< the latest rating; 0 if it was never rated
  /// Whether it is below target and had the same rating the last `standstill` times it was asked.
  [[nodiscard]] bool never_moved() const;

  friend bool operator==(const BehaviorTrend&, const BehaviorTrend&) = default;
};

/// Assessments of one subject by one rater over time.
struct Trend {
  Ladder ladder;                         ///< the latest one
  std::vector<TrendPoint> points;        ///< see is_earlier; the latest is the last
  PillarTrend overall;                   ///< of all pillars together
  std::vector<PillarTrend> pillars;      ///< one per pillar of the ladder, in its order; empty without points
  std::vector<BehaviorTrend> behaviors;  ///< one per behavior of the ladder, in its order; empty without points
  /// Below target with the same rating the last three times they were asked, widest gap first. A carried answer was not
  /// asked.
  std::vector<BehaviorTrend> never_moved;
  /// With at least two regressions, most often first.
  std::vector<BehaviorTrend> regressed_twice;

  friend bool operator==(const Trend&, const Trend&) = default;
};

/// Collects finished assessments, in any order, without keeping them: it stores a few bytes per behavior, and each
/// ladder once.
class TrendTracer {
 public:
  void add(Assessment assessment);
  [[nodiscard]] bool empty() const { return entries_.empty(); }

  /// The behaviors of the latest ladder, paired with those of the others like match_ladders by key. Reworded ones are
  /// not compared.
  [[nodiscard]] Trend finish() const;

 private:
  struct Entry {
    TrendPoint point;
    std::size_t ladder = 0;             ///< into ladders_
    std::vector<std::uint8_t> answers;  ///< in ladder order, each packed into a byte
    std::vector<Gate> gates;
  };

  std::size_t intern(Ladder ladder);
  [[nodiscard]] std::vector<const Entry*> in_order() const;
  [[nodiscard]] static TrendPoint judge(const Entry& entry, const Ladder& ladder, const Ladder& latest);

  std::vector<Entry> entries_;
  std::vector<Ladder> ladders_;
};

/// The trend of `assessments`, which are finished.
Trend trace_trend(std::span<const Assessment> assessments);

}  // namespace rung
