#include "map.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "../wording.hpp"

namespace rung {
namespace {

const Gate* find_gate(const Readiness& readiness, GateKind kind) {
  const auto found = std::find_if(readiness.gates.begin(), readiness.gates.end(),
                                  [kind](const Gate& gate) { return gate.kind == kind; });
  return found == readiness.gates.end() ? nullptr : &*found;
}

std::string mark_of(const Standing& standing, const Rating& rating) {
  if (standing.rating) return fmt::format("{}", *standing.rating);
  if (std::holds_alternative<NotApplicable>(rating)) return "n";
  return std::holds_alternative<NoOpportunity>(rating) ? "o" : "·";
}

Square compose_square(const Gaps& gaps, const Standing& standing) {
  const Answer& answer = gaps.answer(standing);
  const std::string move = standing.gap() ? fmt::format(", target {}", standing.target) : std::string();
  return {mark_of(standing, answer.rating),
          fmt::format("{}: {}{}{}", short_name(*gaps.place(standing).behavior),
                      describe_rating(gaps.scale(), answer.rating), move, standing.evidence > 0 ? ", evidence" : ""),
          standpoint_of(standing), answer.behavior};
}

std::string describe_need(const Gate* gate, std::size_t pillar) {
  if (gate == nullptr) return {};
  for (const GatePart& part : gate->parts)
    if (part.pillar == pillar)
      return part.verdict == Verdict::falls_short ? fmt::format("needs\u00A0{}", part.needed) : "nothing to judge";
  return {};
}

/// The meaning of the letters that occur.
std::vector<Tag> explain_letters(const Tally& all) {
  std::vector<Tag> legend;
  for (const StateColumn& state : state_columns)
    if (all.*state.count > 0) legend.push_back({glue(fmt::format("{} {}", state.mark, state.meaning)), Tone::muted});
  return legend;
}

}  // namespace

Standpoint standpoint_of(const Standing& standing) {
  TargetSide side = TargetSide::none;
  if (standing.gap())
    side = TargetSide::below;
  else if (standing.is_above_target())
    side = TargetSide::above;
  else if (standing.rating)
    side = TargetSide::at;
  return {side, standing.evidence > 0};
}

Map compose_map(const GapReport& report) {
  const Gaps& gaps = report.gaps;
  const Gate* gate = find_gate(report.readiness, GateKind::pillar_at_target);
  Map map{{"Pillar", "Behaviors", "At target"}, {}, explain_letters(gaps.overall)};
  auto standing = gaps.standings.begin();
  for (std::size_t index = 0; index < gaps.pillars.size(); ++index) {
    const Pillar& pillar = gaps.assessment.ladder.pillars[index];
    MapRow row{pillar.title, {}, {}, {}, describe_need(gate, index)};
    for (const Responsibility& responsibility : pillar.responsibilities) {
      MapGroup group{responsibility.title, {}};
      for (std::size_t count = responsibility.behaviors.size(); count > 0; --count)
        group.squares.push_back(compose_square(gaps, *standing++));
      row.groups.push_back(std::move(group));
    }
    const Share share = gaps.pillars[index].tally.share_at_target();
    if (share.has_basis()) row.share = share;
    if (gate != nullptr) row.gate = gate->threshold;
    map.rows.push_back(std::move(row));
  }
  return map;
}

}  // namespace rung
