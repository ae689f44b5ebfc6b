#pragma once

#include <optional>
#include <string>
#include <vector>

#include <rung/analysis/gaps.hpp>
#include <rung/assessment/assessment.hpp>
#include <rung/report/report.hpp>

namespace rung {

/// One behavior of one assessment as a flat row for other tools.
struct AnswerRow {
  std::string assessment;  ///< `<ladder>/<id>`
  std::string rater;
  std::string role;
  std::string date;  ///< the date judged (ISO 8601)
  std::string ladder;
  std::string pillar;          ///< id
  std::string responsibility;  ///< id
  std::string behavior;        ///< key
  std::string text;
  std::string state;  ///< as in the assessment format: rated, unrated, not applicable, no opportunity
  std::optional<int> rating;
  int target = 0;
  std::optional<int> gap;
  std::string reason;
  std::string note;
  std::optional<int> evidence;           ///< number of pieces; absent if redacted
  std::string subject;                   ///< empty if unknown
  std::string origin;                    ///< asked, given, accepted, carried
  std::string from;                      ///< the sitting that a carried answer comes from, otherwise empty
  std::string from_on;                   ///< the date that it judged, otherwise empty
  std::string shown;                     ///< for a rating at target, `shown` or `claimed`; otherwise empty
  std::vector<Evidence> evidence_items;  ///< empty if redacted
  std::string title;                     ///< the short name
  int evidence_counts = 0;               ///< number of pieces that count, including redacted ones
  std::optional<int> next;               ///< in a report, the number of the next step, from 1, that names it first
  std::string patterns;                  ///< in a report, the rating patterns that it is part of, separated by `; `

  friend bool operator==(const AnswerRow&, const AnswerRow&) = default;
};

/// Calls `visit` with the name and the value of each column, in order.
template <class Visit>
void visit_columns(const AnswerRow& row, Visit visit) {
  visit("assessment", row.assessment);
  visit("rater", row.rater);
  visit("role", row.role);
  visit("date", row.date);
  visit("ladder", row.ladder);
  visit("pillar", row.pillar);
  visit("responsibility", row.responsibility);
  visit("behavior", row.behavior);
  visit("text", row.text);
  visit("state", row.state);
  visit("rating", row.rating);
  visit("target", std::optional(row.target));
  visit("gap", row.gap);
  visit("reason", row.reason);
  visit("note", row.note);
  visit("evidence", row.evidence);
  visit("subject", row.subject);
  visit("origin", row.origin);
  visit("from", row.from);
  visit("from_on", row.from_on);
  visit("shown", row.shown);
  visit("evidence_items", row.evidence_items);
  visit("title", row.title);
  visit("evidence_counts", std::optional(row.evidence_counts));
  visit("next", row.next);
  visit("patterns", row.patterns);
}

/// One row per behavior, in ladder order. `reference` becomes AnswerRow::assessment.
std::vector<AnswerRow> list_rows(const Assessment& assessment, const std::string& reference,
                                 Disclosure disclosure = Disclosure::full);
/// The same for a report: with its target, and redacted if it is.
std::vector<AnswerRow> list_rows(const GapReport& report, const std::string& reference);

/// The header line and one row, each with CRLF at the end (RFC 4180). Cells that a spreadsheet would read as a formula
/// get an apostrophe.
std::string csv_heading();
std::string to_csv(const AnswerRow& row);

/// One JSON object on one line, with a line feed at the end (JSON Lines).
std::string to_json_line(const AnswerRow& row);

}  // namespace rung
