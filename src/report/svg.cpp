#include "svg.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <utility>

#include <fmt/format.h>

#include <rung/error.hpp>

#include "html_style.hpp"
#include "inline_text.hpp"
#include "svg_text.hpp"
#include "wording.hpp"

namespace rung {
namespace {

struct LegendSpace {
  double top = 0;
  double half_width = 0;  ///< to both sides of x = 0
};

struct Legend {
  std::string svg;
  double bottom = 0;
};

constexpr double legend_size = 13;
constexpr double row_height = 20;
constexpr double sample_width = 34;
constexpr double between_entries = 24;

struct Entry {
  std::string sample;  ///< drawn around the origin of its own
  std::string text;
};

std::vector<Entry> list_entries(const Radar& radar) {
  std::vector<Entry> entries;
  for (const auto& series : radar.series) {
    const bool is_latest = &series == &radar.series.back();
    entries.push_back({is_latest
                           ? "<path class=\"now\" d=\"M0 0H26\"/><path class=\"now-mark\" d=\"M9 -4h8v8h-8z\"/>"
                           : "<path class=\"then\" d=\"M0 0H26\"/><circle class=\"then-mark\" cx=\"13\" r=\"6.5\"/>",
                       series.name});
  }
  if (radar.needed) entries.push_back({"<path class=\"target\" d=\"M0 0H26\"/>", radar.needed_name});
  return entries;
}

class Rows {
 public:
  explicit Rows(const LegendSpace& space) : left_(-space.half_width), right_(space.half_width), y_(space.top) {}

  void add(Entry entry) {
    const auto lines = wrap_for_drawing(entry.text, right_, legend_size, 1);
    entry.text = lines.empty() ? "" : lines.front();
    const double wide = sample_width + estimate_width(entry.text, legend_size);
    if (!row_.empty() && taken_ + between_entries + wide > right_ - left_) end_row();
    row_.push_back({std::move(entry), wide});
    taken_ += wide + (row_.size() > 1 ? between_entries : 0);
  }

  void end_row() {
    double x = -taken_ / 2;
    for (const auto& [entry, wide] : row_) {
      out_ += fmt::format("<g transform=\"translate({} {})\">{}</g><text class=\"small\" x=\"{}\" y=\"{}\">{}</text>\n",
                          write_number(x), write_number(y_ - 4), entry.sample, write_number(x + sample_width),
                          write_number(y_), escape_html(entry.text));
      x += wide + between_entries;
    }
    row_.clear();
    taken_ = 0;
    y_ += row_height;
  }

  void add_lines(const std::string& text) {
    for (const auto& line : wrap_for_drawing(text, right_ - left_, legend_size, 6)) {
      out_ += fmt::format("<text class=\"small\" x=\"0\" y=\"{}\" text-anchor=\"middle\">{}</text>\n", write_number(y_),
                          escape_html(line));
      y_ += row_height;
    }
  }

  [[nodiscard]] Legend take() { return {std::move(out_), y_ - row_height}; }

 private:
  struct Placed {
    Entry entry;
    double width = 0;
  };

  double left_;
  double right_;
  double y_;
  double taken_ = 0;
  std::vector<Placed> row_;
  std::string out_;
};

constexpr double rings[] = {0, 0.25, 0.5, 0.75, 1};

std::string name_ring(double share) { return fmt::format("{:.0f}\u00A0%", share * 100); }

// The lines and the rings of a radar, in rows.
Legend draw_legend(const Radar& radar, const LegendSpace& space) {
  Rows rows(space);
  for (auto& entry : list_entries(radar)) rows.add(std::move(entry));
  rows.end_row();
  std::string names;
  for (const double ring : rings) names += fmt::format("{}{}", names.empty() ? "" : " · ", name_ring(ring));
  rows.add_lines(fmt::format("{}: {}", radar.rings_name, names));
  return rows.take();
}

constexpr double half_width = 330;
constexpr double radius = 150;
constexpr double largest_mark = 7;
constexpr double clearance = radius + largest_mark + 6;

struct Spot {
  double x = 0;
  double y = 0;
};

/// Where a series has a value to draw.
const Share* find_value(const RadarSeries& series, std::size_t axis) {
  const auto& value = series.values[axis];
  return value && value->has_basis() ? &*value : nullptr;
}

class Plot {
 public:
  explicit Plot(const Radar& radar)
      : radar_(radar), axes_(static_cast<double>(radar.axes.size())), innermost_(radar.axes.size() > 8 ? 46 : 34) {}

  [[nodiscard]] double distance(double share) const {
    return innermost_ + (radius - innermost_) * std::clamp(share, 0.0, 1.0);
  }

  /// `axis` may lie between two: the angle does too.
  [[nodiscard]] Spot at(double axis, double share) const {
    const double angle = 2 * std::numbers::pi * axis / axes_;
    return {distance(share) * std::sin(angle), -distance(share) * std::cos(angle)};
  }

