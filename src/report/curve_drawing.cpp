#include "curve_drawing.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "inline_text.hpp"
#include "svg_text.hpp"
#include "wording.hpp"

namespace rung {
namespace {

constexpr double left = 46;
constexpr double right = 232;
constexpr double top = 12;
constexpr double bottom = 96;

double across(const Curves& curves, std::size_t index, std::size_t count) {
  constexpr double inset = 4;
  double place = 0.5;
  if (index < curves.places.size())
    place = std::clamp(curves.places[index], 0.0, 1.0);
  else if (count > 1)
    place = static_cast<double>(index) / static_cast<double>(count - 1);
  return left + inset + (right - left - 2 * inset) * place;
}

double down(double share) { return bottom - (bottom - top) * std::clamp(share, 0.0, 1.0); }

std::string draw_level(std::string_view css_class, double y) {
  return fmt::format("<path class=\"{}\" d=\"M{} {}H{}\"/>", css_class, write_number(left), write_number(y),
                     write_number(right));
}

std::string draw_grid() {
  std::string out;
  for (const int percents : {0, 50, 100}) {
    const double y = down(percents / 100.0);
    out += draw_level("ring", y);
    out += fmt::format("<text class=\"scale\" x=\"{}\" y=\"{}\">{}%</text>\n", write_number(left - 6),
                       write_number(y + 4), percents);
  }
  return out;
}

}  // namespace

std::string describe_curve_value(const std::optional<Share>& value) { return value ? describe(*value) : "no value"; }

std::string describe_curve(const Curve& curve, const Curves& curves) {
  std::string words;
  for (std::size_t index = 0; index < curve.values.size(); ++index) {
    words += fmt::format("{}{}: {}", words.empty() ? "" : "; ",
                         index < curves.times.size() ? curves.times[index] : std::string(),
                         describe_curve_value(curve.values[index]));
  }
  return words;
}

std::string draw_curve_lines(const Curve& curve, const Curves& curves) {
  std::string path;
  std::string marks;
  bool is_open = false;
  for (std::size_t index = 0; index < curve.values.size(); ++index) {
    const auto& value = curve.values[index];
    const bool is_shown = value && value->has_basis();
    if (is_shown) {
      const auto x = write_number(across(curves, index, curve.values.size()));
      const auto y = write_number(down(value->value()));
      path += fmt::format("{}{} {}", is_open ? "L" : "M", x, y);
      marks += fmt::format("<circle class=\"now-mark\" cx=\"{}\" cy=\"{}\" r=\"3.5\"/>", x, y);
    }
    is_open = is_shown;
  }
  std::string out = draw_grid();
  if (curve.gate) out += draw_level("target", down(*curve.gate));
  if (!path.empty()) out += fmt::format("<path class=\"now\" d=\"{}\"/>", path);
  out += fmt::format("{}\n", marks);
  return out;
}

std::string draw_curve(const Curve& curve, const Curves& curves, std::string_view id) {
  return fmt::format(
      "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {3} {4}\" role=\"img\" aria-labelledby=\"{0}t {0}d\">\n"
      "<title id=\"{0}t\">{1}</title>\n<desc id=\"{0}d\">{2}</desc>\n{5}</svg>\n",
      id, escape_html(curve.name), escape_html(describe_curve(curve, curves)), curve_width, curve_height,
      draw_curve_lines(curve, curves));
}

}  // namespace rung
