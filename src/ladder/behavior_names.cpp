#include <rung/ladder/behavior_names.hpp>

#include <algorithm>
#include <set>

#include <fmt/format.h>

#include <rung/diagnostic/suggest.hpp>
#include <rung/text/ascii.hpp>

namespace rung {
namespace {

constexpr std::size_t most_candidates_shown = 5;

std::string list_candidates(const std::vector<std::string>& candidates) {
  std::string text;
  for (std::size_t index = 0; index < std::min(candidates.size(), most_candidates_shown); ++index)
    text += fmt::format("{}`{}`", index == 0 ? "" : ", ", candidates[index]);
  const std::size_t more = candidates.size() - std::min(candidates.size(), most_candidates_shown);
  return more == 0 ? text : text += fmt::format(" and {} more", more);
}

}  // namespace

BehaviorNames::BehaviorNames(const Ladder& ladder, BehaviorNumbers numbers) : ladder_id_(ladder.id), numbers_(numbers) {
  for (const PlacedBehavior& placed : list_behaviors(ladder)) keys_.push_back(placed.behavior->key);
}

std::vector<std::string> BehaviorNames::find(std::string_view name) const {
  if (std::find(keys_.begin(), keys_.end(), name) != keys_.end()) return {std::string(name)};
  std::vector<std::string> found;
  for (const std::string& key : keys_)
    if (is_end_after_dot(key, name)) found.push_back(key);
  if (!found.empty() || numbers_ == BehaviorNumbers::refused) return found;
  if (const auto number = read_whole_number(name); number && *number >= 1 && *number <= keys_.size())
    found.push_back(keys_[*number - 1]);
  return found;
}

NamedBehavior BehaviorNames::resolve(std::string_view name) const {
  const std::vector<std::string> candidates = find(name);
  if (candidates.size() == 1) return {candidates.front(), {}, {}};
  if (!candidates.empty())
    return {{},
            fmt::format("`{}` can mean {} behaviors", name, candidates.size()),
            fmt::format("write one of {}", list_candidates(candidates))};
  const std::string meant = did_you_mean(name, list());
  return {{},
          fmt::format("the ladder `{}` has no behavior `{}`", ladder_id_, name),
          meant.empty() ? fmt::format("`rung ladder show {}` lists the behaviors", ladder_id_) : meant};
}

std::vector<std::string> BehaviorNames::list() const {
  std::set<std::string> names(keys_.begin(), keys_.end());
  for (const std::string& key : keys_)
    for (auto dot = key.find('.'); dot != std::string::npos; dot = key.find('.', dot + 1))
      names.insert(key.substr(dot + 1));
  return {names.begin(), names.end()};
}

}  // namespace rung
