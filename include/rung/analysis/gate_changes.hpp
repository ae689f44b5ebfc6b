#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include <rung/analysis/readiness.hpp>
#include <rung/assessment/assessment.hpp>

namespace rung {

/// A gate of two assessments. A side is absent if its ladder does not have the gate.
struct GateChange {
  std::string_view name;  ///< its key in a ladder's `gates`
  std::optional<Gate> before;
  std::optional<Gate> after;

  friend bool operator==(const GateChange&, const GateChange&) = default;
};

/// Whether the gate of that name asks the same in both ladders, so that its verdicts can be compared: the threshold is
/// the same, and so are scale and target, unless it only counts answers.
bool is_same_gate(const Ladder& before, const Ladder& after, std::string_view name);

/// The names of the gates whose thresholds differ, in the order of the fields of Gates.
std::vector<std::string_view> list_changed_thresholds(const Gates& before, const Gates& after);

/// The gates that ask the same on both sides, in the order of `after`.
std::vector<GateChange> compare_gates(const Assessment& before, const Assessment& after);

}  // namespace rung
