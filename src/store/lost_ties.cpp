#include "lost_ties.hpp"

#include <algorithm>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include <rung/ladder/parse.hpp>
#include <rung/store/catalog.hpp>

namespace rung {
namespace {

/// The ladders that can be named, and every key that a behavior has or had in one of them.
struct LiveKeys {
  std::set<std::string> ladders;
  std::set<std::string> keys;
};

LiveKeys list_live_keys(Filesystem& filesystem, const Home& home) {
  LiveKeys live;
  for (const LadderText& text : list_ladders(filesystem, home).ladders) {
    live.ladders.insert(text.id);
    const auto ladder = parse_ladder(text.yaml, text.source);
    if (!ladder) continue;
    for (const PlacedBehavior& placed : list_behaviors(*ladder.value)) {
      live.keys.insert(placed.behavior->key);
      live.keys.insert(placed.behavior->formerly.begin(), placed.behavior->formerly.end());
    }
  }
  return live;
}

std::string list_some(const std::vector<std::string>& lost) {
  constexpr std::size_t most = 5;
  std::string words;
  for (std::size_t index = 0; index < std::min(lost.size(), most); ++index)
    words += fmt::format("{}{}", index == 0 ? "" : ", ", lost[index]);
  if (lost.size() > most) words += fmt::format(", and {} more", lost.size() - most);
  return words;
}

}  // namespace

std::optional<FileFinding> find_lost_ties(Filesystem& filesystem, const Home& home, const Log& log,
                                          const KeysOfLadders& frozen) {
  const LiveKeys live = list_live_keys(filesystem, home);
  const auto is_lost = [&](const Tie& tie) {
    if (live.keys.contains(tie.behavior)) return false;
    const auto found = frozen.find(tie.ladder);
    return live.ladders.contains(tie.ladder) || found == frozen.end() || !found->second.contains(tie.behavior);
  };
  std::vector<std::string> lost;
  for (const Entry& entry : log.entries)
    for (const Tie& tie : entry.behaviors)
      if (entry.state == EntryState::kept && is_lost(tie))
        lost.push_back(fmt::format("{} to {}", entry.id, tie.behavior));
  if (lost.empty()) return std::nullopt;
  return FileFinding{Ailment::to_be_settled, home.log(),
                     fmt::format("{} to behaviors that no ladder has any more: {}",
                                 lost.size() == 1 ? "1 entry is tied" : fmt::format("{} entries are tied", lost.size()),
                                 list_some(lost)),
                     "tie them to other behaviors with `rung log edit ID --untie -b BEHAVIOR`"};
}

}  // namespace rung
