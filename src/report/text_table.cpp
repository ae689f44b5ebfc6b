#include "text_table.hpp"

#include <algorithm>

#include <rung/text/bar.hpp>
#include <rung/text/table.hpp>
#include <rung/text/width.hpp>

#include "inline_text.hpp"

namespace rung {
namespace {

constexpr int gutter = 2;
constexpr int comfortable_first_column = 20;

// The layout of a table at a given width: if space is tight, fewer columns, closer together, without bars.
struct Fit {
  Presence least = Presence::when_wide;
  int bar_cells = 10;
  Spacing spacing = Spacing::apart;
};

/// The flattened texts of a table's cells, and the width of each column.
struct CellTexts {
  explicit CellTexts(const Table& table) : widths(table.columns.size(), 0) {
    for (const auto& row : table.rows) {
      std::vector<Line>& line = rows.emplace_back();
      for (std::size_t column = 0; column < table.columns.size(); ++column) {
        line.push_back(to_flat_line(row.cells[column].text));
        widths[column] = std::max(widths[column], cell_width(line.back()));
      }
    }
  }

  /// Cuts texts in the columns that go first to `few` cells; whether there were any to cut.
  bool shorten(const Table& table, int few) {
    bool is_shorter = false;
    for (std::size_t column = 1; column < table.columns.size(); ++column) {
      const Column& shape = table.columns[column];
      if (shape.align != Align::left || shape.presence != Presence::when_wide || widths[column] <= few) continue;
      for (auto& row : rows) row[column] = line(clip(plain_text(row[column]), few));
      widths[column] = few;
      is_shorter = true;
    }
    return is_shorter;
  }

  std::vector<std::vector<Line>> rows;
  std::vector<int> widths;
};

bool keeps(const Column& column, const Fit& fit) {
  return fit.least == Presence::when_wide || column.presence == Presence::always;
}

bool has_meter(const Table& table, std::size_t column) {
  return std::any_of(table.rows.begin(), table.rows.end(),
                     [&](const Row& row) { return row.cells[column].meter.has_value(); });
}

Line draw_cell(const Cell& cell, Line text, int text_width, const Fit& fit) {
  if (!cell.meter || fit.bar_cells == 0) return text;
  // The figures line up after the bars.
  Line drawn{{bar(cell.meter->part, cell.meter->whole, fit.bar_cells), Style::accent}, {" ", Style::plain}};
  Line figure = pad_left(std::move(text), text_width);
  drawn.insert(drawn.end(), figure.begin(), figure.end());
  return drawn;
}

Line draw_name(const Row& row, Line text, const Fit& fit) {
  const int step = fit.spacing == Spacing::close ? 1 : 2;
  if (row.depth > 0) text.insert(text.begin(), spaces(step * row.depth).front());
  return text;
}

int other_columns(const Table& table, const CellTexts& texts, const Fit& fit) {
  int cells = 0;
  for (std::size_t column = 1; column < table.columns.size(); ++column) {
    if (!keeps(table.columns[column], fit)) continue;
    int width = texts.widths[column];
    if (has_meter(table, column) && fit.bar_cells > 0) width += fit.bar_cells + 1;
    cells += gutter + std::max(width, cell_width(table.columns[column].heading));
  }
  return cells;
}

Fit choose_fit(const Table& table, const CellTexts& texts, int width) {
  constexpr Fit fits[] = {{Presence::when_wide, 10, Spacing::apart},
                          {Presence::when_wide, 6, Spacing::apart},
                          {Presence::always, 6, Spacing::apart},
                          {Presence::always, 0, Spacing::close}};
  int longest = 0;
  for (std::size_t row = 0; row < table.rows.size(); ++row)
    longest = std::max(longest, 2 * table.rows[row].depth + cell_width(texts.rows[row].front()));
  const int wanted = table.names == Names::whole ? longest : std::min(longest, comfortable_first_column);
  for (const auto& fit : fits)
    if (other_columns(table, texts, fit) + wanted <= width) return fit;
  return fits[3];
}

/// A long text gives way before a column does.
Fit choose_final_fit(const Table& table, CellTexts& texts, int width) {
  Fit fit = choose_fit(table, texts, width);
  for (const int few : {14, 9})
    if (fit.least == Presence::always && texts.shorten(table, few)) fit = choose_fit(table, texts, width);
  return fit;
}

// Adds a column of figures, or, where it moves close, lengthens the one before it.
void add_column(TextTable& text, const Table& table, CellTexts& texts, std::size_t column, const Fit& fit) {
  const auto& shape = table.columns[column];
  const Line heading = line(shape.heading, Style::muted);
  const auto draw = [&](std::size_t row) {
    Line& cell = texts.rows[row][column];
    if (column == 0) return draw_name(table.rows[row], std::move(cell), fit);
    return draw_cell(table.rows[row].cells[column], std::move(cell), texts.widths[column], fit);
  };
  const bool moves = fit.spacing == Spacing::close && shape.spacing == Spacing::close && column > 0 &&
                     table.columns[column - 1].spacing == Spacing::close;
  if (!moves) {
    text.columns.push_back({heading, shape.align});
    for (std::size_t row = 0; row < table.rows.size(); ++row) text.rows[row].push_back(draw(row));
    return;
  }
  const int width = 1 + std::max(cell_width(heading), texts.widths[column]);
  const auto lengthen = [&](Line& line, Line more) {
    more = pad_left(std::move(more), width);
    line.insert(line.end(), more.begin(), more.end());
  };
  lengthen(text.columns.back().heading, heading);
  for (std::size_t row = 0; row < table.rows.size(); ++row) lengthen(text.rows[row].back(), draw(row));
}

}  // namespace

Block lay_out_table(const Table& table, int width) {
  CellTexts texts(table);
  const Fit fit = choose_final_fit(table, texts, width);
  TextTable text;
  text.rows.resize(table.rows.size());
  for (std::size_t column = 0; column < table.columns.size(); ++column)
    if (keeps(table.columns[column], fit)) add_column(text, table, texts, column, fit);
  return lay_out(text, width);
}

bool gives_up_columns(const Table& table, int width) {
  CellTexts texts(table);
  const Fit fit = choose_final_fit(table, texts, width);
  return !std::all_of(table.columns.begin(), table.columns.end(),
                      [&fit](const Column& column) { return keeps(column, fit); });
}

}  // namespace rung
