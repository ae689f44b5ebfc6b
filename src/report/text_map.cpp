#include "text_map.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include <fmt/format.h>

#include <rung/text/width.hpp>
#include <rung/text/wrap.hpp>

#include "gate_bar.hpp"
#include "inline_text.hpp"

namespace rung {
namespace {

constexpr int gap = 2;

Style style_of(TargetSide side) {
  switch (side) {
    case TargetSide::none: return Style::muted;
    case TargetSide::below: return Style::warning;
    case TargetSide::at: return Style::plain;
    case TargetSide::above: return Style::good;
  }
  return Style::plain;
}

Line draw_group(const MapGroup& group) {
  Line marks;
  for (const Square& square : group.squares) marks.push_back({square.mark, style_of(square.standpoint.side)});
  return marks;
}

/// The groups of a row in lines of at most `width` cells, broken between groups where that is possible.
Block draw_squares(const MapRow& row, int width) {
  Block lines{Line{}};
  for (const MapGroup& group : row.groups) {
    const Line marks = draw_group(group);
    const bool fits = cell_width(lines.back()) + 1 + cell_width(marks) <= width;
    if (!lines.back().empty() && fits) lines.back().push_back({" ", Style::plain});
    if (!lines.back().empty() && !fits) lines.emplace_back();
    for (const Span& mark : marks) {
      if (cell_width(lines.back()) + cell_width(Line{mark}) > width) lines.emplace_back();
      lines.back().push_back(mark);
    }
  }
  return lines;
}

std::string figure_of(const MapRow& row) {
  return row.share ? fmt::format("{}/{}", row.share->part, row.share->whole) : std::string("–");
}

/// How wide each column of a map is.
struct MapColumns {
  int label = 0;
  int squares = 0;
  int figure = 0;
  int remark = 0;

  [[nodiscard]] int total(int bar) const {
    return label + gap + squares + (bar > 0 ? gap + bar : 0) + gap + figure + (remark > 0 ? gap + remark : 0);
  }
};

MapColumns measure(const Map& map) {
  MapColumns columns;
  constexpr int unlimited = 1'000'000;
  for (const MapRow& row : map.rows) {
    columns.label = std::max(columns.label, cell_width(flatten(row.title)));
    columns.squares = std::max(columns.squares, cell_width(draw_squares(row, unlimited).front()));
    columns.figure = std::max(columns.figure, cell_width(figure_of(row)));
    columns.remark = std::max(columns.remark, cell_width(unglue(row.remark)));
  }
  return columns;
}

Line label_of(const MapRow& row) { return line(flatten(row.title), Style::strong); }

void add(Line& whole, const Line& more) { whole.insert(whole.end(), more.begin(), more.end()); }

Line draw_wide(const MapRow& row, const MapColumns& columns, bool with_bar) {
  Line whole = pad_right(label_of(row), columns.label + gap);
  add(whole, pad_right(draw_squares(row, columns.squares).front(), columns.squares + gap));
  const Style style = row.remark.empty() ? Style::plain : Style::warning;
  if (with_bar)
    add(whole, pad_right(row.share ? line(bar_with_gate(*row.share, row.gate), style) : Line{}, gate_bar_cells + gap));
  add(whole, line(fmt::format("{:>{}}", figure_of(row), columns.figure), style));
  if (!row.remark.empty()) add(whole, line(fmt::format("  {}", unglue(row.remark)), Style::warning));
  return whole;
}

/// The title and the figures, and below them the squares.
Block draw_narrow(const MapRow& row, int width) {
  Line head = label_of(row);
  add(head, line(fmt::format("  {}{}{}", figure_of(row), row.remark.empty() ? "" : "  ", unglue(row.remark)),
                 row.remark.empty() ? Style::plain : Style::warning));
  Block block = wrap(head, width);
  for (const Line& squares : draw_squares(row, std::max(1, width - gap))) {
    Line indented = spaces(gap);
    add(indented, squares);
    block.push_back(std::move(indented));
  }
  return block;
}

Line number_of(std::size_t index) { return line(fmt::format("{:>3}  ", index + 1), Style::muted); }

/// How wide the columns of steps are: of groups, and of the titles of those that move.
struct StepColumns {
  int group = 0;
  int title = 0;
};

StepColumns measure(const Steps& steps) {
  StepColumns columns;
  for (const Step& step : steps.steps) {
    columns.group = std::max(columns.group, cell_width(flatten(step.group)));
    if (!step.move.empty()) columns.title = std::max(columns.title, cell_width(to_flat_line(step.title)));
  }
  return columns;
}

Block lay_out_step(std::size_t index, const Step& step, const StepColumns& columns, int width) {
  const Line number = number_of(index);
  Line whole = number;
  add(whole, pad_right(line(flatten(step.group), Style::strong), columns.group + gap));
  const int before_title = cell_width(whole);
  const Line title = to_flat_line(step.title);
  add(whole, step.move.empty() ? title : pad_right(title, columns.title + gap));
  if (!step.move.empty()) add(whole, line(unglue(step.move), Style::warning));
  const Line reason = line(flatten(step.reason), Style::muted);
  if (cell_width(whole) > width) {
    Line flowing = line(fmt::format("{}: ", flatten(step.group)), Style::strong);
    add(flowing, title);
    if (!step.move.empty()) add(flowing, line(fmt::format("  {}", step.move), Style::warning));
    add(flowing, line(fmt::format("  {}", step.reason), Style::muted));
    return wrap(flowing, width, {number, spaces(cell_width(number))});
  }
  if (step.reason.empty()) return {whole};
  if (cell_width(whole) + gap + 1 + cell_width(reason) <= width) {
    add(whole, spaces(gap + 1));
    add(whole, reason);
    return {whole};
  }
  Block block{whole};
  append(block, wrap(reason, width, {spaces(before_title), spaces(before_title)}));
  return block;
}

}  // namespace

Block lay_out_map(const Map& map, int width) {
  const MapColumns columns = measure(map);
  const bool with_bar = columns.total(gate_bar_cells) <= width;
  Block block;
  for (const MapRow& row : map.rows)
    if (columns.total(with_bar ? gate_bar_cells : 0) <= width)
      block.push_back(draw_wide(row, columns, with_bar));
    else
      append(block, draw_narrow(row, width));
  std::string legend;
  for (const Tag& tag : map.legend) legend += fmt::format("{}{}", legend.empty() ? "" : " · ", tag.text);
  if (!legend.empty()) append(block, wrap(line(legend, Style::muted), width));
  return block;
}

Block lay_out_steps(const Steps& steps, int width) {
  const StepColumns columns = measure(steps);
  Block block;
  for (std::size_t index = 0; index < steps.steps.size(); ++index)
    append(block, lay_out_step(index, steps.steps[index], columns, width));
  return block;
}

}  // namespace rung
