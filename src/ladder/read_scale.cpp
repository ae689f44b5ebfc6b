#include <fmt/format.h>

#include "defaults.hpp"
#include "read_rubric.hpp"

namespace rung {
namespace {

constexpr int lowest_value = 1;
constexpr int highest_value = 9;

std::string join_values(const Scale& scale) {
  std::string text;
  for (const ScalePoint& point : scale.points) text += fmt::format("{}{}", text.empty() ? "" : ", ", point.value);
  return text;
}

void check_point(Reading& reading, const Node& node, const Scale& scale, const ScalePoint& point) {
  for (const ScalePoint& earlier : scale.points) {
    if (earlier.label == point.label && !point.label.empty()) {
      reading.complain(node, fmt::format("the scale has two points labelled `{}`", point.label),
                       "give each a label of its own");
      return;
    }
  }
  if (!scale.points.empty() && point.value != 0 && scale.points.back().value >= point.value) {
    reading.complain(node,
                     fmt::format("the scale value {} does not come after {}", point.value, scale.points.back().value),
                     "list the points in ascending order, each value once");
  }
}

}  // namespace

Scale read_scale(Reading& reading, MapReader& ladder) {
  const std::size_t before = reading.diagnostics.size();
  const std::vector<Node>* items = ladder.list("scale");
  if (items == nullptr) return default_scale();
  Scale scale;
  for (std::size_t i = 0; i < items->size(); ++i) {
    const Node& node = (*items)[i];
    MapReader map(reading, node, "a scale point", fmt::format("{}/scale/{}", ladder.where(), i),
                  {"value", "label", "anchor"});
    ScalePoint point;
    if (map.required("value") != nullptr) point.value = map.integer("value", lowest_value, highest_value).value_or(0);
    point.label = map.required_text("label");
    point.anchor = map.text("anchor");
    check_point(reading, node, scale, point);
    scale.points.push_back(std::move(point));
  }
  if (items->size() < 2 || items->size() > 9) {
    reading.complain(*ladder.optional("scale"), fmt::format("a scale has 2 to 9 points, not {}", items->size()));
  }
  return reading.diagnostics.size() == before ? scale : default_scale();
}

std::optional<int> read_scale_value(Reading& reading, MapReader& map, std::string_view key, const Scale& scale) {
  const auto value = map.integer(key, lowest_value, highest_value);
  if (!value || scale.find(*value) != nullptr) return value;
  reading.complain(*map.optional(key), fmt::format("`{}` is {}, which is not on the scale", key, *value),
                   fmt::format("the scale has {}", join_values(scale)));
  return std::nullopt;
}

Gates read_gates(Reading& reading, MapReader& ladder, const Scale& scale, int target) {
  Gates gates;
  gates.floor = default_floor(scale, target);
  const Node* node = ladder.optional("gates");
  if (node == nullptr) return gates;
  MapReader map(reading, *node, "`gates`", ladder.where() + "/gates",
                {"coverage", "at_target", "pillar_at_target", "floor"});
  gates.coverage = map.number("coverage", 0, 1).value_or(gates.coverage);
  gates.at_target = map.number("at_target", 0, 1).value_or(gates.at_target);
  gates.pillar_at_target = map.number("pillar_at_target", 0, 1).value_or(gates.pillar_at_target);
  gates.floor = read_scale_value(reading, map, "floor", scale).value_or(gates.floor);
  return gates;
}

}  // namespace rung
