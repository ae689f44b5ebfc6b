#include <rung/analysis/ties.hpp>

#include <algorithm>
#include <set>

#include <rung/analysis/match.hpp>

namespace rung {

TieFinder::TieFinder(const Ladder& ladder, std::span<const Ladder> others) : id_(ladder.id) {
  const std::vector<PlacedBehavior> behaviors = list_behaviors(ladder);
  for (std::size_t index = 0; index < behaviors.size(); ++index) own_.emplace(behaviors[index].behavior->key, index);
  for (std::size_t index = 0; index < behaviors.size(); ++index)
    for (const std::string& former : behaviors[index].behavior->formerly) own_.emplace(former, index);
  for (const Ladder& other : others) {
    Indices& indices = others_[other.id];
    const std::vector<PlacedBehavior> theirs = list_behaviors(other);
    for (const BehaviorMatch& pair : match_ladders(other, ladder).pairs)
      indices.emplace(theirs[pair.before].behavior->key, pair.after);
  }
}

std::optional<std::size_t> TieFinder::find(const Tie& tie) const {
  const auto other = tie.ladder == id_ ? others_.end() : others_.find(tie.ladder);
  const Indices& indices = other == others_.end() ? own_ : other->second;
  const auto found = indices.find(tie.behavior);
  return found == indices.end() ? std::nullopt : std::optional(found->second);
}

std::vector<std::size_t> TieFinder::find_all(const Entry& entry) const {
  std::set<std::size_t> indices;
  for (const Tie& tie : entry.behaviors)
    if (const auto index = find(tie)) indices.insert(*index);
  return {indices.begin(), indices.end()};
}

std::vector<std::string> list_tied_ladders(std::span<const Entry> entries, std::string_view except) {
  std::set<std::string> ids;
  for (const Entry& entry : entries)
    for (const Tie& tie : entry.behaviors)
      if (tie.ladder != except) ids.insert(tie.ladder);
  return {ids.begin(), ids.end()};
}

bool is_in_inbox(const Entry& entry) { return entry.state == EntryState::kept && entry.behaviors.empty(); }

}  // namespace rung
