#pragma once

#include <string>
#include <vector>

#include <rung/report/report.hpp>

namespace rung {

/// The cells as one record of RFC 4180, CRLF at the end. A cell that a spreadsheet would take for a formula (it begins
/// with one of `= + - @`, tab or carriage return) gets an apostrophe in front.
std::string csv_row(const std::vector<std::string>& cells);

/// A heading line, then a row for each assessment, the latest last: its counts, and those of each pillar.
std::string write_csv_history(const HistoryReport& report);

}  // namespace rung
