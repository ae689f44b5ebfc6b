#include "svg_text.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include <rung/text/utf8.hpp>
#include <rung/text/width.hpp>

#include "inline_text.hpp"

namespace rung {
namespace {

bool is_among(char byte, std::string_view set) { return set.find(byte) != std::string_view::npos; }

// Relative to the font size, measured on the wider fonts in the list.
double estimate_grapheme(std::string_view grapheme) {
  if (grapheme.size() > 1) return cell_width(grapheme) > 1 ? 1.1 : 0.68;
  const char byte = grapheme.front();
  if (is_among(byte, "mwMW@%")) return 0.99;
  if (byte >= 'A' && byte <= 'Z') return 0.78;
  if (is_among(byte, "ijl.,;:'|!I")) return 0.36;
  if (is_among(byte, "tfr-() ")) return 0.42;
  return 0.64;
}

class Wrapper {
 public:
  Wrapper(double width, double size) : width_(width), size_(size) {}

  void add(std::string_view grapheme) {
    const double wide = estimate_grapheme(grapheme) * size_;
    if (grapheme == " ") break_at_ = line_.size();
    if (taken_ + wide > width_ && !line_.empty()) {
      end_line(grapheme == " " ? line_.size() : break_at_);
      if (grapheme == " ") return;
    }
    line_ += grapheme;
    taken_ += wide;
    // Scripts without spaces break anywhere.
    if (grapheme == "-" || grapheme == "/" || cell_width(grapheme) > 1) break_at_ = line_.size();
  }

  std::vector<std::string> take() {
    if (!line_.empty()) lines_.push_back(std::move(line_));
    return std::move(lines_);
  }

  [[nodiscard]] std::size_t lines() const { return lines_.size(); }

 private:
  void end_line(std::size_t at) {
    if (at == 0) at = line_.size();
    lines_.push_back(line_.substr(0, at));
    line_.erase(0, at);
    if (!line_.empty() && line_.front() == ' ') line_.erase(0, 1);
    taken_ = estimate_width(line_, size_);
    break_at_ = 0;
  }

  double width_;
  double size_;
  std::vector<std::string> lines_;
  std::string line_;
  double taken_ = 0;
  std::size_t break_at_ = 0;  ///< 0: nowhere
};

std::string cut(const std::string& line, double width, double size) {
  std::string kept;
  for (const auto grapheme : split_graphemes(line)) {
    if (estimate_width(kept, size) + estimate_width(grapheme, size) + size > width) break;
    kept += grapheme;
  }
  kept += "…";
  return kept;
}

}  // namespace

double estimate_width(std::string_view text, double size) {
  double width = 0;
  for (const auto grapheme : split_graphemes(text)) width += estimate_grapheme(grapheme);
  return width * size;
}

std::vector<std::string> wrap_for_drawing(std::string_view text, double width, double size, std::size_t limit) {
  const auto visible = make_visible(flatten(text));
  Wrapper wrapper(width, size);
  for (const auto grapheme : split_graphemes(visible)) {
    wrapper.add(grapheme);
    if (wrapper.lines() > limit) break;
  }
  auto lines = wrapper.take();
  if (lines.size() > limit) {
    lines.resize(limit);
    lines.back() = cut(lines.back(), width, size);
  }
  return lines;
}

std::string write_number(double value) {
  const double rounded = std::round(value * 10) / 10;
  return fmt::format("{:g}", rounded == 0 ? 0.0 : rounded);
}

}  // namespace rung
