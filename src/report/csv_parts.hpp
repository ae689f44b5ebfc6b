#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <rung/assessment/assessment.hpp>
#include <rung/report/report.hpp>

namespace rung {

/// One line of RFC 4180 with CRLF at its end. A cell stands in quotes where it has to, or where a space at its ends
/// could get lost. Line feeds and tabs stay; every other character that could drive a terminal or reorder a line comes
/// out visible (make_visible). A cell that a spreadsheet may compute gets an apostrophe before it: one that begins,
/// after white space and apostrophes, with = + - or @, also in their full-width forms, or that begins with a tab or a
/// line feed. Whole numbers are left alone, so that -1 stays a number.
std::string csv_row(const std::vector<std::string>& cells);

/// The number, or an empty cell.
std::string csv_number(const std::optional<int>& value);

std::string reason_of(const Rating& rating);

/// `<ladder>/<id>`, as other commands take it.
std::string reference_of(const AssessmentHead& head);

/// A heading line, then a row for each assessment, the latest last: its counts, and those of each pillar.
std::string write_csv_history(const HistoryReport& report);

/// A heading line, then a row for each behavior of either ladder.
std::string write_csv_ladder_diff(const LadderDiffReport& report);

/// A heading line, then a row for each behavior of the other ladder.
std::string write_csv_next_level(const NextLevelReport& report);

}  // namespace rung
