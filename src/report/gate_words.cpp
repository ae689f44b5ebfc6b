#include "gate_words.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "wording.hpp"

namespace rung {
namespace {

std::string describe_asked(const Gates& gates, GateKind kind, const Scale& scale) {
  switch (kind) {
    case GateKind::coverage:
      return fmt::format("{} of what applies is answered", describe_threshold(*gates.coverage.threshold));
    case GateKind::not_applicable:
      return fmt::format("at most {}, and no pillar wholly", describe_threshold(*gates.not_applicable.threshold));
    case GateKind::at_target: return fmt::format("{} of what applies", describe_threshold(*gates.at_target.threshold));
    case GateKind::pillar_at_target:
      return fmt::format("{} of what applies in each", describe_threshold(*gates.pillar_at_target.threshold));
    case GateKind::responsibility_at_target: return "none of two or more behaviors is wholly below target";
    case GateKind::floor: return fmt::format("nothing below {}", describe_value(scale, *gates.floor.threshold));
    case GateKind::shown: return fmt::format("{} of the ratings at target", describe_threshold(*gates.shown.threshold));
  }
  return {};
}

}  // namespace

std::string name_gate_briefly(GateKind kind) {
  switch (kind) {
    case GateKind::coverage: return "Coverage";
    case GateKind::not_applicable: return "Not applicable";
    case GateKind::at_target: return "At target";
    case GateKind::pillar_at_target: return "Every pillar";
    case GateKind::responsibility_at_target: return "Every responsibility";
    case GateKind::floor: return "Floor";
    case GateKind::shown: return "Shown";
  }
  return {};
}

std::string name_gate_part(const GatePart& part, const Ladder& ladder) {
  const Pillar& pillar = ladder.pillars[part.pillar];
  if (!part.responsibility) return pillar.title;
  return fmt::format("{}\u00A0› {}", pillar.title, pillar.responsibilities[*part.responsibility].title);
}

std::string describe_threshold(double threshold) {
  const double percents = threshold * 100;
  const double whole = std::round(percents);
  return std::abs(percents - whole) < 1e-6 ? fmt::format("{:.0f}%", whole) : fmt::format("{:.1f}%", percents);
}

std::string describe_margin(const Gate& gate, const Gaps& gaps) {
  const Share& share = gate.share;
  switch (gate.kind) {
    case GateKind::not_applicable: return fmt::format("{} of {} (at most {})", share.part, share.whole, gate.needed);
    case GateKind::floor:
      return gate.behaviors.empty()
                 ? fmt::format("nothing below {}", *gate.floor)
                 : fmt::format("{} below {}", gate.behaviors.size(), describe_value(gaps.scale(), *gate.floor));
    case GateKind::pillar_at_target:
    case GateKind::responsibility_at_target: return fmt::format("{} of {}", share.part, share.whole);
    default: return fmt::format("{} of {} (needs {})", share.part, share.whole, gate.needed);
  }
}

std::string_view sign_of(Verdict verdict) {
  switch (verdict) {
    case Verdict::passed: return "✓";
    case Verdict::falls_short: return "✗";
    case Verdict::open: return "–";
  }
  return {};
}

Tag tag_of(Verdict verdict) {
  switch (verdict) {
    case Verdict::passed: return {"passed", Tone::good};
    case Verdict::falls_short: return {"short", Tone::bad};
    case Verdict::open: return {"open", Tone::muted};
  }
  return {};
}

Facts list_gates(const Ladder& ladder) {
  Facts facts;
  const auto add = [&](GateKind kind, const auto& setting) {
    facts.facts.push_back(
        fact(name_gate_briefly(kind), setting.threshold ? describe_asked(ladder.gates, kind, ladder.scale) : "off"));
  };
  add(GateKind::coverage, ladder.gates.coverage);
  add(GateKind::not_applicable, ladder.gates.not_applicable);
  add(GateKind::at_target, ladder.gates.at_target);
  add(GateKind::pillar_at_target, ladder.gates.pillar_at_target);
  add(GateKind::responsibility_at_target, ladder.gates.responsibility_at_target);
  add(GateKind::floor, ladder.gates.floor);
  add(GateKind::shown, ladder.gates.shown);
  return facts;
}

}  // namespace rung
