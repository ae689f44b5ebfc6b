#include <rung/analysis/readiness.hpp>

#include <algorithm>

#include <rung/ladder/fields.hpp>

namespace rung {
namespace {

constexpr double tolerance = 1e-9;

Verdict judge_share(const Share& share, double threshold) {
  if (!share.has_basis()) return Verdict::no_basis;
  return share.value() + tolerance >= threshold ? Verdict::passed : Verdict::failed;
}

Gate judge_overall(GateKind kind, const Share& share, double threshold) {
  Gate gate;
  gate.kind = kind;
  gate.share = share;
  gate.threshold = threshold;
  gate.verdict = judge_share(share, threshold);
  return gate;
}

// Compared as fractions, so that equal shares are equal and the first of them is named.
bool is_weaker(const Share& a, const Share& b) { return a.part * b.whole < b.part * a.whole; }

Gate judge_weakest_pillar(const Gaps& gaps, double threshold) {
  Gate gate = judge_overall(GateKind::pillar_at_target, {}, threshold);
  for (std::size_t pillar = 0; pillar < gaps.pillars.size(); ++pillar) {
    const Share share = gaps.pillars[pillar].tally.share_at_target();
    if (!share.has_basis() || (gate.share.has_basis() && !is_weaker(share, gate.share))) continue;
    gate.share = share;
    gate.pillar = pillar;
    gate.verdict = judge_share(share, threshold);
  }
  return gate;
}

Gate judge_floor(const Gaps& gaps, int floor) {
  Gate gate;
  gate.kind = GateKind::floor;
  gate.floor = floor;
  const std::size_t first_allowed = gaps.scale().index_of(floor);
  for (std::size_t point = 0; point < first_allowed; ++point) gate.below += gaps.overall.distribution[point];
  if (gaps.overall.rated > 0) gate.verdict = gate.below == 0 ? Verdict::passed : Verdict::failed;
  return gate;
}

}  // namespace

std::string_view name_of(GateKind kind) {
  switch (kind) {
    case GateKind::coverage: return name_of(&Gates::coverage);
    case GateKind::at_target: return name_of(&Gates::at_target);
    case GateKind::pillar_at_target: return name_of(&Gates::pillar_at_target);
    case GateKind::floor: return name_of(&Gates::floor);
  }
  return {};
}

int Readiness::passed() const {
  return static_cast<int>(
      std::count_if(gates.begin(), gates.end(), [](const Gate& gate) { return gate.verdict == Verdict::passed; }));
}

bool Readiness::all_passed() const { return passed() == static_cast<int>(gates.size()); }

Readiness judge_readiness(const Gaps& gaps, const Gates& gates) {
  return {{judge_overall(GateKind::coverage, gaps.overall.coverage(), gates.coverage),
           judge_overall(GateKind::at_target, gaps.overall.share_at_target(), gates.at_target),
           judge_weakest_pillar(gaps, gates.pillar_at_target), judge_floor(gaps, gates.floor)}};
}

}  // namespace rung
