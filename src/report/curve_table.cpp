#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include <rung/text/bar.hpp>
#include <rung/text/wrap.hpp>

#include "inline_text.hpp"
#include "wording.hpp"

namespace rung {
namespace {

/// Below this width the shares are brief. What names and shares want beside the times, and what is left to these.
constexpr int full_width = 66;
constexpr int beside_full = 54;
constexpr int beside_brief = 37;
constexpr int fewest_times = 9;

using Values = std::vector<std::optional<Share>>;

std::string draw(const Values& values, std::size_t from, Glyphs glyphs) {
  std::string line;
  for (std::size_t at = from; at < values.size(); ++at)
    line += values[at] ? spark(values[at]->part, values[at]->whole, glyphs) : "·";
  return line;
}

Run write(const std::optional<Share>& share, ShareForm form) {
  if (!share || !share->has_basis()) return {"·", Tone::muted, {}};
  return {form == ShareForm::full ? describe(*share) : fmt::format("{}/{}", share->part, share->whole)};
}

std::vector<Cell> write_ends(const Run& first, const Run& last, ShareForm form) {
  if (form == ShareForm::full) return {{{first}, {}}, {{last}, {}}};
  return {{{first, {glue(" → ")}, last}, {}}};
}

bool has_gap(const Curves& curves, std::size_t from) {
  return std::any_of(curves.curves.begin(), curves.curves.end(), [from](const Curve& curve) {
    return std::any_of(curve.values.begin() + static_cast<std::ptrdiff_t>(from), curve.values.end(),
                       [](const std::optional<Share>& share) { return !share || !share->has_basis(); });
  });
}

std::string caption_of(const Curves& curves, std::size_t from, Glyphs glyphs) {
  const std::size_t shown = curves.times.size() - from;
  std::string text = from > 0 ? fmt::format("The latest {} of {} times, ", shown, curves.times.size())
                              : fmt::format("{}, ", count_of(static_cast<int>(shown), "time"));
  const bool is_one_day = curves.times[from] == curves.times.back();
  text += is_one_day ? fmt::format("{}.", glue(curves.times.back()))
                     : fmt::format("{} to {}.", glue(curves.times[from]), glue(curves.times.back()));
  if (glyphs == Glyphs::ascii) text += " " + glue("0 to 9: tenths,") + " " + glue("#: all.");
  if (has_gap(curves, from)) text += " " + glue("·: none.");
  return text;
}

}  // namespace

CurveTable draw_curves(const Curves& curves, std::size_t most, ShareForm form, Glyphs glyphs) {
  if (curves.times.empty()) return {};
  const std::size_t from = curves.times.size() - std::min(most, curves.times.size());
  CurveTable drawn;
  drawn.caption = caption_of(curves, from, glyphs);
  drawn.table.columns = {{""}, {"Over time"}};
  if (form == ShareForm::full)
    drawn.table.columns.insert(drawn.table.columns.end(), {{"First"}, {"Last"}});
  else
    drawn.table.columns.push_back({"First → last"});
  for (const auto& curve : curves.curves) {
    Row row{0, {{{{curve.name}}, {}}, {{{draw(curve.values, from, glyphs), Tone::key, {}}}, {}}}};
    for (auto& cell : write_ends(write(curve.values[from], form), write(curve.values.back(), form), form))
      row.cells.push_back(std::move(cell));
    drawn.table.rows.push_back(std::move(row));
  }
  return drawn;
}

Block lay_out_curves(const Curves& curves, int width, Glyphs glyphs) {
  const ShareForm form = width < full_width ? ShareForm::brief : ShareForm::full;
  const int most = std::max(fewest_times, width - (form == ShareForm::full ? beside_full : beside_brief));
  const CurveTable drawn = draw_curves(curves, static_cast<std::size_t>(most), form, glyphs);
  if (drawn.table.rows.empty()) return {};
  Block block = lay_out_table(drawn.table, width);
  block.emplace_back();
  append(block, wrap({{drawn.caption, Style::muted}}, width));
  return block;
}

}  // namespace rung
