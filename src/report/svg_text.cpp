#include "svg_text.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

#include <fmt/format.h>

#include <rung/text/utf8.hpp>
#include <rung/text/width.hpp>

#include "inline_text.hpp"

namespace rung {
namespace {

bool is_among(char byte, std::string_view set) { return set.find(byte) != std::string_view::npos; }

// In parts of the size of the face; measured on the wider ones of the faces that are asked for.
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
    // Scripts that are written without spaces break anywhere.
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

constexpr double line_height = 17;
constexpr double label_gap = 5;
constexpr double side_margin = 4;
constexpr std::size_t most_lines = 3;

AxisLabel make_label(const std::string& name, Side side, const LabelSpace& space) {
  AxisLabel label;
  label.side = side;
  const double width = side == Side::middle ? 1.4 * space.clearance : space.half_width - space.clearance - side_margin;
  label.lines = wrap_for_drawing(name, width, space.size, most_lines);
  label.height = line_height * static_cast<double>(label.lines.size());
  return label;
}

// Downwards from `highest`, then upwards from `lowest`, and downwards again: where there is not room for all, the last
// ones go below `lowest` rather than over each other.
void spread(const std::vector<AxisLabel*>& labels, double highest, double lowest) {
  const auto push_down = [&] {
    double free = highest;
    for (auto* label : labels) {
      label->top = std::max(label->top, free);
      free = label->top + label->height + label_gap;
    }
  };
  push_down();
  double free = lowest;
  for (auto at = labels.rbegin(); at != labels.rend(); ++at) {
    (*at)->top = std::min((*at)->top, free - (*at)->height);
    free = (*at)->top - label_gap;
  }
  push_down();
}

// As near to the axis as the circle of the clearance allows.
void move_aside(AxisLabel& label, const LabelSpace& space) {
  const double bottom = label.top + label.height;
  const double nearest = label.top > 0 ? label.top : bottom < 0 ? -bottom : 0;
  const double square = space.clearance * space.clearance - nearest * nearest;
  const double distance = std::max(square > 0 ? std::sqrt(square) : 0, std::abs(label.x));
  label.x = label.side == Side::left ? -distance : distance;
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

std::vector<AxisLabel> place_labels(const std::vector<std::string>& names, const LabelSpace& space) {
  std::vector<AxisLabel> labels;
  std::vector<AxisLabel*> right;
  std::vector<AxisLabel*> left;
  AxisLabel* lowest = nullptr;
  const auto count = names.size();
  for (std::size_t index = 0; index < count; ++index) {
    const bool upright = index == 0 || index * 2 == count;
    const Side side = upright ? Side::middle : index * 2 < count ? Side::right : Side::left;
    labels.push_back(make_label(names[index], side, space));
  }
  for (std::size_t index = 0; index < count; ++index) {
    auto& label = labels[index];
    const double angle = 2 * std::numbers::pi * static_cast<double>(index) / static_cast<double>(count);
    label.x = label.side == Side::middle ? 0 : space.clearance * std::sin(angle);
    label.top = -space.clearance * std::cos(angle) - label.height / 2;
    if (index == 0) {
      label.top = -space.clearance - label.height;
    } else if (label.side == Side::middle) {
      lowest = &label;
      label.top = space.clearance;
    } else {
      (label.side == Side::right ? right : left).push_back(&label);
    }
  }
  std::reverse(left.begin(), left.end());
  double reached = space.clearance;
  for (const auto* side : {&right, &left}) {
    spread(*side, label_gap - space.clearance, space.clearance + (lowest == nullptr ? 2 * line_height : -label_gap));
    for (auto* label : *side) {
      move_aside(*label, space);
      reached = std::max(reached, label->top + label->height);
    }
  }
  if (lowest != nullptr && reached > space.clearance) lowest->top = reached + label_gap;
  return labels;
}

}  // namespace rung
