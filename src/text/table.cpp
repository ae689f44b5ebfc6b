#include <rung/text/table.hpp>

#include <fmt/format.h>

#include <algorithm>

#include <rung/text/wrap.hpp>

namespace rung {
namespace {

constexpr int gutter = 2;
constexpr int narrowest_first_column = 12;

std::vector<int> natural_widths(const TextTable& table) {
  std::vector<int> widths;
  for (std::size_t column = 0; column < table.columns.size(); ++column) {
    int width = cell_width(table.columns[column].heading);
    for (const auto& row : table.rows) width = std::max(width, cell_width(row[column]));
    widths.push_back(width);
  }
  return widths;
}

Line align(Line cell, Align align, int width) {
  return align == Align::right ? pad_left(std::move(cell), width) : pad_right(std::move(cell), width);
}

void append_spans(Line& line, const Line& more) { line.insert(line.end(), more.begin(), more.end()); }

void trim_end(Line& line) {
  while (!line.empty()) {
    std::string& text = line.back().text;
    text.erase(text.find_last_not_of(' ') + 1);
    if (!text.empty()) return;
    line.pop_back();
  }
}

Block lay_out_row(const TextTable& table, const std::vector<Line>& cells, const std::vector<int>& widths) {
  std::string leading;
  if (!cells.front().empty()) {
    const std::string& text = cells.front().front().text;
    leading.assign(std::min(text.find_first_not_of(' '), text.size()), ' ');
  }
  const Line indent = leading.empty() ? Line{} : Line{{leading, Style::plain}};
  Block first = wrap(cells.front(), widths.front(), {indent, indent});
  Line& head = first.front();
  head = pad_right(std::move(head), widths.front());
  for (std::size_t column = 1; column < cells.size(); ++column) {
    head.push_back({std::string(gutter, ' '), Style::plain});
    append_spans(head, align(cells[column], table.columns[column].align, widths[column]));
  }
  trim_end(head);
  return first;
}

Block lay_out_records(const TextTable& table, int width) {
  Block block;
  for (const auto& row : table.rows) {
    append(block, wrap(row.front(), width, {{}, {{"  ", Style::plain}}}));
    for (std::size_t column = 1; column < row.size(); ++column) {
      if (cell_width(row[column]) == 0) continue;
      Line text{{fmt::format("{}: ", plain_text(table.columns[column].heading)), Style::muted}};
      append_spans(text, row[column]);
      append(block, wrap(text, width, {{{"  ", Style::plain}}, {{"    ", Style::plain}}}));
    }
  }
  return block;
}

}  // namespace

Block lay_out(const TextTable& table, int width) {
  if (table.columns.empty()) return {};
  std::vector<int> widths = natural_widths(table);
  int others = 0;
  for (std::size_t column = 1; column < widths.size(); ++column) others += widths[column] + gutter;
  const int room = width - others;
  if (room < std::min(widths.front(), narrowest_first_column)) return lay_out_records(table, width);
  widths.front() = std::min(widths.front(), room);

  std::vector<Line> headings;
  bool has_headings = false;
  for (const TextColumn& column : table.columns) {
    headings.push_back(column.heading);
    has_headings = has_headings || cell_width(column.heading) > 0;
  }
  Block block;
  if (has_headings) append(block, lay_out_row(table, headings, widths));
  for (const auto& row : table.rows) append(block, lay_out_row(table, row, widths));
  return block;
}

}  // namespace rung
