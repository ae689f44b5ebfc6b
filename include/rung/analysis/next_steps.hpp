#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include <rung/analysis/gaps.hpp>
#include <rung/analysis/look_back.hpp>
#include <rung/analysis/readiness.hpp>

namespace rung {

/// The kind of a next step.
enum class StepKind {
  answer,       ///< answer open questions, for coverage
  reconsider,   ///< reconsider behaviors marked not applicable, for that gate
  raise,        ///< raise a behavior below target
  show,         ///< add evidence to claims
  opportunity,  ///< ask the manager for an opportunity
};

/// `answer`, `reconsider`, `raise`, `show`, or `opportunity`.
std::string_view name_of(StepKind kind);

/// One thing to do next, and the reason.
struct NextStep {
  StepKind kind = StepKind::raise;
  std::optional<GateKind> gate;        ///< the short gate that it helps, or absent
  std::vector<std::size_t> behaviors;  ///< into Gaps::standings, the one to start with first; never empty
  /// For a pillar, a responsibility, the floor, or at_target: how many more behaviors that gate needs there.
  int missing = 0;
  bool is_widest = false;  ///< no other behavior is further below its target
  std::optional<Date> unmoved_since;

  friend bool operator==(const NextStep&, const NextStep&) = default;
};

/// The most steps that a report names.
inline constexpr std::size_t most_next_steps = 3;

/// The most important steps, at most most_next_steps, without duplicate behaviors.
///
/// Every short gate first gets one step of its own kind, in the order of GateKind; then gates that need more behaviors
/// get more steps. Among the behaviors that could help a gate, those that help more short gates come first, then those
/// closest to their target, then ladder order. A behavior chosen for one gate counts for every other gate that it
/// helps, and at_target comes after the gates on parts. Remaining steps go to the widest gap, to a gap that never
/// moved, to a behavior without an opportunity, and then to the other gaps, widest first. Without gates (what-if),
/// these are the only steps.
std::vector<NextStep> find_next_steps(const Gaps& gaps, const Readiness& readiness, const LookBack& past);

}  // namespace rung
