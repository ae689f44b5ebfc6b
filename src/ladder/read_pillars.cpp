#include <fmt/format.h>

#include <set>

#include "read_fields.hpp"
#include "read_rubric.hpp"

namespace rung {
namespace {

bool is_key(std::string_view text) {
  const std::size_t first = text.find('.');
  const std::size_t second = first == std::string_view::npos ? first : text.find('.', first + 1);
  return second != std::string_view::npos && is_id(text.substr(0, first)) &&
         is_id(text.substr(first + 1, second - first - 1)) && is_id(text.substr(second + 1));
}

/// What is known while reading downwards.
struct Context {
  Reading& reading;
  const std::optional<Scale>& scale;
  std::vector<const Node*>& formerly;  ///< the old keys met so far
};

std::vector<std::string> read_formerly(const Context& context, MapReader& map) {
  std::vector<std::string> keys = map.texts("formerly");
  const Node* node = map.optional("formerly");
  if (node == nullptr) return keys;
  for (const Node& item : node->items) {
    if (is_key(item.scalar)) {
      context.formerly.push_back(&item);
    } else if (item.kind == Node::Kind::scalar && item.scalar.find_first_not_of(" \t\n") != std::string::npos) {
      context.reading.complain(item, fmt::format("`{}` is not the key of a behavior", item.scalar),
                               "a key is pillar.responsibility.behavior");
    }
  }
  return keys;
}

// An old key joins the history of one behavior to one other; anything else would join the wrong ones.
void check_formerly(const Context& context, const std::vector<Pillar>& pillars) {
  std::set<std::string> current;
  for (const Pillar& pillar : pillars) {
    for (const Responsibility& responsibility : pillar.responsibilities)
      for (const Behavior& behavior : responsibility.behaviors) current.insert(behavior.key);
  }
  Places places;
  for (const Node* item : context.formerly) {
    if (current.count(item->scalar) > 0) {
      context.reading.complain(*item,
                               fmt::format("`{}` is the key of a behavior that this ladder still has", item->scalar),
                               "`formerly` lists keys that are no longer in use");
    }
    claim(context.reading, places, item->scalar, *item, fmt::format("the old key `{}` is there twice", item->scalar),
          "an old key leads to one behavior only");
  }
}

std::string read_unique_id(const Context& context, MapReader& map, std::string_view kind, Places& places) {
  std::string id = read_id(context.reading, map);
  if (!id.empty()) {
    claim(context.reading, places, id, *map.optional("id"), fmt::format("two {} have the id `{}`", kind, id),
          "give one of them another id");
  }
  return id;
}

/// The items of a list that must be there and must not be empty.
const std::vector<Node>* read_items(Reading& reading, MapReader& map, std::string_view key) {
  if (map.required(key) == nullptr) return nullptr;
  const std::vector<Node>* items = map.list(key);
  if (items != nullptr && items->empty())
    reading.complain(*map.optional(key), fmt::format("`{}` of {} is empty", key, map.what()), "add at least one");
  return items;
}

// How messages name a thing: by its key when it has an id, else by its place in the list.
std::string name_of(const Node& node, std::string_view kind, const std::string& parent, std::size_t index) {
  const Node* id = node.find("id");
  if (id == nullptr || id->kind != Node::Kind::scalar || !is_id(id->scalar)) {
    return parent.empty() ? fmt::format("{} {}", kind, index + 1)
                          : fmt::format("{} {} of `{}`", kind, index + 1, parent);
  }
  return parent.empty() ? fmt::format("{} `{}`", kind, id->scalar)
                        : fmt::format("{} `{}.{}`", kind, parent, id->scalar);
}

Behavior read_behavior(const Context& context, const Node& node, const std::string& parent, std::string where,
                       std::size_t index, Places& ids) {
  MapReader map(context.reading, node, name_of(node, "behavior", parent, index), std::move(where),
                {"id", "text", "probes", "target", "formerly", "source"});
  Behavior behavior;
  if (!map.is_map()) return behavior;
  behavior.id = read_unique_id(context, map, "behaviors", ids);
  behavior.key = parent + "." + behavior.id;
  behavior.text = require_prose(map, "text");
  behavior.probes = map.texts("probes");
  behavior.target = read_scale_value(context.reading, map, "target", context.scale);
  behavior.formerly = read_formerly(context, map);
  behavior.source = read_line(context.reading, map, "source");
  return behavior;
}

Responsibility read_responsibility(const Context& context, const Node& node, const std::string& pillar,
                                   const std::string& where, std::size_t index, Places& ids) {
  MapReader map(context.reading, node, name_of(node, "responsibility", pillar, index), where,
                {"id", "title", "summary", "behaviors"});
  Responsibility responsibility;
  if (!map.is_map()) return responsibility;
  responsibility.id = read_unique_id(context, map, "responsibilities", ids);
  responsibility.title = require_line(context.reading, map, "title");
  responsibility.summary = read_prose(map, "summary");
  const std::vector<Node>* items = read_items(context.reading, map, "behaviors");
  if (items == nullptr) return responsibility;
  const std::string parent = pillar + "." + responsibility.id;
  Places behavior_ids;
  for (std::size_t i = 0; i < items->size(); ++i) {
    responsibility.behaviors.push_back(
        read_behavior(context, (*items)[i], parent, fmt::format("{}/behaviors/{}", where, i), i, behavior_ids));
  }
  return responsibility;
}

Pillar read_pillar(const Context& context, const Node& node, const std::string& where, std::size_t index, Places& ids) {
  MapReader map(context.reading, node, name_of(node, "pillar", "", index), where,
                {"id", "title", "summary", "responsibilities"});
  Pillar pillar;
  if (!map.is_map()) return pillar;
  pillar.id = read_unique_id(context, map, "pillars", ids);
  pillar.title = require_line(context.reading, map, "title");
  pillar.summary = read_prose(map, "summary");
  const std::vector<Node>* items = read_items(context.reading, map, "responsibilities");
  if (items == nullptr) return pillar;
  Places responsibility_ids;
  for (std::size_t i = 0; i < items->size(); ++i) {
    pillar.responsibilities.push_back(read_responsibility(
        context, (*items)[i], pillar.id, fmt::format("{}/responsibilities/{}", where, i), i, responsibility_ids));
  }
  return pillar;
}

}  // namespace

std::vector<Pillar> read_pillars(Reading& reading, MapReader& ladder, const std::optional<Scale>& scale) {
  std::vector<const Node*> formerly;
  const Context context{reading, scale, formerly};
  std::vector<Pillar> pillars;
  const std::vector<Node>* items = read_items(reading, ladder, "pillars");
  if (items == nullptr) return pillars;
  Places ids;
  for (std::size_t i = 0; i < items->size(); ++i)
    pillars.push_back(read_pillar(context, (*items)[i], fmt::format("{}/pillars/{}", ladder.where(), i), i, ids));
  check_formerly(context, pillars);
  return pillars;
}

}  // namespace rung
