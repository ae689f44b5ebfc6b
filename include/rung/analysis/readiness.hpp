#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include <rung/analysis/gaps.hpp>

namespace rung {

enum class GateKind { coverage, at_target, pillar_at_target, floor };

/// Its key in a ladder's `gates`.
std::string_view name_of(GateKind kind);

/// `no_basis`: nothing applies (for the floor: nothing is rated), so there is nothing to judge. Not a pass.
enum class Verdict { passed, failed, no_basis };

/// One named condition for readiness with what was found.
struct Gate {
  GateKind kind = GateKind::coverage;
  Verdict verdict = Verdict::no_basis;
  Share share;                        ///< coverage, at_target: the share; pillar_at_target: the weakest pillar's
  double threshold = 0.0;             ///< the share to reach, 0 to 1; unused by floor
  std::optional<std::size_t> pillar;  ///< pillar_at_target: the weakest (the first of equals), if any is judged
  int floor = 0;                      ///< floor: the scale value
  int below = 0;                      ///< floor: how many ratings are below it; the gate passes with none

  friend bool operator==(const Gate&, const Gate&) = default;
};

/// Readiness is its gates, in the order of GateKind; never a single percentage.
struct Readiness {
  std::vector<Gate> gates;

  [[nodiscard]] int passed() const;
  [[nodiscard]] bool all_passed() const;

  friend bool operator==(const Readiness&, const Readiness&) = default;
};

/// Pillars where nothing applies are not judged. A share passes at or above its threshold, compared in counts with a
/// tolerance of 1e-9, so that 4 of 5 reaches 0.8.
Readiness judge_readiness(const Gaps& gaps, const Gates& gates);

}  // namespace rung
