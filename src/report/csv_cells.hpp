#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <rung/analysis/ladder_diff.hpp>
#include <rung/ladder/ladder.hpp>

namespace rung {

/// One line of RFC 4180 with CRLF at its end. A cell stands in quotes where it has to, or where a space at its ends
/// could get lost. Line feeds and tabs stay; every other character that could drive a terminal or reorder a line comes
/// out visible (make_visible). A cell that a spreadsheet may compute gets an apostrophe before it: one that begins,
/// after white space and apostrophes, with = + - or @, also in their full-width forms, or that begins with a tab or a
/// line feed. Whole numbers are left alone, so that -1 stays a number. In locales where semicolons separate cells, the
/// text after each semicolon and each line feed begins a cell too, so it gets an apostrophe by the same rule; there,
/// numbers are not left alone, and line feeds are.
std::string csv_row(const std::vector<std::string>& cells);

/// The number, or an empty cell.
std::string csv_number(const std::optional<int>& value);

/// A behavior of one of two compared ladders; empty cells where that ladder has none.
struct CsvBehavior {
  std::string key;
  std::string text;
  std::string target;
};
CsvBehavior csv_side(const Ladder& ladder, const std::optional<BehaviorIndex>& index);

/// How much the two texts agree, with three decimals; an empty cell without a pair.
std::string csv_similarity(const ComparedBehavior& one);

}  // namespace rung
