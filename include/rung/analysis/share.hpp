#pragma once

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

}  // namespace rung
