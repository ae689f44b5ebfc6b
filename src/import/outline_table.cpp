#include "outline_table.hpp"

#include <algorithm>
#include <utility>

namespace rung {
namespace {

using Row = std::vector<OutlineCell>;

struct Pending {
  OutlineCell cell;
  int rows = 0;  ///< still to fill below
};

OutlineCell continue_cell(const OutlineCell& cell) {
  OutlineCell continued = cell;
  continued.is_continued = true;
  return continued;
}

/// Puts the cells that reach down from above at their columns, from `row.size()` on.
void fill_from_above(Row& row, std::vector<Pending>& pending) {
  while (row.size() < pending.size() && pending[row.size()].rows > 0) {
    Pending& above = pending[row.size()];
    --above.rows;
    row.push_back(continue_cell(above.cell));
  }
}

Row fill_row(std::vector<SpanningCell> cells, std::vector<Pending>& pending, std::size_t columns) {
  Row row;
  for (SpanningCell& spanning : cells) {
    fill_from_above(row, pending);
    for (int column = 0; column < spanning.columns && row.size() < columns; ++column) {
      if (pending.size() <= row.size()) pending.resize(row.size() + 1);
      if (pending[row.size()].rows > 0) break;
      if (spanning.rows > 1) pending[row.size()] = {spanning.cell, spanning.rows - 1};
      row.push_back(column == 0 ? spanning.cell : continue_cell(spanning.cell));
    }
  }
  fill_from_above(row, pending);
  return row;
}

bool is_blank(const Row& row) {
  return std::all_of(row.begin(), row.end(), [](const OutlineCell& cell) { return cell.blocks.empty(); });
}

}  // namespace

std::vector<Row> fill_grid(std::vector<std::vector<SpanningCell>> rows, const ImportLimits& limits) {
  const auto columns = static_cast<std::size_t>(limits.columns);
  std::vector<Pending> pending;
  std::vector<Row> grid;
  std::size_t width = 0;
  for (auto& cells : rows) {
    const int line = cells.empty() ? 0 : cells.front().cell.line;
    grid.push_back(fill_row(std::move(cells), pending, columns));
    if (grid.back().empty()) grid.back().push_back({.line = line, .blocks = {}});
    width = std::max(width, grid.back().size());
  }
  grid.erase(std::remove_if(grid.begin(), grid.end(), is_blank), grid.end());
  for (Row& row : grid) {
    const int line = row.front().line;
    while (row.size() < width) row.push_back({.line = line, .blocks = {}});
  }
  return grid;
}

}  // namespace rung
