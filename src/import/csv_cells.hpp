#pragma once

#include <string>
#include <vector>

#include <rung/diagnostic.hpp>
#include <rung/diagnostic/source.hpp>

namespace rung {

struct CsvCell {
  Position at;
  std::string text;  ///< white space runs as one space, none around
};

struct CsvRow {
  std::vector<CsvCell> cells;
};

/// The rows of a text in RFC 4180, separated by comma, semicolon or tab, whichever the first line has most of; rows
/// without any text are left out. A quote that never ends and one in the midst of a cell are diagnostics.
Parsed<std::vector<CsvRow>> parse_csv(const Source& source);

}  // namespace rung
