#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "read_rubric.hpp"

namespace rung {
namespace {

// Lower case, runs of anything else as one hyphen: what an id made from `text` could look like.
std::string slug(std::string_view text) {
  std::string out;
  for (const char c : text) {
    const char lower = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    const bool kept = (lower >= 'a' && lower <= 'z') || (lower >= '0' && lower <= '9');
    if (kept) out += lower;
    if (!kept && !out.empty() && out.back() != '-') out += '-';
  }
  while (!out.empty() && out.back() == '-') out.pop_back();
  return out.substr(0, 64);
}

/// The ids among neighbours, each with the place where it was first given.
class Siblings {
 public:
  Siblings(Reading& reading, std::string what) : reading_(reading), what_(std::move(what)) {}

  std::string read_id(MapReader& map) {
    const Node* node = map.required("id");
    if (node == nullptr) return {};
    auto id = read_text(reading_, *node, "`id`");
    if (!id) return {};
    if (!is_id(*id)) {
      const std::string better = slug(*id);
      reading_.complain(*node, fmt::format("`{}` is not an id: 1 to 64 of a-z, 0-9 and -, not beginning with -", *id),
                        is_id(better) ? fmt::format("for example `{}`", better) : std::string());
      return {};
    }
    const auto [first, is_new] = places_.emplace(*id, node->at);
    if (!is_new) {
      Diagnostic diagnostic = reading_.source().diagnose(
          node->at, node->length, fmt::format("two {} have the id `{}`", what_, *id), "give one of them another id");
      diagnostic.related = first->second;
      reading_.add(std::move(diagnostic));
    }
    return *std::move(id);
  }

 private:
  Reading& reading_;
  std::string what_;
  std::map<std::string, Position> places_;
};

bool is_key(std::string_view text) {
  const std::size_t first = text.find('.');
  const std::size_t second = first == std::string_view::npos ? first : text.find('.', first + 1);
  return second != std::string_view::npos && is_id(text.substr(0, first)) &&
         is_id(text.substr(first + 1, second - first - 1)) && is_id(text.substr(second + 1));
}

void check_formerly(Reading& reading, const MapReader& map, const Behavior& behavior) {
  const Node* node = map.optional("formerly");
  for (std::size_t i = 0; i < behavior.formerly.size(); ++i) {
    if (is_key(behavior.formerly[i])) continue;
    reading.complain(node->items[std::min(i, node->items.size() - 1)],
                     fmt::format("`{}` is not the key of a behavior", behavior.formerly[i]),
                     "a key is pillar.responsibility.behavior");
  }
}

/// The items of a list that must be there and must not be empty.
const std::vector<Node>* read_items(Reading& reading, MapReader& map, std::string_view key) {
  if (map.required(key) == nullptr) return nullptr;
  const std::vector<Node>* items = map.list(key);
  if (items != nullptr && items->empty()) {
    reading.complain(*map.optional(key), fmt::format("`{}` of {} is empty", key, map.what()), "add at least one");
  }
  return items;
}

std::string name_of(std::string_view kind, const Node& node) {
  const Node* id = node.kind == Node::Kind::map ? node.find("id") : nullptr;
  if (id == nullptr || !is_id(id->scalar)) return fmt::format("a {}", kind);
  return fmt::format("{} `{}`", kind, id->scalar);
}

Behavior read_behavior(Reading& reading, MapReader& map, Siblings& siblings, const std::string& parent,
                       const Scale& scale) {
  Behavior behavior;
  behavior.id = siblings.read_id(map);
  behavior.key = fmt::format("{}.{}", parent, behavior.id);
  behavior.text = map.required_text("text");
  behavior.probes = map.texts("probes");
  behavior.target = read_scale_value(reading, map, "target", scale);
  behavior.formerly = map.texts("formerly");
  if (map.is_map()) check_formerly(reading, map, behavior);
  behavior.source = map.text("source");
  return behavior;
}

Responsibility read_responsibility(Reading& reading, MapReader& map, Siblings& siblings, const std::string& pillar,
                                   const Scale& scale) {
  Responsibility responsibility;
  responsibility.id = siblings.read_id(map);
  responsibility.title = map.required_text("title");
  responsibility.summary = map.text("summary");
  const std::vector<Node>* items = read_items(reading, map, "behaviors");
  if (items == nullptr) return responsibility;
  Siblings behaviors(reading, fmt::format("behaviors of {}", map.what()));
  const std::string parent = fmt::format("{}.{}", pillar, responsibility.id);
  for (std::size_t i = 0; i < items->size(); ++i) {
    MapReader item(reading, (*items)[i], name_of("behavior", (*items)[i]),
                   fmt::format("{}/behaviors/{}", map.where(), i),
                   {"id", "text", "probes", "target", "formerly", "source"});
    responsibility.behaviors.push_back(read_behavior(reading, item, behaviors, parent, scale));
  }
  return responsibility;
}

Pillar read_pillar(Reading& reading, MapReader& map, Siblings& siblings, const Scale& scale) {
  Pillar pillar;
  pillar.id = siblings.read_id(map);
  pillar.title = map.required_text("title");
  pillar.summary = map.text("summary");
  const std::vector<Node>* items = read_items(reading, map, "responsibilities");
  if (items == nullptr) return pillar;
  Siblings responsibilities(reading, fmt::format("responsibilities of {}", map.what()));
  for (std::size_t i = 0; i < items->size(); ++i) {
    MapReader item(reading, (*items)[i], name_of("responsibility", (*items)[i]),
                   fmt::format("{}/responsibilities/{}", map.where(), i), {"id", "title", "summary", "behaviors"});
    pillar.responsibilities.push_back(read_responsibility(reading, item, responsibilities, pillar.id, scale));
  }
  return pillar;
}

}  // namespace

std::vector<Pillar> read_pillars(Reading& reading, MapReader& ladder, const Scale& scale) {
  std::vector<Pillar> pillars;
  const std::vector<Node>* items = read_items(reading, ladder, "pillars");
  if (items == nullptr) return pillars;
  Siblings siblings(reading, "pillars");
  for (std::size_t i = 0; i < items->size(); ++i) {
    MapReader item(reading, (*items)[i], name_of("pillar", (*items)[i]),
                   fmt::format("{}/pillars/{}", ladder.where(), i), {"id", "title", "summary", "responsibilities"});
    pillars.push_back(read_pillar(reading, item, siblings, scale));
  }
  return pillars;
}

}  // namespace rung
