#pragma once

#include <vector>

#include <rung/text/block.hpp>

namespace rung {

enum class Align { left, right };

struct TextColumn {
  Line heading;
  Align align = Align::left;
};

struct TextTable {
  std::vector<TextColumn> columns;
  std::vector<std::vector<Line>> rows;  ///< each as long as `columns`
};

/// Lays out the table within `width` cells. The first column gets the remaining width and wraps; if that is less than
/// 12 cells, every row becomes a list of "heading: value" lines instead.
Block lay_out(const TextTable& table, int width);

}  // namespace rung
