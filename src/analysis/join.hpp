#pragma once

#include <vector>

#include <rung/ladder/ladder.hpp>

namespace rung {

/// Two ladders side by side.
struct JoinedBehaviors {
  struct Pair {
    PlacedBehavior before;  ///< all null for a behavior that only the later ladder has
    PlacedBehavior after;
  };
  std::vector<Pair> pairs;              ///< one for each behavior of the later ladder, in its order
  std::vector<PlacedBehavior> removed;  ///< of the earlier ladder, in its order
};

/// Joins by key, then by the later ladder's `formerly`; one to one. The ladders must outlive the result.
JoinedBehaviors join_behaviors(const Ladder& before, const Ladder& after);

}  // namespace rung
