#include <rung/analysis/gaps.hpp>

#include <algorithm>
#include <cassert>
#include <utility>
#include <variant>

#include <rung/analysis/shown.hpp>

namespace rung {
namespace {

Tally empty_tally(const Scale& scale) {
  Tally tally;
  tally.distribution.assign(scale.points.size(), 0);
  return tally;
}

void count_rated(Tally& tally, const Standing& standing, const Scale& scale, int value) {
  ++tally.rated;
  ++tally.distribution[scale.index_of(value)];
  if (standing.is_at_target()) ++tally.at_target;
  if (standing.is_shown()) ++tally.shown;
  const auto gap = standing.gap();
  if (gap && gap > tally.widest_gap) tally.widest_gap = gap;
}

void count_in(Tally& tally, const Standing& standing, const Rating& rating, const Scale& scale) {
  struct Counter {
    Tally& tally;
    const Standing& standing;
    const Scale& scale;
    void operator()(const Unrated&) const { ++tally.unrated; }
    void operator()(const NotApplicable&) const { ++tally.not_applicable; }
    void operator()(const NoOpportunity&) const { ++tally.no_opportunity; }
    void operator()(const Rated& rated) const { count_rated(tally, standing, scale, rated.value); }
  };
  ++tally.behaviors;
  std::visit(Counter{tally, standing, scale}, rating);
}

bool is_one_point_below(const Standing& standing, const Scale& scale) {
  return standing.rating && scale.index_of(*standing.rating) + 1 == scale.index_of(standing.target);
}

void count_everywhere(Gaps& gaps) {
  const Scale& scale = gaps.scale();
  gaps.overall = empty_tally(scale);
  for (const Pillar& pillar : gaps.assessment.ladder.pillars)
    gaps.pillars.push_back({empty_tally(scale), {pillar.responsibilities.size(), empty_tally(scale)}});
  for (const Standing& standing : gaps.standings) {
    PillarStanding& pillar = gaps.pillars[standing.at.pillar];
    for (Tally* tally : {&gaps.overall, &pillar.tally, &pillar.responsibilities[standing.at.responsibility]})
      count_in(*tally, standing, gaps.answer(standing).rating, scale);
  }
}

// Adds the standing to all of its lists, in ladder order.
void sort_in(Gaps& gaps, const Standing& standing) {
  const Answer& answer = gaps.answer(standing);
  const std::size_t index = standing.at.number;
  if (std::holds_alternative<Unrated>(answer.rating)) gaps.unrated.push_back(index);
  if (std::holds_alternative<NotApplicable>(answer.rating)) gaps.not_applicable.push_back(index);
  if (std::holds_alternative<NoOpportunity>(answer.rating) || standing.gap()) gaps.gaps.push_back(index);
  if (is_one_point_below(standing, gaps.scale())) gaps.closest.push_back(index);
  if (standing.is_above_target()) gaps.strengths.push_back(index);
  if (standing.is_claimed()) gaps.claimed.push_back(index);
}

template <class Measure>
void sort_furthest_first(std::vector<std::size_t>& indices, const std::vector<Standing>& standings, Measure measure) {
  std::stable_sort(indices.begin(), indices.end(),
                   [&](std::size_t a, std::size_t b) { return measure(standings[a]) > measure(standings[b]); });
}

}  // namespace

std::optional<int> Standing::gap() const {
  return rating && *rating < target ? std::optional(target - *rating) : std::nullopt;
}

bool Standing::is_at_target() const { return rating && *rating >= target; }

bool Standing::is_above_target() const { return rating && *rating > target; }

PlacedBehavior Gaps::place(const Standing& standing) const { return rung::place(assessment.ladder, standing.at); }

const Answer& Gaps::answer(const Standing& standing) const { return assessment.answers[standing.at.number]; }

std::vector<Standing> list_standings(const Assessment& assessment, const GapOptions& options) {
  const int target = options.target.value_or(assessment.ladder.target);
  const EvidenceWindow window = evidence_window(assessment);
  std::vector<Standing> standings;
  for (const BehaviorIndex& index : index_behaviors(assessment.ladder)) {
    const Behavior& behavior = *place(assessment.ladder, index).behavior;
    const Answer& answer = assessment.answers[index.number];
    assert(answer.behavior == behavior.key);
    standings.push_back(
        {index, rated_value(answer.rating), behavior.target.value_or(target), count_evidence(answer, window)});
  }
  return standings;
}

Gaps find_gaps(Assessment assessment, const GapOptions& options) {
  Gaps gaps;
  gaps.target = options.target.value_or(assessment.ladder.target);
  gaps.standings = list_standings(assessment, options);
  gaps.assessment = std::move(assessment);
  count_everywhere(gaps);
  for (const Standing& standing : gaps.standings) sort_in(gaps, standing);
  // No opportunity has no gap width, so it comes last.
  sort_furthest_first(gaps.gaps, gaps.standings, [](const Standing& one) { return one.gap().value_or(0); });
  sort_furthest_first(gaps.strengths, gaps.standings, [](const Standing& one) { return *one.rating - one.target; });
  return gaps;
}

}  // namespace rung
