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

/// `falls_short`: judged and not met. `open`: there is nothing to judge it by, which is not a pass.
enum class Verdict { passed, falls_short, open };

/// `passed`, `short`, or `open`.
std::string_view name_of(Verdict verdict);

/// A pillar or responsibility for which a gate is not passed.
struct GatePart {
  Verdict verdict = Verdict::open;
  std::size_t pillar = 0;
  std::optional<std::size_t> responsibility;  ///< into that pillar; absent: the whole pillar
  Share share;                                ///< not_applicable: not applicable of all; else at target of applicable
  int needed = 0;                             ///< how many of share.whole are needed; not_applicable: allowed

  friend bool operator==(const GatePart&, const GatePart&) = default;
};

/// One named condition with what was found.
struct Gate {
  GateKind kind = GateKind::coverage;
  Verdict verdict = Verdict::open;
  /// The behaviors that count, of those that are judged. pillar_at_target, responsibility_at_target: the pillars or
  /// responsibilities that are neither short nor open, of those that the gate asks about. floor: ratings not below it.
  Share share;
  int needed = 0;                      ///< how many of share.whole are needed; not_applicable: allowed
  std::optional<double> threshold;     ///< 0 to 1, of a gate that has a share: pillar_at_target's is each pillar's
  std::optional<int> floor;            ///< the scale value of the floor
  std::vector<GatePart> parts;         ///< every pillar or responsibility that is short or open, in ladder order
  std::vector<std::size_t> behaviors;  ///< floor: those rated below it, into Gaps::standings

  friend bool operator==(const Gate&, const Gate&) = default;
};

/// The gates of the ladder that are not off, in the order of GateKind; never a single percentage.
struct Readiness {
  std::vector<Gate> gates;

  [[nodiscard]] int count(Verdict verdict) const;
  [[nodiscard]] int passed() const { return count(Verdict::passed); }
  [[nodiscard]] bool all_passed() const { return passed() == static_cast<int>(gates.size()); }

  friend bool operator==(const Readiness&, const Readiness&) = default;
};

/// Judges `gaps`, which stand against the ladder's own target.
///
/// Thresholds become counts with a tolerance of 1e-9, so that 4 of 5 reaches 0.8. Of the behaviors that apply, those
/// without an opportunity and unrated ones are not at target. A gate with shares of pillars or responsibilities is
/// short if one of them is, else open if one of them is.
///
/// - coverage: rated or no opportunity, of applicable.
/// - not_applicable: of all behaviors, at most; a pillar that is wholly so is short. Open while nothing is answered.
/// - at_target: of applicable. pillar_at_target: the same in every pillar; open where nothing applies.
/// - responsibility_at_target: where two or more apply, one is at target; open where none of them is answered.
/// - floor: ratings not below it. shown: with evidence that counts, of the ratings at target.
Readiness judge_readiness(const Gaps& gaps, const Gates& gates);

}  // namespace rung
