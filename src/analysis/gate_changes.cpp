#include <rung/analysis/gate_changes.hpp>

#include <algorithm>

#include <rung/analysis/gaps.hpp>
#include <rung/ladder/fields.hpp>

namespace rung {
namespace {

/// Gates that only count answers, whatever the ratings are.
bool counts_answers(std::string_view name) { return name == "coverage" || name == "not_applicable"; }

Readiness judge_own_gates(const Assessment& assessment) {
  return judge_readiness(find_gaps(assessment), assessment.ladder.gates);
}

}  // namespace

std::vector<std::string_view> list_changed_thresholds(const Gates& before, const Gates& after) {
  std::vector<std::string_view> names;
  visit_fields<Gates>([&](const auto& field) {
    if (before.*field.member != after.*field.member) names.push_back(field.name);
  });
  return names;
}

bool is_same_gate(const Ladder& before, const Ladder& after, std::string_view name) {
  const std::vector<std::string_view> changed = list_changed_thresholds(before.gates, after.gates);
  if (std::find(changed.begin(), changed.end(), name) != changed.end()) return false;
  return counts_answers(name) || (is_same_scale(before.scale, after.scale) && before.target == after.target);
}

std::vector<GateChange> compare_gates(const Assessment& before, const Assessment& after) {
  const Readiness earlier = judge_own_gates(before);
  const Readiness later = judge_own_gates(after);
  std::vector<GateChange> changes;
  for (const Gate& gate : later.gates) {
    const std::string_view name = name_of(gate.kind);
    if (!is_same_gate(before.ladder, after.ladder, name)) continue;
    const auto found = std::find_if(earlier.gates.begin(), earlier.gates.end(),
                                    [&gate](const Gate& other) { return other.kind == gate.kind; });
    if (found != earlier.gates.end()) changes.push_back({name, *found, gate});
  }
  return changes;
}

}  // namespace rung
