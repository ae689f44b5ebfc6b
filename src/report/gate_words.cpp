#include "gate_words.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "wording.hpp"

namespace rung {
namespace {

/// The most behaviors, or parts without anything to judge, that a finding names. What is short is named always.
constexpr std::size_t most_named = 3;

std::string needs(const Gate& gate) {
  return gate.verdict == Verdict::falls_short ? fmt::format(", needs\u00A0{}", gate.needed) : std::string();
}

/// ` · 1 n/a` beside a share of what applies; nothing where everything does.
std::string beside_share(const Tally& tally) {
  return tally.not_applicable == 0 ? std::string() : fmt::format(" · {}\u00A0n/a", tally.not_applicable);
}

const Tally& tally_of(const GatePart& part, const Gaps& gaps) {
  const PillarStanding& pillar = gaps.pillars[part.pillar];
  return part.responsibility ? pillar.responsibilities[*part.responsibility] : pillar.tally;
}

std::string describe_short_part(const GatePart& part, const Gaps& gaps) {
  return fmt::format("{} {}, needs\u00A0{}{}", name_gate_part(part, gaps.assessment.ladder),
                     describe_counts(part.share), part.needed, beside_share(tally_of(part, gaps)));
}

/// `Scope, Craft and 3 more`
std::string list_first(const std::vector<std::string>& names) {
  std::string list;
  for (std::size_t index = 0; index < std::min(most_named, names.size()); ++index)
    list += fmt::format("{}{}", index == 0 ? "" : ", ", names[index]);
  if (names.size() > most_named) list += fmt::format(" and {}\u00A0more", names.size() - most_named);
  return list;
}

/// Every part that is short, with what it needs; then what is open.
std::string list_parts(const Gate& gate, const Gaps& gaps) {
  std::string list;
  std::vector<std::string> open;
  for (const GatePart& part : gate.parts)
    if (part.verdict == Verdict::open)
      open.push_back(name_gate_part(part, gaps.assessment.ladder));
    else
      list += fmt::format("{}{}", list.empty() ? "" : "; ", describe_short_part(part, gaps));
  if (open.empty()) return list;
  if (static_cast<int>(open.size()) == gate.share.whole) return "nothing to judge";
  return fmt::format("{}{}nothing to judge in {}", list, list.empty() ? "" : "; ", list_first(open));
}

std::string describe_coverage(const Gate& gate, const Tally& all) {
  const std::string waiting = all.no_opportunity == 0
                                  ? std::string()
                                  : fmt::format(" · {}\u00A0of them without an opportunity", all.no_opportunity);
  return fmt::format("{} answered{}{}{}", describe(gate.share), needs(gate), waiting, beside_share(all));
}

std::string describe_not_applicable(const Gate& gate, const Gaps& gaps) {
  std::string found = fmt::format("{}; at most\u00A0{}", describe(gate.share), gate.needed);
  for (const GatePart& part : gate.parts)
    found += fmt::format("; all {} of {}", part.share.whole, name_gate_part(part, gaps.assessment.ladder));
  return found;
}

std::string describe_floor(const Gate& gate, const Gaps& gaps) {
  const std::string floor = describe_value(gaps.scale(), *gate.floor);
  if (gate.behaviors.empty()) return fmt::format("none of {} is below {}", count_of(gate.share.whole, "rating"), floor);
  std::vector<std::string> keys;
  for (const std::size_t index : gate.behaviors) keys.push_back(gaps.answer(gaps.standings[index]).behavior);
  return fmt::format("{} below {}: {}", count_of(gate.behaviors.size(), "rating"), floor, list_first(keys));
}

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

std::string name_gate(GateKind kind) {
  switch (kind) {
    case GateKind::coverage: return "Coverage";
    case GateKind::not_applicable: return "Not applicable";
    case GateKind::at_target: return "At target overall";
    case GateKind::pillar_at_target: return "At target in every pillar";
    case GateKind::responsibility_at_target: return "At target in every responsibility";
    case GateKind::floor: return "Nothing below the floor";
    case GateKind::shown: return "Shown by evidence";
  }
  return {};
}

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

std::string describe_finding(const Gate& gate, const Gaps& gaps) {
  if (gate.verdict == Verdict::open && gate.parts.empty()) return "nothing to judge";
  switch (gate.kind) {
    case GateKind::coverage: return describe_coverage(gate, gaps.overall);
    case GateKind::not_applicable: return describe_not_applicable(gate, gaps);
    case GateKind::at_target:
      return fmt::format("{}{}{}", describe(gate.share), needs(gate), beside_share(gaps.overall));
    case GateKind::pillar_at_target:
      if (!gate.parts.empty()) return list_parts(gate, gaps);
      return fmt::format("at least {} in each of {}", describe_threshold(*gate.threshold),
                         count_of(gate.share.whole, "pillar"));
    case GateKind::responsibility_at_target:
      if (!gate.parts.empty()) return list_parts(gate, gaps);
      return fmt::format("{}\u00A0{} judged, none wholly below target", gate.share.whole,
                         gate.share.whole == 1 ? "responsibility" : "responsibilities");
    case GateKind::floor: return describe_floor(gate, gaps);
    case GateKind::shown:
      return fmt::format("{} at target {} evidence that counts{}", describe(gate.share),
                         gate.share.part == 1 ? "has" : "have", needs(gate));
  }
  return {};
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
        fact(name_gate(kind), setting.threshold ? describe_asked(ladder.gates, kind, ladder.scale) : "off"));
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
