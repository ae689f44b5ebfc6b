#include <rung/analysis/trend.hpp>

#include <algorithm>
#include <cassert>
#include <iterator>
#include <utility>
#include <variant>

#include <rung/analysis/gate_changes.hpp>
#include <rung/analysis/match.hpp>

namespace rung {
namespace {

// An answer as a byte: a scale value from 1 to 9 or one of the other states, whether it was carried, and whether it has
// evidence.
constexpr std::uint8_t packed_not_applicable = 10;
constexpr std::uint8_t packed_no_opportunity = 11;
constexpr std::uint8_t packed_carried = 0x80;
constexpr std::uint8_t packed_evidence = 0x40;

struct AnswerPacker {
  std::uint8_t operator()(const Unrated&) const { return 0; }
  std::uint8_t operator()(const NotApplicable&) const { return packed_not_applicable; }
  std::uint8_t operator()(const NoOpportunity&) const { return packed_no_opportunity; }
  std::uint8_t operator()(const Rated& rated) const { return static_cast<std::uint8_t>(rated.value); }
};

std::uint8_t pack(const Answer& answer, const Standing& standing) {
  std::uint8_t packed = std::visit(AnswerPacker{}, answer.rating);
  if (answer.origin == Origin::carried) packed |= packed_carried;
  if (standing.evidence > 0) packed |= packed_evidence;
  return packed;
}

TrendState unpack_state(std::uint8_t rating) {
  switch (rating) {
    case 0: return TrendState::unrated;
    case packed_not_applicable: return TrendState::not_applicable;
    case packed_no_opportunity: return TrendState::no_opportunity;
    default: return TrendState::rated;
  }
}

TrendAnswer unpack(std::uint8_t byte) {
  const auto rating = static_cast<std::uint8_t>(byte & ~(packed_carried | packed_evidence));
  const TrendState state = unpack_state(rating);
  return {state, state == TrendState::rated ? rating : 0, (byte & packed_carried) != 0, (byte & packed_evidence) != 0};
}

/// The place of a behavior of the latest ladder in an earlier one.
struct EarlierPlace {
  TrendState state = TrendState::absent;  ///< absent, other_words, or other_scale; any other state can be compared
  std::size_t number = 0;
};

/// One per behavior of `latest`.
std::vector<EarlierPlace> find_places(const Ladder& earlier, const Ladder& latest) {
  std::vector<EarlierPlace> places(list_behaviors(latest).size());
  const bool same_scale = is_same_scale(earlier.scale, latest.scale);
  for (const BehaviorMatch& pair : match_ladders(earlier, latest, Pairing::by_key).pairs) {
    TrendState state = TrendState::unrated;
    if (!same_scale) state = TrendState::other_scale;
    if (pair.wording == Wording::reworded) state = TrendState::other_words;
    places[pair.after] = {state, pair.before};
  }
  return places;
}

TrendAnswer find_answer_at(const EarlierPlace& place, const std::vector<std::uint8_t>& answers) {
  return is_compared(place.state) ? unpack(answers[place.number]) : TrendAnswer{place.state, 0, false, false};
}

int count_regressions(const std::vector<TrendAnswer>& answers) {
  int regressions = 0;
  int before = 0;
  for (const TrendAnswer& answer : answers) {
    if (answer.state != TrendState::rated) continue;
    if (answer.rating < before) ++regressions;
    before = answer.rating;
  }
  return regressions;
}

void count_at_target(std::optional<Share>& share, const TrendAnswer& answer, int target) {
  if (!share) share = Share{};
  if (answer.state == TrendState::not_applicable) return;
  ++share->whole;
  if (answer.state == TrendState::rated && answer.rating >= target) ++share->part;
}

void count_each_time(Trend& trend, const BehaviorTrend& behavior) {
  for (PillarTrend* pillar : {&trend.overall, &trend.pillars[behavior.at.pillar]})
    for (std::size_t at = 0; at < behavior.answers.size(); ++at)
      count_at_target(pillar->at_target[at], behavior.answers[at], behavior.target);
}

void sort_trends(Trend& trend) {
  const auto gap = [](const BehaviorTrend& behavior) { return behavior.target - behavior.last_rating(); };
  std::stable_sort(trend.never_moved.begin(), trend.never_moved.end(),
                   [&gap](const BehaviorTrend& a, const BehaviorTrend& b) { return gap(a) > gap(b); });
  std::stable_sort(trend.regressed_twice.begin(), trend.regressed_twice.end(),
                   [](const BehaviorTrend& a, const BehaviorTrend& b) { return a.regressions > b.regressions; });
}

}  // namespace

bool is_compared(TrendState state) {
  return state != TrendState::other_words && state != TrendState::other_scale && state != TrendState::absent;
}

int BehaviorTrend::last_rating() const {
  const auto last = std::find_if(answers.rbegin(), answers.rend(),
                                 [](const TrendAnswer& answer) { return answer.state == TrendState::rated; });
  return last == answers.rend() ? 0 : last->rating;
}

bool BehaviorTrend::never_moved() const {
  std::vector<TrendAnswer> asked;
  std::copy_if(answers.begin(), answers.end(), std::back_inserter(asked),
               [](const TrendAnswer& answer) { return !answer.is_carried; });
  if (asked.size() < standstill) return false;
  const TrendAnswer last = asked.back();
  return last.state == TrendState::rated && last.rating < target &&
         std::all_of(
             asked.end() - static_cast<std::ptrdiff_t>(standstill), asked.end(),
             [&last](const TrendAnswer& answer) { return answer.state == last.state && answer.rating == last.rating; });
}

void TrendTracer::add(Assessment assessment) {
  assert(assessment.finished_at);
  Gaps gaps = find_gaps(std::move(assessment));
  Entry entry;
  entry.point.head = head_of(gaps.assessment);
  entry.point.overall = gaps.overall;
  entry.point.target = gaps.target;
  for (const Standing& standing : gaps.standings) {
    const Answer& answer = gaps.answer(standing);
    entry.answers.push_back(pack(answer, standing));
    if (answer.origin == Origin::carried) ++entry.point.carried;
  }
  entry.gates = judge_readiness(gaps, gaps.assessment.ladder.gates).gates;
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
            [](const Entry* a, const Entry* b) { return is_earlier(a->point.head, b->point.head); });
  return entries;
}

