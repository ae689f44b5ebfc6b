#include "text_charts.hpp"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include <rung/text/width.hpp>
#include <rung/text/wrap.hpp>

#include "chart_tables.hpp"
#include "curve_table.hpp"
#include "inline_text.hpp"
#include "text_map.hpp"
#include "text_table.hpp"
#include "wording.hpp"

namespace rung {
namespace {

constexpr int gutter_cells = 2;

/// Below this width, the shares of curves are brief. The next two are the cells for names and shares next to the times.
constexpr int full_curves = 66;
constexpr int beside_full = 54;
constexpr int beside_brief = 37;
constexpr int fewest_times = 9;

/// The narrowest readable track, and the widest useful one.
constexpr int narrowest_track = 12;
constexpr int widest_track = 24;
constexpr int widest_pillar = 24;

constexpr int narrowest_title = 20;
constexpr int widest_title = 44;

/// The widths of the parts of dumbbells; a track of 0 is below its title.
struct DumbbellShape {
  int title = 0;
  int before = 0;
  int after = 0;
  int remark = 0;
  int track = 0;

  [[nodiscard]] int figures() const { return before + 3 + after; }
};

DumbbellShape measure(const Dumbbells& dumbbells, int width) {
  DumbbellShape shape;
  for (const Dumbbell& row : dumbbells.rows) {
    shape.title = std::max(shape.title, cell_width(flatten(row.title)));
    shape.before = std::max(shape.before, cell_width(describe_briefly(row.before)));
    shape.after = std::max(shape.after, cell_width(describe_briefly(row.after)));
    shape.remark = std::max(shape.remark, cell_width(row.remark));
  }
  shape.title = std::min(shape.title, widest_pillar);
  const int room = width - shape.title - shape.figures() - shape.remark - 3 * gutter_cells;
  if (room >= narrowest_track) shape.track = std::min(room, widest_track);
  return shape;
}

Line write_figures(const Dumbbell& row, const DumbbellShape& shape) {
  Line figures = pad_left(line(describe_briefly(row.before), Style::muted), shape.before);
  figures.push_back({" → ", Style::muted});
  return join(std::move(figures), pad_left(line(describe_briefly(row.after)), shape.after));
}

Block draw_row(const Dumbbell& row, const DumbbellShape& shape, int width) {
  const Line title = line(clip(flatten(row.title), shape.title));
  const Line figures = write_figures(row, shape);
  const Line remark = line(row.remark, Style::muted);
  if (shape.track > 0) {
    Line all = join(pad_right(title, shape.title + gutter_cells), draw_track(row, shape.track));
    all = join(std::move(all), spaces(gutter_cells));
    all = join(std::move(all), pad_right(figures, shape.figures() + gutter_cells));
    return {join(std::move(all), remark)};
  }
  const int track = std::clamp(width - shape.remark - 2 * gutter_cells, 4, widest_track);
  Line above =
      join(pad_right(line(clip(flatten(row.title), width - shape.figures() - gutter_cells)), width - shape.figures()),
           figures);
  Line below = join(spaces(gutter_cells), draw_track(row, track));
  below = join(std::move(below), spaces(gutter_cells));
  if (cell_width(below) + cell_width(remark) <= width) return {above, join(below, remark)};
  return {above, below, join(spaces(gutter_cells), line(clip(row.remark, width - gutter_cells)))};
}

/// The upper and the lower half of a date above its column: `2026` and `05-11`.
std::pair<std::string, std::string> split_time(const std::string& time) {
  const std::size_t dash = time.find('-');
  if (dash == std::string::npos) return {"", time};
  return {time.substr(0, dash), time.substr(dash + 1)};
}

/// The times of a matrix that fit, and the widths of their columns and the titles.
struct MatrixShape {
  std::size_t from = 0;  ///< the first time shown
  int title = 0;
  int column = 2;  ///< with the space before it
  int remark = 0;  ///< 0 if remarks are below
  bool has_dates = false;
};

MatrixShape measure(const Matrix& matrix, int width) {
  MatrixShape shape;
  int longest = 0;
  for (const MatrixRow& row : matrix.rows) {
    longest = std::max(longest, (row.squares.empty() ? 0 : gutter_cells) + cell_width(flatten(row.title)));
    shape.remark = std::max(shape.remark, cell_width(row.remark));
  }
  longest = std::min(longest, widest_title);
  if (shape.remark > 0) shape.remark += gutter_cells;
  const int count = static_cast<int>(matrix.times.size());
  int dated = 0;
  for (const std::string& time : matrix.times)
    dated = std::max({dated, 1 + cell_width(split_time(time).first), 1 + cell_width(split_time(time).second)});
  if (width - shape.remark - count * dated >= std::min(longest, narrowest_title)) {
    shape.has_dates = true;
    shape.column = dated;
  } else if (width - shape.remark - count * shape.column < std::min(longest, narrowest_title)) {
    shape.remark = 0;
  }
  const int room = width - shape.remark;
  const int fitting = std::max(1, (room - std::min(longest, narrowest_title)) / shape.column);
  const int shown = std::min(count, fitting);
  shape.from = static_cast<std::size_t>(count - shown);
  shape.title = std::min(longest, room - shown * shape.column);
  return shape;
}

Block draw_row(const MatrixRow& row, const MatrixShape& shape, int width) {
  if (row.squares.empty()) return wrap(line(flatten(row.title), Style::strong), width);
  Line drawn = join(spaces(gutter_cells), line(clip(flatten(row.title), shape.title - gutter_cells)));
  drawn = pad_right(std::move(drawn), shape.title);
  for (std::size_t at = shape.from; at < row.squares.size(); ++at)
    drawn = join(std::move(drawn),
                 pad_left(line(row.squares[at].mark, style_of(row.squares[at].standpoint.side)), shape.column));
  if (row.remark.empty()) return {std::move(drawn)};
  const Line remark = line(row.remark, Style::muted);
  if (shape.remark > 0) return {join(join(std::move(drawn), spaces(gutter_cells)), remark)};
  Block below = wrap(remark, width, {spaces(2 * gutter_cells), spaces(2 * gutter_cells)});
  below.insert(below.begin(), std::move(drawn));
  return below;
}

Block draw_dates(const Matrix& matrix, const MatrixShape& shape) {
  Line years = spaces(shape.title);
  Line days = years;
  for (std::size_t at = shape.from; at < matrix.times.size(); ++at) {
    const auto [year, day] = split_time(matrix.times[at]);
    years = join(std::move(years), pad_left(line(year, Style::muted), shape.column));
    days = join(std::move(days), pad_left(line(day, Style::muted), shape.column));
  }
  return {std::move(years), std::move(days)};
}

std::string list_dates(const Matrix& matrix, const MatrixShape& shape) {
  std::string words = shape.from == 0 ? "Columns:" : fmt::format("The latest {}:", matrix.times.size() - shape.from);
  for (std::size_t at = shape.from; at < matrix.times.size(); ++at)
    words += fmt::format("{} {}", at == shape.from ? "" : ",", matrix.times[at]);
  return fmt::format("{}.", words);
}

std::string list_letters(const std::vector<Tag>& legend) {
  std::string words;
  for (const Tag& tag : legend) words += fmt::format("{}{}", words.empty() ? "" : ", ", tag.text);
  return words;
}

}  // namespace

Block lay_out_curves(const Curves& curves, int width, Glyphs glyphs) {
  const ShareForm form = width < full_curves ? ShareForm::brief : ShareForm::full;
  const int most = std::max(fewest_times, width - (form == ShareForm::full ? beside_full : beside_brief));
  const CurveTable drawn = draw_curves(curves, static_cast<std::size_t>(most), form, glyphs);
  if (drawn.table.rows.empty()) return {};
  Block block = lay_out_table(drawn.table, width);
  block.emplace_back();
  append(block, wrap(line(drawn.caption, Style::muted), width));
  return block;
}

Block lay_out_dumbbells(const Dumbbells& dumbbells, int width) {
  if (dumbbells.rows.empty()) return {};
  const DumbbellShape shape = measure(dumbbells, width);
  Block block;
  for (const Dumbbell& row : dumbbells.rows) append(block, draw_row(row, shape, width));
  block.emplace_back();
  append(block, wrap(line(fmt::format("{}.", explain_track(dumbbells)), Style::muted), width));
  return block;
}

Block lay_out_matrix(const Matrix& matrix, int width) {
  if (matrix.times.empty() || matrix.rows.empty()) return {};
  const MatrixShape shape = measure(matrix, width);
  Block block;
  if (shape.has_dates)
    append(block, draw_dates(matrix, shape));
  else
    append(block, wrap(line(list_dates(matrix, shape), Style::muted), width));
  for (const MatrixRow& row : matrix.rows) append(block, draw_row(row, shape, width));
  if (matrix.legend.empty()) return block;
  block.emplace_back();
  append(block, wrap(line(fmt::format("{}.", list_letters(matrix.legend)), Style::muted), width));
  return block;
}

}  // namespace rung
