#include <rung/interview/neighbor_wording.hpp>

#include <string>

#include <fmt/format.h>

#include <rung/analysis/match.hpp>

namespace rung {
namespace {

enum class Side { below, above };

/// The scale value next to the target on that side; absent beyond the ends of the scale.
std::optional<int> find_point(const Ladder& ladder, const Behavior& behavior, Side side) {
  const std::vector<ScalePoint>& points = ladder.scale.points;
  const std::size_t target = ladder.scale.index_of(target_of(ladder, behavior));
  if (side == Side::below && target == 0) return std::nullopt;
  const std::size_t point = side == Side::below ? target - 1 : target + 1;
  return point < points.size() ? std::optional(points[point].value) : std::nullopt;
}

void add_notes(std::vector<std::vector<ChoiceNote>>& notes, const Ladder& ladder, const Ladder& neighbor, Side side) {
  const std::vector<PlacedBehavior> theirs = list_behaviors(neighbor);
  const std::vector<PlacedBehavior> ours = list_behaviors(ladder);
  const std::string& level = neighbor.level.empty() ? neighbor.title : neighbor.level;
  for (const BehaviorMatch& pair : match_ladders(neighbor, ladder, Pairing::by_key).pairs) {
    const Behavior& behavior = *ours[pair.after].behavior;
    const std::string& wording = theirs[pair.before].behavior->text;
    const auto point = find_point(ladder, behavior, side);
    if (point && wording != behavior.text)
      notes[pair.after].push_back({*point, fmt::format("{} says: {}", level, wording)});
  }
}

}  // namespace

NeighborWording::NeighborWording(const Ladder& ladder, const std::optional<Ladder>& below,
                                 const std::optional<Ladder>& above)
    : notes_(list_behaviors(ladder).size()) {
  if (below) add_notes(notes_, ladder, *below, Side::below);
  if (above) add_notes(notes_, ladder, *above, Side::above);
}

}  // namespace rung
