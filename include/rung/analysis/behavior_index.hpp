#pragma once

#include <cstddef>
#include <vector>

#include <rung/ladder/ladder.hpp>

namespace rung {

/// The position of a behavior in a ladder. Valid for the ladder it was made from and for copies of that ladder.
struct BehaviorIndex {
  std::size_t pillar = 0;          ///< into Ladder::pillars
  std::size_t responsibility = 0;  ///< into Pillar::responsibilities
  std::size_t behavior = 0;        ///< into Responsibility::behaviors
  std::size_t number = 0;          ///< in ladder order, from 0; also into Assessment::answers and list_behaviors

  friend bool operator==(const BehaviorIndex&, const BehaviorIndex&) = default;
};

/// One per behavior, in ladder order.
std::vector<BehaviorIndex> index_behaviors(const Ladder& ladder);

/// The behavior at `index` of `ladder`, with its pillar and responsibility. Points into `ladder`.
PlacedBehavior place(const Ladder& ladder, const BehaviorIndex& index);

}  // namespace rung
