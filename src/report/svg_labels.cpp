#include "svg_labels.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "svg_text.hpp"

namespace rung {
namespace {

constexpr double line_height = 17;
constexpr double gap = 5;
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
      free = label->top + label->height + gap;
    }
  };
  push_down();
  double free = lowest;
  for (auto at = labels.rbegin(); at != labels.rend(); ++at) {
    (*at)->top = std::min((*at)->top, free - (*at)->height);
    free = (*at)->top - gap;
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
    spread(*side, gap - space.clearance, space.clearance + (lowest == nullptr ? 2 * line_height : -gap));
    for (auto* label : *side) {
      move_aside(*label, space);
      reached = std::max(reached, label->top + label->height);
    }
  }
  if (lowest != nullptr && reached > space.clearance) lowest->top = reached + gap;
  return labels;
}

}  // namespace rung
