#include <fmt/format.h>

#include <algorithm>

#include <rung/ladder/defaults.hpp>
#include <rung/text/ascii.hpp>
#include "read_fields.hpp"
#include "read_rubric.hpp"

namespace rung {
namespace {

constexpr int lowest_value = 1;
constexpr int highest_value = 9;
constexpr std::size_t fewest_points = 2;
constexpr std::size_t most_points = 9;

std::string join_values(const Scale& scale) {
  std::string text;
  for (const ScalePoint& point : scale.points) text += fmt::format("{}{}", text.empty() ? "" : ", ", point.value);
  return text;
}

// A value of 0 stands for one that was refused.
void check_order(Reading& reading, const MapReader& map, const Scale& scale, int value) {
  if (scale.points.empty() || value == 0 || scale.points.back().value < value) return;
  reading.complain(*map.optional("value"),
                   fmt::format("the scale value {} does not come after {}", value, scale.points.back().value),
                   "list the points in ascending order, each value once");
}

ScalePoint read_point(Reading& reading, MapReader& map, const Scale& scale, Places& labels) {
  ScalePoint point;
  if (map.required("value") != nullptr) point.value = map.integer("value", lowest_value, highest_value).value_or(0);
  check_order(reading, map, scale, point.value);
  point.label = require_line(reading, map, "label");
  if (!point.label.empty()) {
    claim(reading, labels, to_lower(point.label), *map.optional("label"),
          fmt::format("the scale has two points labelled `{}`", point.label), "give each a label of its own");
  }
  point.anchor = read_prose(map, "anchor");
  return point;
}

}  // namespace

std::optional<Scale> read_scale(Reading& reading, MapReader& ladder) {
  const Node* node = ladder.optional("scale");
  if (node == nullptr) return default_scale();
  const std::size_t before = reading.diagnostics.size();
  const std::vector<Node>* items = ladder.list("scale");
  if (items == nullptr) return std::nullopt;
  Scale scale;
  Places labels;
  for (std::size_t i = 0; i < items->size(); ++i) {
    MapReader map(reading, (*items)[i], fmt::format("point {} of the scale", i + 1),
                  fmt::format("{}/scale/{}", ladder.where(), i), {"value", "label", "anchor"});
    if (map.is_map()) scale.points.push_back(read_point(reading, map, scale, labels));
  }
  if (items->size() < fewest_points || items->size() > most_points) {
    reading.complain(*node,
                     fmt::format("a scale has {} to {} points, not {}", fewest_points, most_points, items->size()));
  }
  // At the limit complaints are dropped, and their number no longer tells.
  if (reading.diagnostics.size() != before || before >= max_diagnostics) return std::nullopt;
  return scale;
}

std::optional<int> read_scale_value(Reading& reading, MapReader& map, std::string_view key,
                                    const std::optional<Scale>& scale) {
  const auto value = map.integer(key, lowest_value, highest_value);
  if (!value || !scale || scale->find(*value) != nullptr) return value;
  reading.complain(*map.optional(key), fmt::format("`{}` is {}, which is not on the scale", key, *value),
                   fmt::format("the scale has {}", join_values(*scale)));
  return std::nullopt;
}

Gates read_gates(Reading& reading, MapReader& ladder, const std::optional<Scale>& scale, int floor) {
  Gates gates;
  gates.floor = floor;
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
