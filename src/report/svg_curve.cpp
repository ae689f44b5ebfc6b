#include <fmt/format.h>

#include "html_text.hpp"
#include "svg_drawing.hpp"
#include "svg_text.hpp"
#include "wording.hpp"

namespace rung {
namespace {

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
  return out + marks + "\n</svg>\n";
}

}  // namespace rung
