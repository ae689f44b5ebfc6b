#pragma once

#include <rung/assessment/answer.hpp>

namespace rung {

/// The number of answers in each of the four states.
struct StateCounts {
  int rated = 0;
  int not_applicable = 0;
  int no_opportunity = 0;
  int unrated = 0;

  void add(const Rating& rating);
  [[nodiscard]] int all() const { return rated + not_applicable + no_opportunity + unrated; }

  friend bool operator==(const StateCounts&, const StateCounts&) = default;
};

}  // namespace rung
