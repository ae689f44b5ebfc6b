#include <algorithm>
#include <utility>

#include <rung/text/width.hpp>
#include <rung/text/wrap.hpp>

#include "inline_text.hpp"
#include "wording.hpp"

namespace rung {
namespace {

constexpr int strip_gutter = 2;
/// Marks beside a label; a row with more of them goes on below, so that not one long row takes the place of all.
constexpr int most_marks = 12;
/// Where a label would get less, it stands above its marks.
constexpr int narrowest_label = 16;

Line blank_cells(int cells) { return {{std::string(static_cast<std::size_t>(std::max(cells, 0)), ' '), Style::plain}}; }

int cells_for(std::size_t marks) { return marks == 0 ? 0 : 2 * static_cast<int>(marks) - 1; }

/// Where labels and marks stand, the same for all rows.
struct Columns {
  int label = 0;  ///< cells of a label; 0 where it stands above the marks
  int marks = 1;  ///< marks on a line
};

int indent_of(const StripRow& row) { return 2 * row.depth; }

Columns choose_columns(const Strip& strip, int width) {
  int longest = 0;
  std::size_t most = 1;
  for (const auto& row : strip.rows) {
    if (row.cells.empty()) continue;
    longest = std::max(longest, indent_of(row) + cell_width(flatten(row.label)));
    most = std::max(most, row.cells.size());
  }
  const int marks = std::min(static_cast<int>(most), most_marks);
  const int room = width - strip_gutter - cells_for(static_cast<std::size_t>(marks));
  if (std::min(longest, narrowest_label) <= room) return {std::min(longest, room), marks};
  return {0, std::max(1, (width - 2 * strip_gutter + 1) / 2)};
}

Block draw_marks(const StripRow& row, int most) {
  Block lines;
  int left = 0;
  for (const auto& cell : row.cells) {
    if (left == 0) {
      lines.emplace_back();
      left = most;
    }
    Line& line = lines.back();
    if (!line.empty()) line.push_back({" ", Style::plain});
    for (auto& span : to_flat_line({{cell.mark, cell.tone, {}}})) line.push_back(std::move(span));
    --left;
  }
  return lines;
}

Block lay_out_row(const StripRow& row, const Columns& columns, int width) {
  const Line indent = blank_cells(indent_of(row));
  const Style style = row.depth == 0 ? Style::strong : Style::plain;
  const Line label{{flatten(row.label), style}};
  const Block marks = draw_marks(row, columns.marks);
  if (marks.empty()) return wrap(label, width, {indent, indent});
  if (columns.label == 0) {
    Block block = wrap(label, width, {indent, indent});
    for (const auto& line : marks) {
      block.push_back(blank_cells(2 * strip_gutter));
      block.back().insert(block.back().end(), line.begin(), line.end());
    }
    return block;
  }
  Block block = wrap(label, columns.label, {indent, indent});
  block.resize(std::max(block.size(), marks.size()));
  for (std::size_t at = 0; at < marks.size(); ++at) {
    block[at] = pad_right(std::move(block[at]), columns.label + strip_gutter);
    block[at].insert(block[at].end(), marks[at].begin(), marks[at].end());
  }
  return block;
}

}  // namespace

std::string explain_marks(const Strip& strip) {
  std::vector<std::string> known;
  std::string text;
  for (const auto& row : strip.rows) {
    for (const auto& cell : row.cells) {
      if (cell.point || std::find(known.begin(), known.end(), cell.mark) != known.end()) continue;
      known.push_back(cell.mark);
      text += (text.empty() ? "" : ", ") + glue(cell.mark + " " + cell.name);
    }
  }
  return text;
}

Block lay_out_strip(const Strip& strip, int width) {
  const Columns columns = choose_columns(strip, width);
  Block block;
  for (const auto& row : strip.rows) append(block, lay_out_row(row, columns, width));
  if (const auto legend = explain_marks(strip); !legend.empty()) {
    block.emplace_back();
    append(block, wrap({{legend, Style::muted}}, width));
  }
  return block;
}

}  // namespace rung
