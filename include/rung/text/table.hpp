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

/// Lays the table out within `width` cells. The first column takes what the others leave and wraps; when it would be
/// narrower than 12 cells, every row becomes a small list of "heading: value" lines instead.
Block lay_out(const TextTable& table, int width);

}  // namespace rung
