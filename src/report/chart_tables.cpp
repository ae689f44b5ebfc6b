#include "chart_tables.hpp"

#include <algorithm>
#include <cmath>
#include <optional>
#include <vector>

#include <fmt/format.h>

#include "gate_words.hpp"
#include "inline_text.hpp"
#include "wording.hpp"

namespace rung {
namespace {

constexpr double tolerance = 1e-9;
constexpr int table_track = 16;

/// The cells of a track without its tick, and the number of cells before the tick.
struct TrackShape {
  int cells = 0;
  std::optional<int> tick;

  [[nodiscard]] int place(const Share& share, const std::optional<double>& gate) const {
    int at = static_cast<int>(std::floor(share.value() * (cells - 1) + tolerance));
    if (tick) at = share.value() + tolerance >= *gate ? std::max(at, *tick) : std::min(at, *tick - 1);
    return std::clamp(at, 0, cells - 1);
  }
};

TrackShape shape_track(const Dumbbell& dumbbell, int cells) {
  if (!dumbbell.gate) return {cells, std::nullopt};
  const int tick = static_cast<int>(std::ceil(*dumbbell.gate * (cells - 2) - tolerance));
  return {cells - 1, std::clamp(tick, 0, cells - 1)};
}

Style style_of_move(const Dumbbell& dumbbell) {
  const Share& before = dumbbell.before;
  const Share& after = dumbbell.after;
  if (!before.has_basis() || !after.has_basis()) return Style::strong;
  // No division, so that 1/3 and 2/6 are equal.
  const int left = before.part * after.whole;
  const int right = after.part * before.whole;
  return left == right ? Style::strong : right > left ? Style::good : Style::bad;
}

Cell to_cell(const Square& square) {
  if (square.standpoint.side == TargetSide::none) return cell(square.mark, Tone::muted);
  const std::string dot = square.standpoint.has_evidence ? "•" : "";
  return cell(fmt::format("{}{}", square.mark, dot),
              square.standpoint.side == TargetSide::below ? Tone::strong : Tone::plain);
}

template <class Holds>
bool has_square(const Matrix& matrix, Holds holds) {
  return std::any_of(matrix.rows.begin(), matrix.rows.end(), [&holds](const MatrixRow& row) {
    return std::any_of(row.squares.begin(), row.squares.end(), holds);
  });
}

}  // namespace

Line draw_track(const Dumbbell& dumbbell, int cells) {
  const bool has_before = dumbbell.before.has_basis();
  const bool has_after = dumbbell.after.has_basis();
  if (!has_before && !has_after) return spaces(cells);
  const TrackShape shape = shape_track(dumbbell, cells);
  const int before = has_before ? shape.place(dumbbell.before, dumbbell.gate) : -1;
  const int after = has_after ? shape.place(dumbbell.after, dumbbell.gate) : -1;
  const bool is_span = has_before && has_after;
  Line track;
  for (int at = 0; at <= shape.cells; ++at) {
    if (shape.tick == at) track.push_back({"┊", Style::accent});
    if (at == shape.cells) break;
    const bool is_between = is_span && at > std::min(before, after) && at < std::max(before, after);
    if (at == after)
      track.push_back({"●", style_of_move(dumbbell)});
    else if (at == before)
      track.push_back({"○", Style::plain});
    else
      track.push_back({is_between ? "━" : "─", is_between ? style_of_move(dumbbell) : Style::muted});
  }
  return track;
}

std::string explain_track(const Dumbbells& dumbbells) {
  std::string words = glue("○ before, ● now");
  const auto& rows = dumbbells.rows;
  if (rows.empty() || !rows.front().gate) return words;
  const bool is_same =
      std::all_of(rows.begin(), rows.end(), [&rows](const Dumbbell& row) { return row.gate == rows.front().gate; });
  return fmt::format("{}, ┊\u00A0gate{}", words,
                     is_same ? fmt::format("\u00A0({})", describe_threshold(*rows.front().gate)) : std::string());
}

std::string describe_briefly(const Share& share) {
  return share.has_basis() ? fmt::format("{}/{}", share.part, share.whole) : std::string("–");
}

std::string explain_square_signs(const Matrix& matrix) {
  std::vector<std::string> signs;
  if (has_square(matrix, [](const Square& square) { return square.standpoint.side == TargetSide::below; }))
    signs.emplace_back("bold: below target");
  if (has_square(matrix, [](const Square& square) { return square.standpoint.has_evidence; }))
    signs.emplace_back("•: evidence that counts");
  for (const Tag& letter : matrix.legend) signs.push_back(letter.text);
  return signs.empty() ? std::string() : fmt::format("{}.", fmt::join(signs, ", "));
}

Table to_table(const Dumbbells& dumbbells) {
  const auto& heads = dumbbells.headings;
  Table table = table_of({{heads[0]}, {""}, {heads[1], Align::right}, {heads[2], Align::right}, {heads[3]}});
  for (const Dumbbell& row : dumbbells.rows)
    table.rows.push_back({0,
                          {cell(row.title), cell(plain_text(draw_track(row, table_track)), Tone::key),
                           cell(describe_briefly(row.before)), cell(describe_briefly(row.after)), cell(row.remark)}});
  return table;
}

Table to_table(const Matrix& matrix) {
  Table table = table_of({{matrix.heading}});
  for (const std::string& time : matrix.times) table.columns.push_back({time, Align::right});
  const bool has_remarks =
      std::any_of(matrix.rows.begin(), matrix.rows.end(), [](const MatrixRow& row) { return !row.remark.empty(); });
  if (has_remarks) table.columns.push_back({""});
  for (const MatrixRow& row : matrix.rows) {
    Row cells{row.squares.empty() ? 0 : 1, {cell(row.title, row.squares.empty() ? Tone::strong : Tone::plain)}};
    for (const Square& square : row.squares) cells.cells.push_back(to_cell(square));
    if (has_remarks && !row.remark.empty()) {
      cells.cells.resize(table.columns.size() - 1);
      cells.cells.push_back(cell(row.remark));
    }
    cells.cells.resize(table.columns.size());
    table.rows.push_back(std::move(cells));
  }
  return table;
}

}  // namespace rung