TrendPoint TrendTracer::judge(const Entry& entry, const Ladder& ladder, const Ladder& latest) {
  TrendPoint point = entry.point;
  for (const Gate& gate : entry.gates) {
    if (!is_same_gate(ladder, latest, name_of(gate.kind))) continue;
    ++point.gates;
    if (gate.verdict == Verdict::passed) ++point.gates_passed;
  }
  return point;
}

Trend TrendTracer::finish() const {
  Trend trend;
  if (entries_.empty()) return trend;
  const std::vector<const Entry*> entries = in_order();
  trend.ladder = ladders_[entries.back()->ladder];
  for (const Entry* entry : entries) trend.points.push_back(judge(*entry, ladders_[entry->ladder], trend.ladder));
  trend.overall.at_target.resize(entries.size());
  trend.pillars.resize(trend.ladder.pillars.size());
  for (PillarTrend& pillar : trend.pillars) pillar.at_target.resize(entries.size());
  std::vector<std::vector<EarlierPlace>> places;
  for (const Ladder& ladder : ladders_) places.push_back(find_places(ladder, trend.ladder));
  for (const BehaviorIndex& index : index_behaviors(trend.ladder)) {
    BehaviorTrend of_behavior{index, target_of(trend.ladder, *place(trend.ladder, index).behavior), {}, 0};
    for (std::size_t at = 0; at < entries.size(); ++at) {
      const Entry& entry = *entries[at];
      const TrendAnswer answer = find_answer_at(places[entry.ladder][index.number], entry.answers);
      if (is_compared(answer.state)) ++trend.points[at].compared;
      of_behavior.answers.push_back(answer);
    }
    // Only behaviors that were asked the same each time show growth; later additions would only be in the last shares.
    if (std::all_of(of_behavior.answers.begin(), of_behavior.answers.end(),
                    [](const TrendAnswer& answer) { return is_compared(answer.state); }))
      count_each_time(trend, of_behavior);
    of_behavior.regressions = count_regressions(of_behavior.answers);
    if (of_behavior.never_moved()) trend.never_moved.push_back(of_behavior);
    if (of_behavior.regressions >= 2) trend.regressed_twice.push_back(of_behavior);
    trend.behaviors.push_back(std::move(of_behavior));
  }
  sort_trends(trend);
  return trend;
}

Trend trace_trend(std::span<const Assessment> assessments) {
  TrendTracer tracer;
  for (const Assessment& assessment : assessments) tracer.add(assessment);
  return tracer.finish();
}

}  // namespace rung
