#pragma once

namespace rung {

/// A part of a whole, kept as counts so that every percentage can be shown with its denominator.
struct Share {
  int part = 0;
  int whole = 0;

  /// 0 to 1; meaningless if `whole` is 0.
  [[nodiscard]] double value() const { return whole == 0 ? 0.0 : static_cast<double>(part) / whole; }
  [[nodiscard]] bool has_basis() const { return whole > 0; }

  friend bool operator==(const Share&, const Share&) = default;
};

/// Whole percent, rounded down, so that 100 means all; 0 if `whole` is 0.
int percent(const Share& share);

}  // namespace rung
