#include <rung/analysis/trend.hpp>

#include <algorithm>
#include <cassert>
#include <string>
#include <tuple>
#include <utility>

#include <rung/analysis/match.hpp>
#include <rung/analysis/readiness.hpp>

namespace rung {
namespace {

bool is_before(const TrendPoint& a, const TrendPoint& b) {
  return std::tie(a.head.finished_at->at, a.head.id) < std::tie(b.head.finished_at->at, b.head.id);
}

bool never_moved(const BehaviorTrend& behavior) {
  const auto& ratings = behavior.ratings;
  if (ratings.size() < standstill) return false;
  const std::optional<int> last = ratings.back();
  return last && *last < behavior.target &&
         std::all_of(ratings.end() - static_cast<std::ptrdiff_t>(standstill), ratings.end(),
                     [&last](const auto& rating) { return rating == last; });
}

int count_regressions(const std::vector<std::optional<int>>& ratings) {
  int regressions = 0;
  std::optional<int> before;
  for (const std::optional<int>& rating : ratings) {
    if (!rating) continue;
    if (before && *rating < *before) ++regressions;
    before = rating;
  }
  return regressions;
}

/// For each behavior of `latest` its number in `earlier`; absent where that has none, or ratings of other meaning.
std::vector<std::optional<std::size_t>> pair_numbers(const Ladder& earlier, const Ladder& latest) {
  std::vector<std::optional<std::size_t>> numbers(list_behaviors(latest).size());
  if (!is_same_scale(earlier.scale, latest.scale)) return numbers;
  for (const BehaviorMatch& pair : match_ladders(earlier, latest, Pairing::by_key).pairs)
    numbers[pair.after] = pair.before;
  return numbers;
}

std::optional<Share> find_share(const Ladder& ladder, const std::vector<Share>& shares, const std::string& pillar) {
  for (std::size_t index = 0; index < shares.size(); ++index)
    if (ladder.pillars[index].id == pillar) return shares[index];
  return std::nullopt;
}

}  // namespace

void TrendTracer::add(Assessment assessment) {
  assert(assessment.finished_at);
  Gaps gaps = find_gaps(std::move(assessment));
  const Readiness readiness = judge_readiness(gaps, gaps.assessment.ladder.gates);
  Entry entry;
  entry.point = {head_of(gaps.assessment), gaps.overall, readiness.passed(), static_cast<int>(readiness.gates.size())};
  for (const Standing& standing : gaps.standings)
    entry.ratings.push_back(static_cast<std::uint8_t>(standing.rating.value_or(0)));
  for (const PillarStanding& pillar : gaps.pillars) entry.pillars_at_target.push_back(pillar.tally.share_at_target());
  entry.ladder = intern(std::move(gaps.assessment.ladder));
  entries_.push_back(std::move(entry));
}

std::size_t TrendTracer::intern(Ladder ladder) {
  const auto found = std::find(ladders_.begin(), ladders_.end(), ladder);
  if (found != ladders_.end()) return static_cast<std::size_t>(found - ladders_.begin());
  ladders_.push_back(std::move(ladder));
  return ladders_.size() - 1;
}

std::vector<const TrendTracer::Entry*> TrendTracer::in_order() const {
  std::vector<const Entry*> entries;
  entries.reserve(entries_.size());
  for (const Entry& entry : entries_) entries.push_back(&entry);
  std::sort(entries.begin(), entries.end(),
            [](const Entry* a, const Entry* b) { return is_before(a->point, b->point); });
  return entries;
}

Trend TrendTracer::finish() const {
  Trend trend;
  if (entries_.empty()) return trend;
  const std::vector<const Entry*> entries = in_order();
  trend.ladder = ladders_[entries.back()->ladder];
  for (const Entry* entry : entries) trend.points.push_back(entry->point);
  for (const Pillar& pillar : trend.ladder.pillars) {
    PillarTrend& of_pillar = trend.pillars.emplace_back();
    for (const Entry* entry : entries)
      of_pillar.at_target.push_back(find_share(ladders_[entry->ladder], entry->pillars_at_target, pillar.id));
  }
  std::vector<std::vector<std::optional<std::size_t>>> numbers;
  for (const Ladder& ladder : ladders_) numbers.push_back(pair_numbers(ladder, trend.ladder));
  for (const BehaviorIndex& index : index_behaviors(trend.ladder)) {
    BehaviorTrend of_behavior{index, target_of(trend.ladder, *place(trend.ladder, index).behavior), {}, 0};
    for (const Entry* entry : entries) {
      const std::optional<std::size_t> number = numbers[entry->ladder][index.number];
      const int rating = number ? entry->ratings[*number] : 0;
      of_behavior.ratings.push_back(rating == 0 ? std::nullopt : std::optional(rating));
    }
    of_behavior.regressions = count_regressions(of_behavior.ratings);
    if (never_moved(of_behavior)) trend.never_moved.push_back(of_behavior);
    if (of_behavior.regressions >= 2) trend.regressed_twice.push_back(std::move(of_behavior));
  }
  const auto gap = [](const BehaviorTrend& behavior) { return behavior.target - *behavior.ratings.back(); };
  std::stable_sort(trend.never_moved.begin(), trend.never_moved.end(),
                   [&gap](const BehaviorTrend& a, const BehaviorTrend& b) { return gap(a) > gap(b); });
  std::stable_sort(trend.regressed_twice.begin(), trend.regressed_twice.end(),
                   [](const BehaviorTrend& a, const BehaviorTrend& b) { return a.regressions > b.regressions; });
  return trend;
}

Trend trace_trend(std::span<const Assessment> assessments) {
  TrendTracer tracer;
  for (const Assessment& assessment : assessments) tracer.add(assessment);
  return tracer.finish();
}

}  // namespace rung
