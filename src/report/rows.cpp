#include <rung/report/rows.hpp>

#include <type_traits>

#include "csv_cells.hpp"
#include "data_words.hpp"
#include "wording.hpp"

namespace rung {
namespace {

AnswerRow start_row(const Assessment& assessment, const std::string& reference) {
  AnswerRow row;
  row.assessment = reference;
  row.rater = assessment.rater.name;
  row.role = to_string(assessment.rater.role);
  row.date = format_date(date_of(head_of(assessment)));
  row.ladder = assessment.ladder.id;
  return row;
}

std::vector<AnswerRow> to_rows(const Assessment& assessment, const std::vector<Standing>& standings,
                               const std::string& reference, Disclosure disclosure) {
  const AnswerRow start = start_row(assessment, reference);
  std::vector<AnswerRow> rows;
  rows.reserve(standings.size());
  for (const Standing& standing : standings) {
    const auto [pillar, responsibility, behavior] = place(assessment.ladder, standing.at);
    const Answer& answer = assessment.answers[standing.at.number];
    AnswerRow& row = rows.emplace_back(start);
    row.pillar = pillar->id;
    row.responsibility = responsibility->id;
    row.behavior = behavior->key;
    row.text = behavior->text;
    row.state = state_of(answer.rating);
    row.rating = standing.rating;
    row.target = standing.target;
    row.gap = standing.gap();
    row.reason = reason_of(answer.rating);
    row.note = answer.note;
    if (disclosure == Disclosure::full) row.evidence = static_cast<int>(answer.evidence.size());
  }
  return rows;
}

}  // namespace

std::vector<AnswerRow> list_rows(const GapReport& report, const std::string& reference) {
  return to_rows(report.gaps.assessment, report.gaps.standings, reference, report.disclosure);
}

std::vector<AnswerRow> list_rows(const Assessment& assessment, const std::string& reference, Disclosure disclosure) {
  const std::vector<Standing> standings = list_standings(assessment);
  if (disclosure == Disclosure::full) return to_rows(assessment, standings, reference, disclosure);
  Assessment redacted = assessment;
  for (Answer& answer : redacted.answers) redact(answer);
  return to_rows(redacted, standings, reference, disclosure);
}

std::string csv_heading() {
  std::vector<std::string> names;
  visit_columns({}, [&names](std::string_view name, const auto& /*value*/) { names.emplace_back(name); });
  return csv_row(names);
}

std::string to_csv(const AnswerRow& row) {
  std::vector<std::string> cells;
  visit_columns(row, [&cells](std::string_view /*name*/, const auto& value) {
    if constexpr (std::is_convertible_v<decltype(value), std::string>)
      cells.push_back(value);
    else
      cells.push_back(csv_number(value));
  });
  return csv_row(cells);
}

}  // namespace rung
