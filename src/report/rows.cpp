#include <rung/report/rows.hpp>

#include "csv_parts.hpp"
#include "wording.hpp"

namespace rung {
namespace {

AnswerRow start_row(const AssessmentHead& head, const std::string& reference) {
  AnswerRow row;
  row.assessment = reference;
  row.rater = head.rater.name;
  row.role = to_string(head.rater.role);
  row.date = format_date(date_of(head));
  row.ladder = head.ladder_id;
  return row;
}

void place(AnswerRow& row, const Standing& standing) {
  auto [pillar, responsibility] = split_key(standing.answer.behavior);
  row.pillar = std::move(pillar);
  row.responsibility = std::move(responsibility);
  row.behavior = standing.answer.behavior;
  row.text = standing.text;
}

std::vector<AnswerRow> to_rows(const std::vector<Standing>& standings, const AnswerRow& start, Disclosure disclosure) {
  std::vector<AnswerRow> rows;
  rows.reserve(standings.size());
  for (const Standing& standing : standings) {
    AnswerRow& row = rows.emplace_back(start);
    place(row, standing);
    row.state = state_of(standing.answer.rating);
    row.rating = rated_value(standing.answer.rating);
    row.target = standing.target;
    row.gap = standing.gap();
    if (disclosure == Disclosure::redacted) continue;
    row.reason = reason_of(standing.answer.rating);
    row.note = standing.answer.note;
    row.evidence = static_cast<int>(standing.answer.evidence.size());
  }
  return rows;
}

}  // namespace

std::vector<AnswerRow> list_rows(const GapReport& report, const std::string& reference) {
  return to_rows(report.gaps.standings, start_row(report.head, reference), report.disclosure);
}

std::vector<AnswerRow> list_rows(const Assessment& assessment, const std::string& reference, Disclosure disclosure) {
  return to_rows(list_standings(assessment), start_row(head_of(assessment), reference), disclosure);
}

std::string csv_heading() {
  return csv_row({"assessment", "rater", "role", "date", "ladder", "pillar", "responsibility", "behavior", "text",
                  "state", "rating", "target", "gap", "reason", "note", "evidence"});
}

std::string to_csv(const AnswerRow& row) {
  return csv_row({row.assessment, row.rater, row.role, row.date, row.ladder, row.pillar, row.responsibility,
                  row.behavior, row.text, row.state, csv_number(row.rating), csv_number(row.target),
                  csv_number(row.gap), row.reason, row.note, csv_number(row.evidence)});
}

}  // namespace rung
