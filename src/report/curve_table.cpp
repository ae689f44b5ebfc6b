#include <algorithm>

#include <fmt/format.h>

#include <rung/text/bar.hpp>
#include <rung/text/wrap.hpp>

#include "inline_text.hpp"
#include "wording.hpp"

namespace rung {
namespace {

/// What a name and the two shares leave at least, and what they want.
constexpr int fewest_times = 8;
constexpr int beside_times = 54;

using Values = std::vector<std::optional<Share>>;

std::string draw(const Values& values, std::size_t from, Glyphs glyphs) {
  std::string line;
  for (std::size_t at = from; at < values.size(); ++at) {
    line += values[at] ? spark(values[at]->part, values[at]->whole, glyphs) : "·";
  }
  return line;
}

Cell cell_of(const std::optional<Share>& share) {
  if (!share || !share->has_basis()) return {{{"·", Tone::muted, {}}}, {}};
  return {{{describe(*share)}}, {}};
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
  text += fmt::format("{} to {}.", glue(curves.times[from]), glue(curves.times.back()));
  if (glyphs == Glyphs::ascii) text += " 0 to 9: tenths; #: all.";
  if (has_gap(curves, from)) text += " ·: nothing to show.";
  return text;
}

}  // namespace

CurveTable draw_curves(const Curves& curves, std::size_t most, Glyphs glyphs) {
  if (curves.times.empty()) return {};
  const std::size_t from = curves.times.size() - std::min(most, curves.times.size());
  CurveTable drawn;
  drawn.caption = caption_of(curves, from, glyphs);
  drawn.table.columns = {{"", Align::left, Presence::always},
                         {"Over time", Align::left, Presence::always},
                         {"First", Align::left, Presence::when_wide},
                         {"Last", Align::left, Presence::always}};
  for (const auto& curve : curves.curves) {
    drawn.table.rows.push_back({0,
                                {{{{curve.name}}, {}},
                                 {{{draw(curve.values, from, glyphs), Tone::key, {}}}, {}},
                                 cell_of(curve.values[from]),
                                 cell_of(curve.values.back())}});
  }
  return drawn;
}

Block lay_out_curves(const Curves& curves, int width, Glyphs glyphs) {
  const auto most = static_cast<std::size_t>(std::max(fewest_times, width - beside_times));
  const CurveTable drawn = draw_curves(curves, most, glyphs);
  if (drawn.table.rows.empty()) return {};
  Block block = lay_out_table(drawn.table, width);
  block.emplace_back();
  append(block, wrap({{drawn.caption, Style::muted}}, width));
  return block;
}

}  // namespace rung
