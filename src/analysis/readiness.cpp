#include <rung/analysis/readiness.hpp>

#include <algorithm>
#include <cmath>

#include <rung/ladder/fields.hpp>

namespace rung {
namespace {

constexpr double tolerance = 1e-9;

/// The fewest behaviors for which a responsibility is judged, because one is not a pattern.
constexpr int fewest_in_responsibility = 2;

int at_least(double threshold, int whole) { return static_cast<int>(std::ceil((threshold - tolerance) * whole)); }

int at_most(double threshold, int whole) { return static_cast<int>(std::floor((threshold + tolerance) * whole)); }

Verdict judge(const Share& share, int needed) {
  if (!share.has_basis()) return Verdict::open;
  return share.part >= needed ? Verdict::passed : Verdict::falls_short;
}

Gate judge_share(GateKind kind, const Share& share, double threshold) {
  Gate gate;
  gate.kind = kind;
  gate.share = share;
  gate.needed = at_least(threshold, share.whole);
  gate.threshold = threshold;
  gate.verdict = judge(share, gate.needed);
  return gate;
}

bool has_part(const Gate& gate, Verdict verdict) {
  return std::any_of(gate.parts.begin(), gate.parts.end(),
                     [verdict](const GatePart& part) { return part.verdict == verdict; });
}

/// A gate on `whole` parts, of which `gate.parts` do not pass.
void conclude_parts(Gate& gate, int whole) {
  gate.share = {whole - static_cast<int>(gate.parts.size()), whole};
  gate.needed = whole;
  if (has_part(gate, Verdict::falls_short))
    gate.verdict = Verdict::falls_short;
  else
    gate.verdict = whole == 0 || has_part(gate, Verdict::open) ? Verdict::open : Verdict::passed;
}

Gate judge_not_applicable(const Gaps& gaps, double threshold) {
  Gate gate;
  gate.kind = GateKind::not_applicable;
  gate.share = gaps.overall.share_not_applicable();
  gate.needed = at_most(threshold, gate.share.whole);
  gate.threshold = threshold;
  for (std::size_t pillar = 0; pillar < gaps.pillars.size(); ++pillar) {
    const Share share = gaps.pillars[pillar].tally.share_not_applicable();
    if (share.has_basis() && share.part == share.whole)
      gate.parts.push_back({Verdict::falls_short, pillar, std::nullopt, share, share.whole - 1});
  }
  if (gaps.overall.unrated == gaps.overall.behaviors) return gate;
  const bool is_within = gate.share.part <= gate.needed && gate.parts.empty();
  gate.verdict = is_within ? Verdict::passed : Verdict::falls_short;
  return gate;
}

Gate judge_pillars(const Gaps& gaps, double threshold) {
  Gate gate;
  gate.kind = GateKind::pillar_at_target;
  gate.threshold = threshold;
  for (std::size_t pillar = 0; pillar < gaps.pillars.size(); ++pillar) {
    const Share share = gaps.pillars[pillar].tally.share_at_target();
    const int needed = at_least(threshold, share.whole);
    const Verdict verdict = judge(share, needed);
    if (verdict != Verdict::passed) gate.parts.push_back({verdict, pillar, std::nullopt, share, needed});
  }
  conclude_parts(gate, static_cast<int>(gaps.pillars.size()));
  return gate;
}

Gate judge_responsibilities(const Gaps& gaps) {
  Gate gate;
  gate.kind = GateKind::responsibility_at_target;
  int whole = 0;
  for (std::size_t pillar = 0; pillar < gaps.pillars.size(); ++pillar) {
    const std::vector<Tally>& responsibilities = gaps.pillars[pillar].responsibilities;
    for (std::size_t index = 0; index < responsibilities.size(); ++index) {
      const Tally& tally = responsibilities[index];
      if (tally.applicable() < fewest_in_responsibility) continue;
      ++whole;
      if (tally.at_target > 0) continue;
      const Verdict verdict = tally.coverage().part == 0 ? Verdict::open : Verdict::falls_short;
      gate.parts.push_back({verdict, pillar, index, tally.share_at_target(), 1});
    }
  }
  conclude_parts(gate, whole);
  return gate;
}

Gate judge_floor(const Gaps& gaps, int floor) {
  Gate gate;
  gate.kind = GateKind::floor;
  gate.floor = floor;
  for (const Standing& standing : gaps.standings)
    if (standing.rating && *standing.rating < floor) gate.behaviors.push_back(standing.at.number);
  gate.share = {gaps.overall.rated - static_cast<int>(gate.behaviors.size()), gaps.overall.rated};
  gate.needed = gate.share.whole;
  gate.verdict = judge(gate.share, gate.needed);
  return gate;
}

}  // namespace

std::string_view name_of(GateKind kind) {
  switch (kind) {
    case GateKind::coverage: return name_of(&Gates::coverage);
    case GateKind::not_applicable: return name_of(&Gates::not_applicable);
    case GateKind::at_target: return name_of(&Gates::at_target);
    case GateKind::pillar_at_target: return name_of(&Gates::pillar_at_target);
    case GateKind::responsibility_at_target: return name_of(&Gates::responsibility_at_target);
    case GateKind::floor: return name_of(&Gates::floor);
    case GateKind::shown: return name_of(&Gates::shown);
  }
  return {};
}

std::string_view name_of(Verdict verdict) {
  switch (verdict) {
    case Verdict::passed: return "passed";
    case Verdict::falls_short: return "short";
    case Verdict::open: return "open";
  }
  return {};
}

int Readiness::count(Verdict verdict) const {
  return static_cast<int>(
      std::count_if(gates.begin(), gates.end(), [verdict](const Gate& gate) { return gate.verdict == verdict; }));
}

Readiness judge_readiness(const Gaps& gaps, const Gates& gates) {
  const auto& [coverage, not_applicable, at_target, pillar_at_target, responsibility_at_target, floor, shown] = gates;
  const Tally& all = gaps.overall;
  Readiness readiness;
  auto& judged = readiness.gates;
  if (const auto least = coverage.threshold) judged.push_back(judge_share(GateKind::coverage, all.coverage(), *least));
  if (const auto most = not_applicable.threshold) judged.push_back(judge_not_applicable(gaps, *most));
  if (const auto least = at_target.threshold)
    judged.push_back(judge_share(GateKind::at_target, all.share_at_target(), *least));
  if (const auto least = pillar_at_target.threshold) judged.push_back(judge_pillars(gaps, *least));
  if (responsibility_at_target.threshold) judged.push_back(judge_responsibilities(gaps));
  if (const auto lowest = floor.threshold) judged.push_back(judge_floor(gaps, *lowest));
  if (const auto least = shown.threshold) judged.push_back(judge_share(GateKind::shown, all.share_shown(), *least));
  return readiness;
}

}  // namespace rung
