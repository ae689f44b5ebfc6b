#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include <rung/ladder/ladder.hpp>
#include <rung/prompt/form.hpp>

namespace rung {

/// How the ladders of the neighboring levels word the behaviors of a ladder. A behavior is the one with the same key.
class NeighborWording {
 public:
  /// `below` and `above`: the next lower and the next higher level, if they are known.
  NeighborWording(const Ladder& ladder, const std::optional<Ladder>& below, const std::optional<Ladder>& above);

  /// Of the behavior with that number from 0: the lower level's wording beside the highest point below the target, the
  /// higher level's beside the lowest point above it. None where there is no such point, or the wording is the same.
  [[nodiscard]] const std::vector<ChoiceNote>& notes(std::size_t number) const { return notes_[number]; }

 private:
  std::vector<std::vector<ChoiceNote>> notes_;
};

}  // namespace rung
