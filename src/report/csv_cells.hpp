#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <rung/analysis/ladder_diff.hpp>
#include <rung/ladder/ladder.hpp>

namespace rung {

/// One line of RFC 4180 with CRLF at its end. A cell is quoted if necessary, or if a space at its ends could get lost.
/// Line feeds and tabs are kept; make_visible shows any other character that could control a terminal or reorder a
/// line. A cell that a spreadsheet might compute gets a leading apostrophe: one that starts, after white space and
/// apostrophes, with = + - or @, also in full-width forms, or that starts with a tab or a line feed. Integers are left
/// alone, so that -1 stays a number. In locales where semicolons separate cells, the text after each semicolon and each
/// line feed starts a cell, too, so it gets an apostrophe by the same rule; there, integers also get one, and line
/// feeds do not.
std::string csv_row(const std::vector<std::string>& cells);

/// The number, or an empty cell.
std::string csv_number(const std::optional<int>& value);

/// A behavior of one of two compared ladders; empty cells if that ladder does not have it.
struct CsvBehavior {
  std::string key;
  std::string text;
  std::string target;
};
CsvBehavior csv_side(const Ladder& ladder, const std::optional<BehaviorIndex>& index);

/// The similarity of the two texts with three decimals; an empty cell without a pair.
std::string csv_similarity(const ComparedBehavior& one);

}  // namespace rung
