#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include <rung/analysis/gaps.hpp>
#include <rung/analysis/look_back.hpp>
#include <rung/analysis/readiness.hpp>

namespace rung {

/// What a next step asks for.
enum class StepKind {
  answer,       ///< questions that are not answered, for coverage
  reconsider,   ///< behaviors called not applicable, for that gate
  raise,        ///< a behavior below target
  show,         ///< evidence for what is claimed
  opportunity,  ///< a question for the manager: where could this be done?
};

/// `answer`, `reconsider`, `raise`, `show`, or `opportunity`.
std::string_view name_of(StepKind kind);

/// One thing to do next, and why it is there.
struct NextStep {
  StepKind kind = StepKind::raise;
  std::optional<GateKind> gate;        ///< the short gate that it serves; absent for none
  std::vector<std::size_t> behaviors;  ///< into Gaps::standings, the one to begin with first; never empty
  /// Of a pillar, a responsibility, the floor, or at_target: how many more behaviors that gate needs there.
  int missing = 0;
  bool is_widest = false;  ///< no other behavior is further below its target
  std::optional<Date> unmoved_since;

  friend bool operator==(const NextStep&, const NextStep&) = default;
};

/// How many steps a report names.
inline constexpr std::size_t most_next_steps = 3;

/// The steps that matter most, at most most_next_steps, without a behavior named twice.
///
/// Every short gate first gets one step of its own kind, in the order of GateKind; then those that need more behaviors
/// get more. Among the behaviors that could decide a share, one that serves more short gates comes first, then the one
/// nearest to its target, then ladder order. A behavior chosen for one gate counts for every other that it serves.
/// Places that are left go to the widest gap, to one that never moved, to one without an opportunity, and then to the
/// other gaps, widest first. Without gates (what if) only these are left.
std::vector<NextStep> find_next_steps(const Gaps& gaps, const Readiness& readiness, const LookBack& past);

}  // namespace rung
