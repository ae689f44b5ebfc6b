#include "answers.hpp"

#include <fmt/format.h>

#include "../behavior_item.hpp"
#include "../wording.hpp"
#include "behaviors.hpp"
#include "map.hpp"

namespace rung {
namespace {

Tone tone_of(TargetSide side) {
  switch (side) {
    case TargetSide::none: return Tone::muted;
    case TargetSide::below: return Tone::warning;
    case TargetSide::at:
    case TargetSide::above: return Tone::good;
  }
  return Tone::plain;
}

Row answer_row(const Gaps& gaps, const Standing& standing) {
  const Answer& answer = gaps.answer(standing);
  const PlacedBehavior placed = gaps.place(standing);
  const Standpoint standpoint = standpoint_of(standing);
  std::string rating = describe_rating(gaps.scale(), answer.rating);
  if (standing.gap()) rating += fmt::format("\u00A0→\u00A0{}", standing.target);
  Row row{0,
          {Cell{{number_run(standing.at.number + 1), link_to(answer.behavior, short_name(*placed.behavior))}},
           cell(placed.responsibility->title, Tone::muted), cell(std::move(rating), tone_of(standpoint.side)),
           standing.evidence == 0 ? cell("·", Tone::muted) : number_cell(standing.evidence)}};
  row.standpoint = standpoint;
  return row;
}

}  // namespace

Fold compose_answers(const GapReport& report) {
  const Gaps& gaps = report.gaps;
  Fold answers{heading(2, fmt::format("Every answer: {}", gaps.standings.size()), "answers"), {}, InTerminal::left_out};
  auto standing = gaps.standings.begin();
  for (std::size_t pillar = 0; pillar < gaps.pillars.size(); ++pillar) {
    Table table = table_of(
        {{"Behavior"}, {"Responsibility", Align::left, Presence::when_wide}, {"Rating"}, {"Evidence", Align::right}});
    for (int count = gaps.pillars[pillar].tally.behaviors; count > 0; --count)
      table.rows.push_back(answer_row(gaps, *standing++));
    answers.content.push_back(heading(3, gaps.assessment.ladder.pillars[pillar].title));
    answers.content.push_back(std::move(table));
  }
  return answers;
}

}  // namespace rung
