#include <algorithm>
#include <vector>

#include <fmt/format.h>

#include "html_elements.hpp"
#include "html_text.hpp"

namespace rung {
namespace {

/// Behaviors of one row with the same answer.
struct Segment {
  std::string name;
  std::string look;  ///< class names
  std::size_t order = 0;
  int count = 0;
};

// The palette has nine steps, as many as the longest scale: shorter ones use its whole range too.
std::string look_of_point(std::size_t point, std::size_t points) {
  const std::size_t last = points > 1 ? points - 1 : 1;
  return fmt::format("p{}", std::min<std::size_t>((point * 8 + last / 2) / last, 8));
}

Segment segment_of(const StripCell& cell, std::size_t points) {
  if (cell.point) return {cell.name, look_of_point(*cell.point, points), *cell.point, 0};
  if (cell.mark == "n") return {cell.name, "open n", points, 0};
  if (cell.mark == "o") return {cell.name, "open o", points + 1, 0};
  return {cell.name, "open", points + 2, 0};
}

std::vector<Segment> gather_segments(const std::vector<StripCell>& cells, std::size_t points) {
  std::vector<Segment> segments;
  for (const auto& cell : cells) {
    auto segment = segment_of(cell, points);
    auto at = std::lower_bound(segments.begin(), segments.end(), segment.order,
                               [](const Segment& one, std::size_t order) { return one.order < order; });
    if (at == segments.end() || at->order != segment.order) at = segments.insert(at, std::move(segment));
    ++at->count;
  }
  return segments;
}

std::string write_legend(const Strip& strip) {
  std::vector<StripCell> all;
  for (std::size_t point = 0; point < strip.points.size(); ++point) all.push_back({"", strip.points[point], point, {}});
  for (const auto& row : strip.rows) {
    for (const auto& cell : row.cells)
      if (!cell.point) all.push_back(cell);
  }
  std::string out = "<ul class=\"legend\">\n";
  for (const auto& segment : gather_segments(all, strip.points.size())) {
    out += fmt::format("<li><span class=\"swatch {}\" aria-hidden=\"true\"></span>{}</li>\n", segment.look,
                       escape_html(segment.name));
  }
  return out + "</ul>\n";
}

std::string write_row(const StripRow& row, std::size_t points) {
  std::string bar;
  std::string told;
  for (const auto& segment : gather_segments(row.cells, points)) {
    bar += fmt::format("<span class=\"seg {}\" style=\"flex-grow:{}\">{}</span>", segment.look, segment.count,
                       segment.count);
    told += fmt::format("{}{}\u00A0× {}", told.empty() ? "" : ", ", segment.count, escape_html(segment.name));
  }
  return fmt::format(
      "<li class=\"strip-row\"><span class=\"label\" dir=\"auto\">{}</span> <span class=\"bar\" "
      "aria-hidden=\"true\">{}</span> <span class=\"told\">{}</span></li>\n",
      escape_html(row.label), bar, told);
}

}  // namespace

std::string write_html_strip(const Strip& strip, int heading_level) {
  std::string out = "<div class=\"strip\">\n" + write_legend(strip);
  bool in_list = false;
  const auto set_list = [&](bool wanted) {
    if (in_list != wanted) out += wanted ? "<ul>\n" : "</ul>\n";
    in_list = wanted;
  };
  for (const auto& row : strip.rows) {
    const bool heads = row.depth == 0 && row.cells.empty();
    set_list(!heads);
    out += heads ? fmt::format("<h{0}>{1}</h{0}>\n", heading_level, escape_html(row.label))
                 : write_row(row, strip.points.size());
  }
  set_list(false);
  return out + "</div>\n";
}

}  // namespace rung
