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

/// Where one assessment stood.
struct TrendPoint {
  AssessmentHead head;
  Tally overall;     ///< of its own ladder
  int target = 0;    ///< of its own ladder
  int carried = 0;   ///< answers that were not asked this time
  int compared = 0;  ///< behaviors of the latest ladder that it has in the same words and on the same scale
  /// Gates that ask the same as those of the latest ladder; see is_same_gate. The others are not compared.
  int gates = 0;
  int gates_passed = 0;

  friend bool operator==(const TrendPoint&, const TrendPoint&) = default;
};

/// The share at target of a pillar, each time: of the behaviors that compare every time, by the latest ladder's
/// targets.
struct PillarTrend {
  std::vector<std::optional<Share>> at_target;  ///< one for each point; absent where none is compared

  friend bool operator==(const PillarTrend&, const PillarTrend&) = default;
};

/// What one assessment says about a behavior of the latest ladder. The last three say nothing that compares.
enum class TrendState : std::uint8_t {
  unrated,
  not_applicable,
  no_opportunity,
  rated,
  other_words,  ///< asked in other words: another question
  other_scale,  ///< other values or labels
  absent        ///< that ladder has no such behavior
};

/// Whether it says something about the latest ladder's behavior.
bool is_compared(TrendState state);

struct TrendAnswer {
  TrendState state = TrendState::absent;
  int rating = 0;             ///< a scale value; 0 unless rated
  bool is_carried = false;    ///< taken over from an earlier assessment: no new judgment
  bool has_evidence = false;  ///< evidence that counts

  friend bool operator==(const TrendAnswer&, const TrendAnswer&) = default;
};

/// A behavior counts as one that never moved if its rating was the same the latest three times that it was asked.
inline constexpr std::size_t standstill = 3;

/// A behavior of the latest ladder and its answers, each time.
struct BehaviorTrend {
  BehaviorIndex at;
  int target = 0;
  std::vector<TrendAnswer> answers;  ///< one for each point
  int regressions = 0;               ///< how often it was rated lower than the time before it was rated

  [[nodiscard]] int last_rating() const;  ///< of the latest time at which it was rated; 0 for never
  /// Below target with the same rating in each of the latest `standstill` times that it was asked.
  [[nodiscard]] bool never_moved() const;

  friend bool operator==(const BehaviorTrend&, const BehaviorTrend&) = default;
};

/// Assessments of one subject by one rater over time.
struct Trend {
  Ladder ladder;                         ///< the latest one
  std::vector<TrendPoint> points;        ///< see is_earlier; the latest is the last
  PillarTrend overall;                   ///< of all pillars together
  std::vector<PillarTrend> pillars;      ///< one for each pillar of the ladder, in its order; none without points
  std::vector<BehaviorTrend> behaviors;  ///< one for each behavior of the ladder, in its order; none without points
  /// Below target with the same rating in each of the latest three times that it was asked, widest gap first. An answer
  /// that was carried was not asked.
  std::vector<BehaviorTrend> never_moved;
  /// With at least two regressions, most first.
  std::vector<BehaviorTrend> regressed_twice;

  friend bool operator==(const Trend&, const Trend&) = default;
};

/// Collects finished assessments, in any order, without keeping them: of each stay a few bytes for each behavior, and
/// each ladder once.
class TrendTracer {
 public:
  void add(Assessment assessment);
  [[nodiscard]] bool empty() const { return entries_.empty(); }

  /// Behaviors are those of the latest ladder, paired with those of the others as match_ladders does by key; what it
  /// calls reworded is not compared.
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