  [[nodiscard]] std::string draw_rings() const {
    std::string out;
    for (const double ring : rings)
      out += fmt::format("<circle class=\"ring\" r=\"{}\"/>", write_number(distance(ring)));
    for (std::size_t axis = 0; axis < radar_.axes.size(); ++axis) {
      const auto end = at(static_cast<double>(axis), 1);
      out += fmt::format("<path class=\"axis\" d=\"M0 0L{} {}\"/>", write_number(end.x), write_number(end.y));
    }
    out += "\n";
    return out;
  }

  // Between the last axis and the first, where no mark can be.
  [[nodiscard]] std::string name_rings() const {
    std::string out;
    for (const double ring : rings) {
      const auto spot = at(axes_ - 0.5, ring);
      out += fmt::format("<text class=\"ring-name\" x=\"{}\" y=\"{}\" text-anchor=\"middle\">{}</text>",
                         write_number(spot.x), write_number(spot.y + 4), name_ring(ring));
    }
    out += "\n";
    return out;
  }

  [[nodiscard]] std::string draw_needed() const {
    if (!radar_.needed) return {};
    std::string path;
    for (std::size_t axis = 0; axis < radar_.axes.size(); ++axis) {
      const auto spot = at(static_cast<double>(axis), *radar_.needed);
      path += fmt::format("{}{} {}", path.empty() ? "M" : "L", write_number(spot.x), write_number(spot.y));
    }
    return fmt::format("<path class=\"target\" d=\"{}Z\"/>\n", path);
  }

  // Where an axis has no value, the line is broken, and there is no area.
  [[nodiscard]] std::string draw_series(const RadarSeries& series, bool is_latest) const {
    const auto count = std::min(series.values.size(), radar_.axes.size());
    std::string path;
    std::string marks;
    bool is_whole = true;
    for (std::size_t axis = 0; axis < count; ++axis) {
      const auto next = (axis + 1) % count;
      const Share* value = find_value(series, axis);
      if (value == nullptr) {
        is_whole = false;
        continue;
      }
      const auto here = at(static_cast<double>(axis), value->value());
      marks += is_latest ? fmt::format("<path class=\"now-mark\" d=\"M{} {}h8v8h-8z\"/>", write_number(here.x - 4),
                                       write_number(here.y - 4))
                         : fmt::format("<circle class=\"then-mark\" cx=\"{}\" cy=\"{}\" r=\"6.5\"/>",
                                       write_number(here.x), write_number(here.y));
      const Share* next_value = find_value(series, next);
      if (next_value == nullptr) continue;
      const auto there = at(static_cast<double>(next), next_value->value());
      path += fmt::format("M{} {}L{} {}", write_number(here.x), write_number(here.y), write_number(there.x),
                          write_number(there.y));
    }
    std::string out;
    if (is_latest && is_whole) out += draw_area(series);
    if (!path.empty()) out += fmt::format("<path class=\"{}\" d=\"{}\"/>", is_latest ? "now" : "then", path);
    out += fmt::format("{}\n", marks);
    return out;
  }

 private:
  [[nodiscard]] std::string draw_area(const RadarSeries& series) const {
    std::string path;
    for (std::size_t axis = 0; axis < series.values.size(); ++axis) {
      const auto spot = at(static_cast<double>(axis), find_value(series, axis)->value());
      path += fmt::format("{}{} {}", path.empty() ? "M" : "L", write_number(spot.x), write_number(spot.y));
    }
    return fmt::format("<path class=\"area\" d=\"{}Z\"/>", path);
  }

