#include "matrix.hpp"

#include <algorithm>
#include <string>
#include <string_view>

#include <fmt/format.h>

#include "../wording.hpp"

namespace rung {
namespace {

/// A state without a rating: its mark, and what it means.
struct MarkedState {
  TrendState state;
  std::string_view mark;
  std::string_view meaning;
};

constexpr MarkedState marked_states[] = {{TrendState::unrated, "·", "unrated"},
                                         {TrendState::not_applicable, "n", "not applicable"},
                                         {TrendState::no_opportunity, "o", "no opportunity"},
                                         {TrendState::other_words, "w", "asked in other words"},
                                         {TrendState::other_scale, "s", "rated on another scale"},
                                         {TrendState::absent, "–", "not in the ladder"}};

const MarkedState* find_mark(TrendState state) {
  const auto* found = std::find_if(std::begin(marked_states), std::end(marked_states),
                                   [state](const MarkedState& one) { return one.state == state; });
  return found == std::end(marked_states) ? nullptr : found;
}

TargetSide side_of(const TrendAnswer& answer, int target) {
  if (answer.state != TrendState::rated) return TargetSide::none;
  if (answer.rating == target) return TargetSide::at;
  return answer.rating < target ? TargetSide::below : TargetSide::above;
}

Square make_square(const Trend& trend, const BehaviorTrend& behavior, std::size_t at) {
  const TrendAnswer& answer = behavior.answers[at];
  const MarkedState* marked = find_mark(answer.state);
  Square square;
  square.mark = marked == nullptr ? fmt::format("{}", answer.rating) : std::string(marked->mark);
  square.name =
      fmt::format("{}: {}{}", format_date(date_of(trend.points[at].head)),
                  marked == nullptr ? describe_value(trend.ladder.scale, answer.rating) : std::string(marked->meaning),
                  answer.is_carried ? ", not asked again" : "");
  square.standpoint = {side_of(answer, behavior.target), answer.has_evidence};
  return square;
}

std::string remark_on(const BehaviorTrend& behavior) {
  if (behavior.never_moved()) return "never moved";
  return behavior.regressions >= 2 ? count_of(behavior.regressions, "regression") : std::string();
}

}  // namespace

Matrix make_matrix(const Trend& trend) {
  Matrix matrix{"Behavior", {}, {}, {}};
  const std::size_t from = trend.points.size() - std::min(trend.points.size(), most_matrix_times);
  for (std::size_t at = from; at < trend.points.size(); ++at)
    matrix.times.push_back(format_date(date_of(trend.points[at].head)));
  const Pillar* last_pillar = nullptr;
  for (const BehaviorTrend& behavior : trend.behaviors) {
    const PlacedBehavior placed = place(trend.ladder, behavior.at);
    if (placed.pillar != last_pillar) matrix.rows.push_back({placed.pillar->title, {}, {}});
    last_pillar = placed.pillar;
    MatrixRow row{short_name(*placed.behavior), {}, remark_on(behavior)};
    for (std::size_t at = from; at < trend.points.size(); ++at) row.squares.push_back(make_square(trend, behavior, at));
    matrix.rows.push_back(std::move(row));
  }
  for (const MarkedState& marked : marked_states)
    if (std::any_of(trend.behaviors.begin(), trend.behaviors.end(), [&](const BehaviorTrend& behavior) {
          return std::any_of(behavior.answers.begin() + static_cast<std::ptrdiff_t>(from), behavior.answers.end(),
                             [&](const TrendAnswer& answer) { return answer.state == marked.state; });
        }))
      matrix.legend.push_back({fmt::format("{}\u00A0{}", marked.mark, glue(marked.meaning)), Tone::muted});
  return matrix;
}

}  // namespace rung
