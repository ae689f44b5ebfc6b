#include <algorithm>
#include <array>

#include <rung/text/bar.hpp>
#include <rung/text/table.hpp>
#include <rung/text/width.hpp>

#include "inline_text.hpp"

namespace rung {
namespace {

constexpr int gutter = 2;
constexpr int comfortable_first_column = 20;

// What a table keeps at one width: fewer columns and no bars where there is little room.
struct Fit {
  bool all_columns = true;
  int bar_cells = 10;
};

bool keeps(const Column& column, const Fit& fit) { return fit.all_columns || column.presence == Presence::always; }

int text_width(const Table& table, std::size_t column) {
  int width = 0;
  for (const auto& row : table.rows) width = std::max(width, cell_width(to_flat_line(row.cells[column].text)));
  return width;
}

bool has_meter(const Table& table, std::size_t column) {
  return std::any_of(table.rows.begin(), table.rows.end(),
                     [&](const Row& row) { return row.cells[column].meter.has_value(); });
}

Line draw_cell(const Table& table, const Row& row, std::size_t column, const Fit& fit) {
  const auto& cell = row.cells[column];
  Line text = to_flat_line(cell.text);
  if (column == 0) {
    if (row.depth > 0) text.insert(text.begin(), {std::string(static_cast<std::size_t>(2 * row.depth), ' '), {}});
    return text;
  }
  if (!cell.meter || fit.bar_cells == 0) return text;
  // The figures line up behind the bars.
  Line drawn{{bar(cell.meter->part, cell.meter->whole, fit.bar_cells), Style::accent}, {" ", Style::plain}};
  Line figure = pad_left(std::move(text), text_width(table, column));
  drawn.insert(drawn.end(), figure.begin(), figure.end());
  return drawn;
}

int other_columns(const Table& table, const Fit& fit) {
  int cells = 0;
  for (std::size_t column = 1; column < table.columns.size(); ++column) {
    if (!keeps(table.columns[column], fit)) continue;
    int width = text_width(table, column);
    if (has_meter(table, column) && fit.bar_cells > 0) width += fit.bar_cells + 1;
    cells += gutter + std::max(width, cell_width(table.columns[column].heading));
  }
  return cells;
}

Fit choose_fit(const Table& table, int width) {
  constexpr std::array<Fit, 4> fits{{{true, 10}, {true, 6}, {false, 6}, {false, 0}}};
  int longest = 0;
  for (const auto& row : table.rows) {
    longest = std::max(longest, 2 * row.depth + cell_width(to_flat_line(row.cells.front().text)));
  }
  const int wanted = std::min(longest, comfortable_first_column);
  for (const auto& fit : fits) {
    if (other_columns(table, fit) + wanted <= width) return fit;
  }
  return fits.back();
}

}  // namespace

Block lay_out_table(const Table& table, int width) {
  const Fit fit = choose_fit(table, width);
  TextTable text;
  for (const auto& column : table.columns) {
    if (keeps(column, fit)) text.columns.push_back({{{column.heading, Style::muted}}, column.align});
  }
  for (const auto& row : table.rows) {
    std::vector<Line> cells;
    for (std::size_t column = 0; column < row.cells.size(); ++column) {
      if (keeps(table.columns[column], fit)) cells.push_back(draw_cell(table, row, column, fit));
    }
    text.rows.push_back(std::move(cells));
  }
  return lay_out(text, width);
}

}  // namespace rung
