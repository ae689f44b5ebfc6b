#include <rung/report/rows.hpp>

#include "csv_parts.hpp"

namespace rung {

std::vector<AnswerRow> list_rows(const Assessment& assessment, const std::string& reference, Disclosure disclosure) {
  std::vector<AnswerRow> rows;
  for (const PlacedBehavior& placed : list_behaviors(assessment.ladder)) {
    const Answer* answer = find_answer(assessment, placed.behavior->key);
    if (answer == nullptr) continue;
    AnswerRow row;
    row.assessment = reference;
    row.rater = assessment.rater.name;
    row.role = to_string(assessment.rater.role);
    row.date = format_date(date_of(assessment.finished_at.value_or(assessment.started_at)));
    row.ladder = assessment.ladder.id;
    row.pillar = placed.pillar->id;
    row.responsibility = placed.responsibility->id;
    row.behavior = placed.behavior->key;
    row.text = placed.behavior->text;
    row.state = state_of(answer->rating);
    row.rating = rated_value(answer->rating);
    row.target = target_of(assessment.ladder, *placed.behavior);
    if (row.rating && *row.rating < row.target) row.gap = row.target - *row.rating;
    if (disclosure == Disclosure::full) {
      if (const auto* excused = std::get_if<NotApplicable>(&answer->rating)) row.reason = excused->reason;
      row.note = answer->note;
      row.evidence = static_cast<int>(answer->evidence.size());
    }
    rows.push_back(std::move(row));
  }
  return rows;
}

std::string csv_heading() {
  return csv_row({"assessment", "rater", "role", "date", "ladder", "pillar", "responsibility", "behavior", "text",
                  "state", "rating", "target", "gap", "reason", "note", "evidence"});
}

std::string to_csv(const AnswerRow& row) {
  const auto number = [](const std::optional<int>& value) { return value ? std::to_string(*value) : std::string(); };
  return csv_row({row.assessment, row.rater, row.role, row.date, row.ladder, row.pillar, row.responsibility,
                  row.behavior, row.text, row.state, number(row.rating), std::to_string(row.target), number(row.gap),
                  row.reason, row.note, number(row.evidence)});
}

}  // namespace rung
