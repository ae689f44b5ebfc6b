#include <rung/analysis/behavior_index.hpp>

namespace rung {

std::vector<BehaviorIndex> index_behaviors(const Ladder& ladder) {
  std::vector<BehaviorIndex> indices;
  for (std::size_t pillar = 0; pillar < ladder.pillars.size(); ++pillar) {
    const auto& responsibilities = ladder.pillars[pillar].responsibilities;
    for (std::size_t responsibility = 0; responsibility < responsibilities.size(); ++responsibility)
      for (std::size_t behavior = 0; behavior < responsibilities[responsibility].behaviors.size(); ++behavior)
        indices.push_back({pillar, responsibility, behavior, indices.size()});
  }
  return indices;
}

PlacedBehavior place(const Ladder& ladder, const BehaviorIndex& index) {
  const Pillar& pillar = ladder.pillars[index.pillar];
  const Responsibility& responsibility = pillar.responsibilities[index.responsibility];
  return {&pillar, &responsibility, &responsibility.behaviors[index.behavior]};
}

}  // namespace rung
