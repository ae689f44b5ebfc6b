#include "curve_table.hpp"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include <rung/text/bar.hpp>

#include "gate_words.hpp"
#include "wording.hpp"

namespace rung {
namespace {

using Values = std::vector<std::optional<Share>>;

std::string draw(const Values& values, std::size_t from, Glyphs glyphs) {
  std::string line;
  for (std::size_t at = from; at < values.size(); ++at)
    line += values[at] ? spark(values[at]->part, values[at]->whole, glyphs) : "·";
  return line;
}

Run write(const std::optional<Share>& share, ShareForm form) {
  if (!share || !share->has_basis()) return text("·", Tone::muted);
  return text(form == ShareForm::full ? describe(*share) : fmt::format("{}/{}", share->part, share->whole));
}

std::vector<Cell> write_ends(const Run& first, const Run& last, ShareForm form) {
  if (form == ShareForm::full) return {Cell{{first}}, Cell{{last}}};
  return {Cell{{first, text(glue(" → ")), last}}};
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
  if (glyphs == Glyphs::ascii) text += " 0\u00A0to\u00A09:\u00A0tenths, #:\u00A0all.";
  if (has_gap(curves, from)) text += " ·:\u00A0none.";
  return text;
}

bool has_gate(const Curves& curves) {
  return std::any_of(curves.curves.begin(), curves.curves.end(), [](const Curve& curve) { return curve.gate; });
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
  const bool with_gates = has_gate(curves);
  if (with_gates) drawn.table.columns.push_back({"Gate", Align::right, Presence::when_wide});
  for (const auto& curve : curves.curves) {
    Row row{0, {cell(curve.name), cell(draw(curve.values, from, glyphs), Tone::key)}};
    for (auto& end : write_ends(write(curve.values[from], form), write(curve.values.back(), form), form))
      row.cells.push_back(std::move(end));
    if (with_gates) row.cells.push_back(cell(curve.gate ? describe_threshold(*curve.gate) : "–", Tone::muted));
    drawn.table.rows.push_back(std::move(row));
  }
  return drawn;
}

}  // namespace rung
