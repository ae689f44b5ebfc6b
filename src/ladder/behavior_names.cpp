#include <rung/ladder/behavior_names.hpp>

#include <algorithm>
#include <charconv>
#include <optional>
#include <set>

namespace rung {
namespace {

bool is_end_after_dot(std::string_view key, std::string_view end) {
  return !end.empty() && key.size() > end.size() && key.ends_with(end) && key[key.size() - end.size() - 1] == '.';
}

std::optional<std::size_t> read_number(std::string_view text) {
  std::size_t number = 0;
  const char* end = text.data() + text.size();
  const auto [stop, failure] = std::from_chars(text.data(), end, number);
  if (failure != std::errc() || stop != end) return std::nullopt;
  return number;
}

}  // namespace

BehaviorNames::BehaviorNames(const Ladder& ladder, BehaviorNumbers numbers) : numbers_(numbers) {
  for (const PlacedBehavior& placed : list_behaviors(ladder)) keys_.push_back(placed.behavior->key);
}

std::vector<std::string> BehaviorNames::find(std::string_view name) const {
  if (std::find(keys_.begin(), keys_.end(), name) != keys_.end()) return {std::string(name)};
  std::vector<std::string> found;
  for (const std::string& key : keys_)
    if (is_end_after_dot(key, name)) found.push_back(key);
  if (!found.empty() || numbers_ == BehaviorNumbers::refused) return found;
  if (const auto number = read_number(name); number && *number >= 1 && *number <= keys_.size())
    found.push_back(keys_[*number - 1]);
  return found;
}

std::vector<std::string> BehaviorNames::list() const {
  std::set<std::string> names(keys_.begin(), keys_.end());
  for (const std::string& key : keys_)
    for (auto dot = key.find('.'); dot != std::string::npos; dot = key.find('.', dot + 1))
      names.insert(key.substr(dot + 1));
  return {names.begin(), names.end()};
}

}  // namespace rung
