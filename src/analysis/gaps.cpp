#include <rung/analysis/gaps.hpp>

#include <algorithm>
#include <variant>

#include "answer_index.hpp"

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
  const auto gap = standing.gap();
  if (gap && gap > tally.widest_gap) tally.widest_gap = gap;
}

void count_in(Tally& tally, const Standing& standing, const Scale& scale) {
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
  std::visit(Counter{tally, standing, scale}, standing.answer.rating);
}

bool is_one_point_below(const Standing& standing, const Scale& scale) {
  const auto value = rated_value(standing.answer.rating);
  return value && scale.index_of(*value) + 1 == scale.index_of(standing.target);
}

// Into every list it belongs to, in ladder order.
void sort_in(Gaps& gaps, const Standing& standing) {
  const Rating& rating = standing.answer.rating;
  if (std::holds_alternative<Unrated>(rating)) gaps.unrated.push_back(standing);
  if (std::holds_alternative<NotApplicable>(rating)) gaps.not_applicable.push_back(standing);
  if (std::holds_alternative<NoOpportunity>(rating) || standing.gap()) gaps.gaps.push_back(standing);
  if (is_one_point_below(standing, gaps.scale)) gaps.closest.push_back(standing);
  if (standing.is_above_target()) gaps.strengths.push_back(standing);
  if (standing.is_at_target() && !standing.is_shown()) gaps.claimed.push_back(standing);
}

int points_above_target(const Standing& standing) { return *rated_value(standing.answer.rating) - standing.target; }

}  // namespace

std::optional<int> Standing::gap() const {
  const auto value = rated_value(answer.rating);
  if (!value || *value >= target) return std::nullopt;
  return target - *value;
}

bool Standing::is_at_target() const {
  const auto value = rated_value(answer.rating);
  return value && *value >= target;
}

bool Standing::is_above_target() const {
  const auto value = rated_value(answer.rating);
  return value && *value > target;
}

bool Standing::is_shown() const { return !answer.note.empty() || !answer.evidence.empty(); }

std::vector<Standing> list_standings(const Assessment& assessment, const GapOptions& options) {
  const AnswerIndex answers(assessment);
  const int target = options.target.value_or(assessment.ladder.target);
  std::vector<Standing> standings;
  for (const PlacedBehavior& placed : list_behaviors(assessment.ladder)) {
    const Behavior& behavior = *placed.behavior;
    standings.push_back({placed.pillar->title, placed.responsibility->title, behavior.text, answers.find(behavior.key),
                         behavior.target.value_or(target)});
  }
  return standings;
}

Gaps find_gaps(const Assessment& assessment, const GapOptions& options) {
  const Ladder& ladder = assessment.ladder;
  Gaps gaps;
  gaps.scale = ladder.scale;
  gaps.target = options.target.value_or(ladder.target);
  gaps.overall = empty_tally(ladder.scale);
  gaps.standings = list_standings(assessment, options);
  auto standing = gaps.standings.begin();
  for (const Pillar& pillar : ladder.pillars) {
    PillarStanding of_pillar{pillar.id, pillar.title, empty_tally(ladder.scale), {}};
    for (const Responsibility& responsibility : pillar.responsibilities) {
      ResponsibilityStanding of_responsibility{responsibility.id, responsibility.title, empty_tally(ladder.scale)};
      for (std::size_t count = responsibility.behaviors.size(); count > 0; --count, ++standing) {
        count_in(of_responsibility.tally, *standing, ladder.scale);
        count_in(of_pillar.tally, *standing, ladder.scale);
        count_in(gaps.overall, *standing, ladder.scale);
        sort_in(gaps, *standing);
      }
      of_pillar.responsibilities.push_back(std::move(of_responsibility));
    }
    gaps.pillars.push_back(std::move(of_pillar));
  }
  // No opportunity has no width: it comes last.
  std::stable_sort(gaps.gaps.begin(), gaps.gaps.end(),
                   [](const Standing& a, const Standing& b) { return a.gap().value_or(0) > b.gap().value_or(0); });
  std::stable_sort(gaps.strengths.begin(), gaps.strengths.end(), [](const Standing& a, const Standing& b) {
    return points_above_target(a) > points_above_target(b);
  });
  return gaps;
}

}  // namespace rung
