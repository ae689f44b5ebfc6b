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

Line draw_group(const MapGroup& group) {
  Line marks;
  for (const Square& square : group.squares) marks.push_back({square.mark, style_of(square.standpoint.side)});
  return marks;
}

/// The groups of a row in lines of at most `width` cells, broken between groups if possible.
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

/// The width of each column of a map.
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

Line draw_wide(const MapRow& row, const MapColumns& columns, bool with_bar) {
  Line whole = pad_right(label_of(row), columns.label + gap);
  whole = join(std::move(whole), pad_right(draw_squares(row, columns.squares).front(), columns.squares + gap));
  const Style style = row.remark.empty() ? Style::plain : Style::warning;
  if (with_bar)
    whole = join(std::move(whole), pad_right(row.share ? line(bar_with_gate(*row.share, row.gate), style) : Line{},
                                             gate_bar_cells + gap));
  whole = join(std::move(whole), line(fmt::format("{:>{}}", figure_of(row), columns.figure), style));
  if (!row.remark.empty())
    whole = join(std::move(whole), line(fmt::format("  {}", unglue(row.remark)), Style::warning));
  return whole;
}

/// The title and the figures, with the squares below.
Block draw_narrow(const MapRow& row, int width) {
  Line head = label_of(row);
  head = join(std::move(head),
              line(fmt::format("  {}{}{}", figure_of(row), row.remark.empty() ? "" : "  ", unglue(row.remark)),
                   row.remark.empty() ? Style::plain : Style::warning));
  Block block = wrap(head, width);
  for (const Line& squares : draw_squares(row, std::max(1, width - gap))) {
    Line indented = spaces(gap);
    indented = join(std::move(indented), squares);
    block.push_back(std::move(indented));
  }
  return block;
}

/// The widths of the columns of steps: groups, and titles of steps with a move.
struct StepColumns {
  int group = 0;
  int title = 0;
};

constexpr int number_cells = 5;
constexpr int before_reason = gap + 1;
/// A title is cut so that its reason fits on the same line, but never to less than this.
constexpr int fewest_title_cells = 24;

StepColumns measure(const Steps& steps, int width) {
  StepColumns columns;
  for (const Step& step : steps.steps) columns.group = std::max(columns.group, cell_width(flatten(step.group)));
  int room = width;
  for (const Step& step : steps.steps) {
    if (step.move.empty()) continue;
    columns.title = std::max(columns.title, cell_width(to_flat_line(step.title)));
    const int left = width - number_cells - columns.group - 2 * gap - cell_width(unglue(step.move));
    const int with_reason = left - before_reason - cell_width(flatten(step.reason));
    room = std::min(room, !step.reason.empty() && with_reason >= fewest_title_cells ? with_reason : left);
  }
  columns.title = std::min(columns.title, room);
  return columns;
}

/// A step as running text, for narrow terminals.
Block lay_out_flowing(const Line& number, const Step& step, int width) {
  Line flowing = join(line(fmt::format("{}: ", flatten(step.group)), Style::strong), to_flat_line(step.title));
  if (!step.move.empty()) flowing.push_back({fmt::format("  {}", step.move), Style::warning});
  flowing.push_back({fmt::format("  {}", step.reason), Style::muted});
  return wrap(flowing, width, {number, spaces(number_cells)});
}

Block lay_out_step(std::size_t index, const Step& step, const StepColumns& columns, int width) {
  const Line number = line(fmt::format("{:>3}  ", index + 1), Style::muted);
  Line lead = join(number, pad_right(line(flatten(step.group), Style::strong), columns.group + gap));
  const int before_title = cell_width(lead);
  const int move = step.move.empty() ? 0 : gap + cell_width(unglue(step.move));
  if (width - before_title - move < fewest_title_cells) return lay_out_flowing(number, step, width);
  const Line reason = line(flatten(step.reason), Style::muted);
  const Line title = to_flat_line(step.title);
  const int title_cells = step.move.empty() ? cell_width(title) : columns.title + move;
  const bool fits = before_title + title_cells + before_reason + cell_width(reason) <= width;
  Block block;
  if (step.move.empty()) {
    block = wrap(title, width, {lead, spaces(before_title)});
  } else {
    Line whole = join(std::move(lead), pad_right(line(clip(plain_text(title), columns.title)), columns.title + gap));
    block.push_back(join(std::move(whole), line(unglue(step.move), Style::warning)));
  }
  if (step.reason.empty()) return block;
  if (fits)
    block.back() = join(join(std::move(block.back()), spaces(before_reason)), reason);
  else
    append(block, wrap(reason, width, {spaces(before_title), spaces(before_title)}));
  return block;
}

}  // namespace

Style style_of(TargetSide side) {
  switch (side) {
    case TargetSide::none: return Style::muted;
    case TargetSide::below: return Style::warning;
    case TargetSide::at: return Style::plain;
    case TargetSide::above: return Style::good;
  }
  return Style::plain;
}

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
  for (const Tag& tag : map.legend) legend += fmt::format("{}{}", legend.empty() ? "" : ", ", tag.text);
  if (!legend.empty()) append(block, wrap(line(legend, Style::muted), width));
  return block;
}

Block lay_out_steps(const Steps& steps, int width) {
  const StepColumns columns = measure(steps, width);
  Block block;
  for (std::size_t index = 0; index < steps.steps.size(); ++index)
    append(block, lay_out_step(index, steps.steps[index], columns, width));
  return block;
}

}  // namespace rung
