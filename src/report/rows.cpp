#include <rung/report/rows.hpp>

#include <type_traits>

#include <fmt/format.h>

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
  row.subject = assessment.subject.name;
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
    row.origin = to_string(answer.origin);
    if (answer.from) row.from = answer.from->sitting;
    if (answer.from) row.from_on = format_date(answer.from->on);
    if (standing.is_at_target()) row.shown = standing.is_shown() ? "shown" : "claimed";
    row.evidence_items = answer.evidence;
    row.title = short_name(*behavior);
    row.evidence_counts = standing.evidence;
  }
  return rows;
}

/// One line per piece, as write_evidence writes it.
std::string list_items_of_evidence(const std::vector<Evidence>& evidence) {
  std::string lines;
  for (const Evidence& one : evidence) lines += fmt::format("{}{}", lines.empty() ? "" : "\n", write_evidence(one));
  return lines;
}

}  // namespace

std::vector<AnswerRow> list_rows(const GapReport& report, const std::string& reference) {
  std::vector<AnswerRow> rows = to_rows(report.gaps.assessment, report.gaps.standings, reference, report.disclosure);
  for (std::size_t step = 0; step < report.next.size(); ++step)
    rows[report.next[step].behaviors.front()].next = static_cast<int>(step) + 1;
  for (const Pattern& pattern : report.patterns)
    for (const std::size_t index : pattern.behaviors)
      rows[index].patterns += fmt::format("{}{}", rows[index].patterns.empty() ? "" : "; ", name_of(pattern.kind));
  return rows;
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
    using Value = std::remove_cvref_t<decltype(value)>;
    if constexpr (std::is_same_v<Value, std::string>)
      cells.push_back(value);
    else if constexpr (std::is_same_v<Value, std::vector<Evidence>>)
      cells.push_back(list_items_of_evidence(value));
    else
      cells.push_back(csv_number(value));
  });
  return csv_row(cells);
}

}  // namespace rung
