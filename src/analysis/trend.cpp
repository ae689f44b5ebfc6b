#include <rung/analysis/trend.hpp>

#include <algorithm>
#include <cassert>
#include <numeric>
#include <tuple>

#include "join.hpp"

namespace rung {
namespace {

bool is_before(const TrendPoint& a, const TrendPoint& b) {
  return std::tie(a.head.finished_at->at, a.head.id) < std::tie(b.head.finished_at->at, b.head.id);
}

template <class Value>
std::optional<Value> find_value(const std::vector<std::pair<std::uint32_t, Value>>& values,
                                std::optional<std::uint32_t> key) {
  if (!key) return std::nullopt;
  const auto found = std::lower_bound(values.begin(), values.end(), *key,
                                      [](const auto& entry, std::uint32_t wanted) { return entry.first < wanted; });
  return found == values.end() || found->first != *key ? std::nullopt : std::optional(found->second);
}

template <class Value>
void sort_by_key(std::vector<std::pair<std::uint32_t, Value>>& values) {
  std::sort(values.begin(), values.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
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

}  // namespace

void TrendTracer::add(const Assessment& assessment) {
  assert(assessment.finished_at);
  const Gaps gaps = find_gaps(assessment);
  const Readiness readiness = judge_readiness(gaps, assessment.ladder.gates);
  Entry entry;
  entry.point = {head_of(assessment), gaps.overall, readiness.passed(), static_cast<int>(readiness.gates.size())};
  entry.scale = intern(assessment.ladder.scale);
  for (const Answer& answer : assessment.answers)
    if (const auto value = rated_value(answer.rating)) entry.ratings.emplace_back(intern(answer.behavior), *value);
  for (const PillarStanding& pillar : gaps.pillars)
    entry.pillars.emplace_back(intern(pillar.id), pillar.tally.share_at_target());
  sort_by_key(entry.ratings);
  sort_by_key(entry.pillars);
  if (entries_.empty() || is_before(entries_[latest_].point, entry.point)) {
    latest_ = entries_.size();
    latest_ladder_ = assessment.ladder;
  }
  entries_.push_back(std::move(entry));
}

TrendTracer::Key TrendTracer::intern(std::string_view text) {
  return keys_.try_emplace(std::string(text), static_cast<Key>(keys_.size())).first->second;
}

std::size_t TrendTracer::intern(const Scale& scale) {
  const auto found = std::find_if(scales_.begin(), scales_.end(),
                                  [&scale](const Scale& known) { return is_same_scale(known, scale); });
  if (found != scales_.end()) return static_cast<std::size_t>(found - scales_.begin());
  scales_.push_back(scale);
  return scales_.size() - 1;
}

std::optional<TrendTracer::Key> TrendTracer::find(std::string_view text) const {
  const auto found = keys_.find(std::string(text));
  return found == keys_.end() ? std::nullopt : std::optional(found->second);
}

std::vector<const TrendTracer::Entry*> TrendTracer::in_order() const {
  std::vector<const Entry*> entries;
  entries.reserve(entries_.size());
  for (const Entry& entry : entries_) entries.push_back(&entry);
  std::sort(entries.begin(), entries.end(),
            [](const Entry* a, const Entry* b) { return is_before(a->point, b->point); });
  return entries;
}

std::optional<int> TrendTracer::rating_of(const Entry& entry, const Behavior& behavior) const {
  if (const auto value = find_value(entry.ratings, find(behavior.key))) return value;
  for (const std::string& key : behavior.formerly)
    if (const auto value = find_value(entry.ratings, find(key))) return value;
  return std::nullopt;
}

Trend TrendTracer::finish() const {
  Trend trend;
  if (entries_.empty()) return trend;
  const std::vector<const Entry*> entries = in_order();
  for (const Entry* entry : entries) trend.points.push_back(entry->point);
  for (const Pillar& pillar : latest_ladder_.pillars) {
    PillarTrend of_pillar{pillar.id, pillar.title, {}};
    for (const Entry* entry : entries) of_pillar.at_target.push_back(find_value(entry->pillars, find(pillar.id)));
    trend.pillars.push_back(std::move(of_pillar));
  }
  for (const PlacedBehavior& placed : list_behaviors(latest_ladder_)) {
    const Behavior& behavior = *placed.behavior;
    BehaviorTrend of_behavior{behavior.key,
                              placed.pillar->title,
                              placed.responsibility->title,
                              behavior.text,
                              target_of(latest_ladder_, behavior),
                              {},
                              0};
    for (const Entry* entry : entries) {
      const bool is_comparable = entry->scale == entries_[latest_].scale;
      of_behavior.ratings.push_back(is_comparable ? rating_of(*entry, behavior) : std::nullopt);
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
