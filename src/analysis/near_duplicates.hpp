#pragma once

#include <optional>
#include <vector>

#include <rung/ladder/ladder.hpp>

namespace rung {

/// The earlier behavior that one is most like, as an index into the list they came from.
struct NearDuplicate {
  std::size_t earlier = 0;
  double similarity = 0.0;
};

/// For each of `behaviors` its near-duplicate among those before it, where there is one.
std::vector<std::optional<NearDuplicate>> find_near_duplicates(const std::vector<PlacedBehavior>& behaviors);

}  // namespace rung
