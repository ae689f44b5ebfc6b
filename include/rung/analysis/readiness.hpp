#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include <rung/analysis/gaps.hpp>

namespace rung {

/// In the order of the ladder format.
enum class GateKind { coverage, not_applicable, at_target, pillar_at_target, responsibility_at_target, floor, shown };

/// Its key in a ladder's `gates`.
std::string_view name_of(GateKind kind);

/// `falls_short`: not met. `open`: nothing to judge yet, which is not a pass.
enum class Verdict { passed, falls_short, open };

/// `passed`, `short`, or `open`.
std::string_view name_of(Verdict verdict);

/// A pillar or responsibility for which a gate is not passed.
struct GatePart {
  Verdict verdict = Verdict::open;
  std::size_t pillar = 0;
  std::optional<std::size_t> responsibility;  ///< into that pillar; absent for the whole pillar
  Share share;     ///< not_applicable: of all behaviors; otherwise, at target of those that apply
  int needed = 0;  ///< how many of share.whole are needed; not_applicable: allowed

  friend bool operator==(const GatePart&, const GatePart&) = default;
};

/// A gate and its result.
struct Gate {
  GateKind kind = GateKind::coverage;
  Verdict verdict = Verdict::open;
  /// What counts, of what is judged. In general, behaviors; for pillar_at_target and responsibility_at_target, the
  /// pillars or responsibilities that are neither short nor open; for floor, ratings that are not below it.
  Share share;
  int needed = 0;                      ///< how many of share.whole are needed; not_applicable: allowed
  std::optional<double> threshold;     ///< 0 to 1, for a gate with a share; for pillar_at_target, that of each pillar
  std::optional<int> floor;            ///< the scale value of the floor
  std::vector<GatePart> parts;         ///< every pillar or responsibility that is short or open, in ladder order
  std::vector<std::size_t> behaviors;  ///< floor: behaviors rated below it, into Gaps::standings

  friend bool operator==(const Gate&, const Gate&) = default;
};

/// The gates of the ladder that are turned on, in the order of GateKind; never a single percentage.
struct Readiness {
  std::vector<Gate> gates;

  [[nodiscard]] int count(Verdict verdict) const;
  [[nodiscard]] int passed() const { return count(Verdict::passed); }
  [[nodiscard]] bool all_passed() const { return passed() == static_cast<int>(gates.size()); }

  friend bool operator==(const Readiness&, const Readiness&) = default;
};

/// Judges `gaps`, which use the ladder's own target.
///
/// Thresholds become counts with a tolerance of 1e-9, so that 4 of 5 reaches 0.8. Behaviors that are unrated or without
/// an opportunity apply and are not at target. A gate on pillars or responsibilities is short if one of them is,
/// otherwise open if one of them is.
///
/// - coverage: rated or no opportunity, of the behaviors that apply.
/// - not_applicable: at most this share of all behaviors; a pillar that is entirely so is short. Open if nothing is
///   answered.
/// - at_target: of the behaviors that apply. pillar_at_target: the same in every pillar; open if nothing applies.
/// - responsibility_at_target: if two or more apply, at least one is at target; open if none of them is answered.
/// - floor: ratings that are not below it. shown: ratings at target with evidence that counts.
Readiness judge_readiness(const Gaps& gaps, const Gates& gates);

}  // namespace rung