  const Radar& radar_;
  double axes_;
  double innermost_;  ///< the radius of 0 %: in the centre all axes would be one
};

std::string write_label(const AxisLabel& label) {
  const auto* anchor = label.side == Side::left ? "end" : label.side == Side::right ? "start" : "middle";
  std::string out = fmt::format("<text class=\"name\" text-anchor=\"{}\">", anchor);
  double baseline = label.top + 13;
  for (const auto& line : label.lines) {
    out += fmt::format("<tspan x=\"{}\" y=\"{}\">{}</tspan>", write_number(label.x), write_number(baseline),
                       escape_html(line));
    baseline += 17;
  }
  out += "</text>\n";
  return out;
}

struct Frame {
  double top = 0;
  double height = 0;
};

std::string open_drawing(const Radar& radar, std::string_view id, const Frame& frame, std::string_view css) {
  const auto left = write_number(-half_width);
  const auto top = write_number(frame.top);
  const auto size = fmt::format("width=\"{}\" height=\"{}\"", write_number(2 * half_width), write_number(frame.height));
  // In a page the style sheet of the page gives the size.
  std::string out =
      fmt::format("<svg xmlns=\"http://www.w3.org/2000/svg\"{}{} viewBox=\"{} {} {} {}\"", css.empty() ? "" : " ",
                  css.empty() ? "" : size, left, top, write_number(2 * half_width), write_number(frame.height));
  out += fmt::format(
      " role=\"img\" aria-labelledby=\"{0}t {0}d\">\n<title id=\"{0}t\">{1}</title>\n<desc id=\"{0}d\">{2}</desc>\n",
      id, escape_html(radar.title), escape_html(radar.description));
  if (!css.empty())
    out += fmt::format("<style>\n{}</style>\n<rect class=\"ground\" x=\"{}\" y=\"{}\" {}/>\n", css, left, top, size);
  for (const auto& line : wrap_for_drawing(radar.title, 2 * half_width - 20, 17, 1)) {
    out += fmt::format("<text class=\"title\" x=\"0\" y=\"{}\" text-anchor=\"middle\">{}</text>\n",
                       write_number(frame.top + 20), escape_html(line));
  }
  return out;
}

constexpr double left = 46;
constexpr double right = 232;
constexpr double top = 12;
constexpr double bottom = 96;

double across(std::size_t index, std::size_t count) {
  if (count < 2) return (left + right) / 2;
  return left + 4 + (right - left - 8) * static_cast<double>(index) / static_cast<double>(count - 1);
}

double down(const Share& share) { return bottom - (bottom - top) * share.value(); }

std::string draw_grid() {
  std::string out;
  for (const int percents : {0, 50, 100}) {
    const double y = down({percents, 100});
    out +=
        fmt::format("<path class=\"ring\" d=\"M{} {}H{}\"/>", write_number(left), write_number(y), write_number(right));
    out += fmt::format(
        "<text class=\"small\" x=\"{}\" y=\"{}\" text-anchor=\"end\" style=\"font-size:11px\">{}\u00A0%</text>\n",
        write_number(left - 6), write_number(y + 4), percents);
  }
  return out;
}

}  // namespace

std::string draw_radar(const Radar& radar, std::string_view id, std::string_view css) {
  const auto labels = place_labels(radar.axes, {clearance, half_width, 14});
  double highest = -clearance;
  double lowest = clearance;
  std::string written;
  for (const auto& label : labels) {
    highest = std::min(highest, label.top);
    lowest = std::max(lowest, label.top + label.height);
    written += write_label(label);
  }
  constexpr double room_for_title = 38;
  highest -= room_for_title;
  const auto legend = draw_legend(radar, {lowest + 26, half_width - 12});
  const Plot plot(radar);
  std::string out = open_drawing(radar, id, {highest, legend.bottom + 10 - highest}, css);
  out += plot.draw_rings() + plot.draw_needed();
  for (const auto& series : radar.series) out += plot.draw_series(series, &series == &radar.series.back());
  out += fmt::format("{}{}{}</svg>\n", plot.name_rings(), written, legend.svg);
  return out;
}

std::string describe_curve_value(const std::optional<Share>& value) { return value ? describe(*value) : "no value"; }

std::string draw_curve(const Curve& curve, const std::vector<std::string>& times, std::string_view id) {
  std::string told;
  std::string path;
  std::string marks;
  bool is_open = false;
  for (std::size_t index = 0; index < curve.values.size(); ++index) {
    const auto& value = curve.values[index];
    told += fmt::format("{}{}: {}", told.empty() ? "" : "; ", index < times.size() ? times[index] : "",
                        describe_curve_value(value));
    const bool is_shown = value && value->has_basis();
    if (is_shown) {
      const auto x = write_number(across(index, curve.values.size()));
      const auto y = write_number(down(*value));
      path += fmt::format("{}{} {}", is_open ? "L" : "M", x, y);
      marks += fmt::format("<circle class=\"now-mark\" cx=\"{}\" cy=\"{}\" r=\"3.5\"/>", x, y);
    }
    is_open = is_shown;
  }
  std::string out = fmt::format(
      "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 240 106\" role=\"img\" aria-labelledby=\"{0}t {0}d\">\n"
      "<title id=\"{0}t\">{1}</title>\n<desc id=\"{0}d\">{2}</desc>\n",
      id, escape_html(curve.name), escape_html(told));
  out += draw_grid();
  if (!path.empty()) out += fmt::format("<path class=\"now\" d=\"{}\"/>", path);
  out += fmt::format("{}\n</svg>\n", marks);
  return out;
}

std::string write_svg(const Document& document) {
  for (const auto& element : document)
    if (const auto* radar = std::get_if<Radar>(&element)) return draw_radar(*radar, "radar", drawing_file_css());
  throw Error(ExitCode::usage, "This report has no drawing that could be an SVG file.",
              "A gap report, or a change report on one scale, has one when its ladder has three pillars or more. Ask "
              "for html or text.");
}

}  // namespace rung
