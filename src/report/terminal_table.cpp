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

// What a table keeps at one width: fewer columns, closer together, and no bars where there is little room.
struct Fit {
  Presence least = Presence::when_wide;
  int bar_cells = 10;
  Spacing spacing = Spacing::apart;
};

bool keeps(const Column& column, const Fit& fit) {
  return fit.least == Presence::when_wide || column.presence == Presence::always;
}

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
  constexpr std::array<Fit, 4> fits{{{Presence::when_wide, 10, Spacing::apart},
                                     {Presence::when_wide, 6, Spacing::apart},
                                     {Presence::always, 6, Spacing::apart},
                                     {Presence::always, 0, Spacing::close}}};
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

// Adds a column of figures, or, where it moves close, lengthens the one before it.
void add_column(TextTable& text, const Table& table, std::size_t column, const Fit& fit) {
  const auto& shape = table.columns[column];
  const Line heading{{shape.heading, Style::muted}};
  const bool moves = fit.spacing == Spacing::close && shape.spacing == Spacing::close && column > 0 &&
                     table.columns[column - 1].spacing == Spacing::close;
  if (!moves) {
    text.columns.push_back({heading, shape.align});
    for (std::size_t row = 0; row < table.rows.size(); ++row) {
      text.rows[row].push_back(draw_cell(table, table.rows[row], column, fit));
    }
    return;
  }
  const int width = 1 + std::max(cell_width(heading), text_width(table, column));
  const auto lengthen = [&](Line& line, Line more) {
    more = pad_left(std::move(more), width);
    line.insert(line.end(), more.begin(), more.end());
  };
  lengthen(text.columns.back().heading, heading);
  for (std::size_t row = 0; row < table.rows.size(); ++row) {
    lengthen(text.rows[row].back(), draw_cell(table, table.rows[row], column, fit));
  }
}

}  // namespace

Block lay_out_table(const Table& table, int width) {
  const Fit fit = choose_fit(table, width);
  TextTable text;
  text.rows.resize(table.rows.size());
  for (std::size_t column = 0; column < table.columns.size(); ++column) {
    if (keeps(table.columns[column], fit)) add_column(text, table, column, fit);
  }
  return lay_out(text, width);
}

}  // namespace rung
