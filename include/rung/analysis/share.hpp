#pragma once

#include <optional>
#include <vector>

namespace rung {

/// A part of a whole, kept as counts so that every percentage can be shown with its denominator.
struct Share {
  int part = 0;
  int whole = 0;

  /// 0 to 1; meaningless when `whole` is 0.
  [[nodiscard]] double value() const { return whole == 0 ? 0.0 : static_cast<double>(part) / whole; }
  [[nodiscard]] bool has_basis() const { return whole > 0; }

  friend bool operator==(const Share&, const Share&) = default;
};

/// Whole percents, rounded down, so that 100 means all of it; 0 when there is no basis.
int percent(const Share& share);

/// The middle of the ratings that `distribution` counts at each point of a scale, as a position on it: 0 is the lowest
/// point, 1 the next. Absent without ratings.
///
/// It is the interpolated median, as statistics of ordered answers use it: the median m, moved towards the side where
/// more ratings lie: m - 1/2 + (n/2 - below) / equal, where `below` and `equal` count the ratings below and at m.
/// Between two middle ratings it lies half way. Ratings are ordered, not measured, so no mean is taken.
std::optional<double> median_position(const std::vector<int>& distribution);

}  // namespace rung
