#include <cmath>
#include <string>

#include <fmt/format.h>

#include "compose_parts.hpp"
#include "wording.hpp"

namespace rung {
namespace {

std::string describe_edition(const GapReport& report) {
  const Ladder& ladder = report.gaps.assessment.ladder;
  std::string text = ladder.id;
  if (!ladder.level.empty()) text += fmt::format(" · level\u00A0{}", ladder.level);
  if (!ladder.version.empty()) text += fmt::format(" · version\u00A0{}", ladder.version);
  return text;
}

std::string describe_counts(const Tally& tally) {
  std::string text = fmt::format("{} of {} rated", tally.rated, count_of(tally.behaviors, "behavior"));
  if (tally.not_applicable > 0)
    text += fmt::format(" · {}", glue(fmt::format("{} not applicable", tally.not_applicable)));
  if (tally.no_opportunity > 0)
    text += fmt::format(" · {}", glue(fmt::format("{} no opportunity", tally.no_opportunity)));
  if (tally.unrated > 0) text += fmt::format(" · {}\u00A0unrated", tally.unrated);
  return text;
}

std::string describe_target(const GapReport& report) {
  const Ladder& ladder = report.gaps.assessment.ladder;
  const auto target = describe_value(ladder.scale, report.gaps.target);
  if (report.gaps.target == ladder.target) return target;
  return fmt::format("{} (as asked; the ladder says {})", target, describe_value(ladder.scale, ladder.target));
}

void compose_head(Document& document, const GapReport& report) {
  const Assessment& assessment = report.gaps.assessment;
  document.push_back(Heading{1, {{fmt::format("Gap report: {}", assessment.ladder.title)}}});
  Facts facts;
  facts.facts.push_back({"Ladder", {{describe_edition(report)}}});
  facts.facts.push_back({"Rater", {{describe_rater(assessment.rater)}}});
  facts.facts.push_back({"Date", {{describe_date(head_of(assessment))}}});
  if (!assessment.label.empty()) facts.facts.push_back({"Label", {{assessment.label}}});
  facts.facts.push_back({"Scale", {{describe_scale(report.gaps.scale())}}});
  facts.facts.push_back({"Target", {{describe_target(report)}}});
  facts.facts.push_back({"Answers", {{describe_counts(report.gaps.overall)}}});
  add_disclosure(facts, report.disclosure);
  document.push_back(std::move(facts));
}

// Thresholds are written as people write them: 90 %, but 66.7 % where a whole percent would be another threshold.
std::string describe_threshold(double threshold) {
  const double percents = threshold * 100;
  const double whole = std::round(percents);
  return std::abs(percents - whole) < 1e-6 ? fmt::format("{:.0f}\u00A0%", whole)
                                           : fmt::format("{:.1f}\u00A0%", percents);
}

std::string describe_finding(const Gate& gate, const Ladder& ladder) {
  if (gate.verdict == Verdict::no_basis) return "nothing to judge";
  switch (gate.kind) {
    case GateKind::coverage:
    case GateKind::at_target:
      return fmt::format("{}, needs\u00A0{}", describe(gate.share), describe_threshold(gate.threshold));
    case GateKind::pillar_at_target:
      return fmt::format("weakest is {}: {}, needs\u00A0{}", ladder.pillars[*gate.pillar].title, describe(gate.share),
                         describe_threshold(gate.threshold));
    case GateKind::floor:
      if (gate.below == 0) return fmt::format("no rating is below {}", describe_value(ladder.scale, gate.floor));
      return fmt::format("{} below {}", count_of(gate.below, "rating"), describe_value(ladder.scale, gate.floor));
  }
  return {};
}

std::string name_gate(GateKind kind) {
  switch (kind) {
    case GateKind::coverage:
      return "Coverage";
    case GateKind::at_target:
      return "At target overall";
    case GateKind::pillar_at_target:
      return "At target in every pillar";
    case GateKind::floor:
      return "Nothing below the floor";
  }
  return {};
}

void compose_readiness(Document& document, const GapReport& report) {
  const auto& readiness = report.readiness;
  document.push_back(Heading{2,
                             {{fmt::format("Readiness: {} of {} passed", readiness.passed(),
                                           count_of(static_cast<int>(readiness.gates.size()), "gate"))}}});
  Checks checks;
  for (const auto& gate : readiness.gates)
    checks.checks.push_back(
        {gate.verdict, {{name_gate(gate.kind)}}, {{describe_finding(gate, report.gaps.assessment.ladder)}}});
  document.push_back(std::move(checks));
}

Cell count_cell(int count) {
  return count == 0 ? Cell{{{"·", Tone::muted, {}}}, {}} : Cell{{{fmt::format("{}", count)}}, {}};
}

Row compose_row(const std::string& title, const Tally& tally, int depth, bool has_not_rated) {
  Row row{depth, {}};
  row.cells.push_back({{{title, depth == 0 ? Tone::strong : Tone::plain, {}}}, {}});
  for (const int count : tally.distribution) row.cells.push_back(count_cell(count));
  if (has_not_rated) row.cells.push_back(count_cell(tally.behaviors - tally.rated));
  const auto share = tally.share_at_target();
  if (share.has_basis())
    row.cells.push_back({{{fmt::format("{}/{}", share.part, share.whole)}}, share});
  else
    row.cells.push_back({{{"n/a", Tone::muted, {}}}, {}});
  row.cells.push_back(count_cell(tally.widest_gap.value_or(0)));
  return row;
}

void compose_pillars(Document& document, const GapReport& report) {
  const auto& overall = report.gaps.overall;
  const bool has_not_rated = overall.rated < overall.behaviors;
  Table table;
  table.columns.push_back({"Pillar", Align::left, Presence::always});
  for (const auto& point : report.gaps.scale().points)
    table.columns.push_back({fmt::format("{}", point.value), Align::right, Presence::always, Spacing::close});
  if (has_not_rated) table.columns.push_back({"–", Align::right, Presence::always, Spacing::close});
  table.columns.push_back({"At target", Align::right, Presence::always});
  table.columns.push_back({"Widest gap", Align::right, Presence::when_wide});
  const auto& pillars = report.gaps.assessment.ladder.pillars;
  for (std::size_t index = 0; index < pillars.size(); ++index) {
    const PillarStanding& standing = report.gaps.pillars[index];
    const auto& responsibilities = pillars[index].responsibilities;
    table.rows.push_back(compose_row(pillars[index].title, standing.tally, 0, has_not_rated));
    for (std::size_t inner = 0; inner < responsibilities.size(); ++inner)
      table.rows.push_back(
          compose_row(responsibilities[inner].title, standing.responsibilities[inner], 1, has_not_rated));
  }
  if (pillars.size() > 1) table.rows.push_back(compose_row("All pillars", overall, 0, has_not_rated));
  document.push_back(Heading{2, {{"By pillar"}}});
  document.push_back(std::move(table));
  std::string legend = "Behaviors by rating";
  if (has_not_rated) legend += ", – without one";
  document.push_back(Paragraph{{{legend + ". At target is of those that apply.", Tone::muted, {}}}});
}

}  // namespace

Document compose_gaps(const GapReport& report, Extent extent) {
  Document document;
  compose_head(document, report);
  compose_readiness(document, report);
  compose_pillars(document, report);
  compose_radar(document, report);
  compose_strip(document, report);
  compose_standings(document, report);
  if (extent == Extent::whole) compose_details(document, report);
  document.push_back(
      Callout{{{"A mirror, not a promotion checklist: it shows where the work stands in the eyes of one rater."}}});
  return document;
}

}  // namespace rung
