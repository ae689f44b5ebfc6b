#include <rung/ladder/ladder.hpp>

#include <algorithm>
#include <cassert>

#include <fmt/format.h>

#include <rung/text/width.hpp>

namespace rung {

const ScalePoint* Scale::find(int value) const {
  const auto point =
      std::find_if(points.begin(), points.end(), [value](const ScalePoint& p) { return p.value == value; });
  return point == points.end() ? nullptr : &*point;
}

std::size_t Scale::index_of(int value) const {
  const ScalePoint* point = find(value);
  assert(point != nullptr);
  return static_cast<std::size_t>(point - points.data());
}

std::string list_points(const Scale& scale) {
  std::string text;
  for (const auto& point : scale.points)
    text += fmt::format("{}{} {}", text.empty() ? "" : ", ", point.value, point.label);
  return text;
}

std::vector<PlacedBehavior> list_behaviors(const Ladder& ladder) {
  std::vector<PlacedBehavior> behaviors;
  for (const Pillar& pillar : ladder.pillars) {
    for (const Responsibility& responsibility : pillar.responsibilities)
      for (const Behavior& behavior : responsibility.behaviors)
        behaviors.push_back({&pillar, &responsibility, &behavior});
  }
  return behaviors;
}

std::string short_name(const Behavior& behavior) {
  if (!behavior.title.empty()) return behavior.title;
  constexpr std::string_view ellipsis = "…";
  std::string name = clip(behavior.text, widest_behavior_title, ellipsis);
  if (name == behavior.text) return name;
  const std::size_t last_space = name.find_last_of(' ');
  // Scripts without spaces have no better place to cut.
  if (last_space == std::string::npos || last_space < name.size() / 2) return name;
  name.resize(name.find_last_not_of(" ,;:", last_space) + 1);
  return name.append(" ").append(ellipsis);
}

int target_of(const Ladder& ladder, const Behavior& behavior) { return behavior.target.value_or(ladder.target); }

bool is_id(std::string_view text) {
  constexpr std::size_t longest = 64;
  const auto is_alphanumeric = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); };
  return !text.empty() && text.size() <= longest && is_alphanumeric(text.front()) &&
         std::all_of(text.begin(), text.end(), [&](char c) { return c == '-' || is_alphanumeric(c); });
}

bool is_same_scale(const Scale& a, const Scale& b) {
  return std::equal(a.points.begin(), a.points.end(), b.points.begin(), b.points.end(),
                    [](const ScalePoint& x, const ScalePoint& y) { return x.value == y.value; });
}

}  // namespace rung
