#include <rung/ladder/locations.hpp>

#include <fmt/format.h>

#include <rung/diagnostic/node_reader.hpp>
#include <rung/ladder/fields.hpp>
#include <rung/ladder/parse.hpp>
#include <rung/ladder/yaml.hpp>

namespace rung {
namespace {

/// Calls `visit` with each item of the list and its node. A default list has no nodes.
template <class List, class Visit>
void visit_nodes(const Node& map, std::string_view key, const List& list, const Visit& visit) {
  const Node* nodes = map.find(key);
  if (nodes == nullptr) return;
  for (std::size_t i = 0; i < nodes->items.size(); ++i) visit(nodes->items[i], items_of(list)[i]);
}

Location find_location(const Node& map, std::string_view key) {
  const Node* node = map.find(key);
  return {node->at, node->length};
}

/// `root` is the tree that the ladder was read from.
LadderLocations find_locations(const Node& root, const Ladder& ladder) {
  LadderLocations locations;
  visit_nodes(root, name_of(&Ladder::scale), ladder.scale, [&](const Node& node, const ScalePoint& point) {
    locations.points.emplace(point.value, find_location(node, name_of(&ScalePoint::label)));
  });
  const auto add_behavior = [&](const Node& node, const Behavior& behavior) {
    locations.behaviors.emplace(behavior.key, find_location(node, name_of(&Behavior::text)));
  };
  visit_nodes(root, name_of(&Ladder::pillars), ladder.pillars, [&](const Node& map, const Pillar& pillar) {
    locations.pillars.emplace(pillar.id, find_location(map, name_of(&Pillar::title)));
    visit_nodes(map, name_of(&Pillar::responsibilities), pillar.responsibilities,
                [&](const Node& node, const Responsibility& responsibility) {
                  locations.responsibilities.emplace(fmt::format("{}.{}", pillar.id, responsibility.id),
                                                     find_location(node, name_of(&Responsibility::title)));
                  visit_nodes(node, name_of(&Responsibility::behaviors), responsibility.behaviors, add_behavior);
                });
  });
  return locations;
}

}  // namespace

Parsed<LocatedLadder> parse_located_ladder(std::string_view yaml, std::string_view source_name) {
  const Source source(source_name, yaml);
  Parsed<Node> tree = parse_yaml(source);
  if (!tree) return {std::nullopt, std::move(tree.diagnostics)};
  Reading reading(source, UnknownKeys::refuse);
  LocatedLadder located{read_ladder(reading, *tree.value, ""), {}};
  if (reading.ok()) located.locations = find_locations(*tree.value, located.ladder);
  return reading.conclude(std::move(located));
}

}  // namespace rung
