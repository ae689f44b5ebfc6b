#include <rung/ladder/places.hpp>

#include <charconv>

namespace rung {
namespace {

Place place_of(const Node& node) { return {node.at, node.length}; }

/// The items of the list under `key`; none where there is no such list.
const std::vector<Node>& items_of(const Node& map, std::string_view key) {
  static const std::vector<Node> none;
  const Node* list = map.find(key);
  return list == nullptr ? none : list->items;
}

std::string id_of(const Node& map) {
  const Node* id = map.find("id");
  return id == nullptr ? std::string() : id->scalar;
}

void add_point(LadderPlaces& places, const Node& point) {
  const Node* value = point.find("value");
  const Node* label = point.find("label");
  if (value == nullptr || label == nullptr) return;
  int number = 0;
  const std::string& digits = value->scalar;
  const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), number);
  if (read.ec == std::errc()) places.points.emplace(number, place_of(*label));
}

void add_responsibility(LadderPlaces& places, const std::string& pillar, const Node& responsibility) {
  const std::string key = pillar + "." + id_of(responsibility);
  if (const Node* title = responsibility.find("title")) places.responsibilities.emplace(key, place_of(*title));
  for (const Node& behavior : items_of(responsibility, "behaviors"))
    if (const Node* text = behavior.find("text"))
      places.behaviors.emplace(key + "." + id_of(behavior), place_of(*text));
}

}  // namespace

LadderPlaces find_places(const Node& ladder) {
  LadderPlaces places;
  for (const Node& point : items_of(ladder, "scale")) add_point(places, point);
  for (const Node& pillar : items_of(ladder, "pillars")) {
    if (const Node* title = pillar.find("title")) places.pillars.emplace(id_of(pillar), place_of(*title));
    for (const Node& responsibility : items_of(pillar, "responsibilities"))
      add_responsibility(places, id_of(pillar), responsibility);
  }
  return places;
}

}  // namespace rung
