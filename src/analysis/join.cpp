#include "join.hpp"

#include <algorithm>
#include <map>
#include <string_view>

namespace rung {
namespace {

using Unjoined = std::map<std::string_view, PlacedBehavior>;

PlacedBehavior take(Unjoined& unjoined, std::string_view key) {
  const auto found = unjoined.find(key);
  if (found == unjoined.end()) return {};
  const PlacedBehavior behavior = found->second;
  unjoined.erase(found);
  return behavior;
}

}  // namespace

JoinedBehaviors join_behaviors(const Ladder& before, const Ladder& after) {
  const auto earlier = list_behaviors(before);
  Unjoined unjoined;
  for (const PlacedBehavior& placed : earlier) unjoined.emplace(placed.behavior->key, placed);

  // All keys first: an old name must not take what still has its own.
  JoinedBehaviors joined;
  for (const PlacedBehavior& placed : list_behaviors(after))
    joined.pairs.push_back({take(unjoined, placed.behavior->key), placed});
  for (JoinedBehaviors::Pair& pair : joined.pairs) {
    for (const std::string& key : pair.after.behavior->formerly)
      if (pair.before.behavior == nullptr) pair.before = take(unjoined, key);
  }
  for (const PlacedBehavior& placed : earlier)
    if (unjoined.count(placed.behavior->key) == 1) joined.removed.push_back(placed);
  return joined;
}

}  // namespace rung
