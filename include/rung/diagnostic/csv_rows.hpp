#pragma once

#include <string>
#include <vector>

#include <rung/diagnostic.hpp>
#include <rung/diagnostic/source.hpp>

namespace rung {

/// A cell of a table, and where it begins.
struct CsvCell {
  Position at;
  std::string text;  ///< white space runs as one space, none around
};

using CsvRow = std::vector<CsvCell>;

/// The rows of a text as RFC 4180, separated by comma, semicolon, or tab, whichever the first line has most of. Rows
/// without any text are left out, and so is a byte order mark. Wrong quotes are a diagnostic. Characters are not
/// checked.
Parsed<std::vector<CsvRow>> read_csv_rows(const Source& source);

}  // namespace rung
