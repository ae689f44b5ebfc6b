#include <fmt/format.h>

#include "compose_parts.hpp"
#include "wording.hpp"

namespace rung {
namespace {

std::string describe_share(double share) { return fmt::format("{:g} %", share * 100); }

void compose_facts(Document& document, const Ladder& ladder) {
  Facts facts;
  facts.facts.push_back({"Id", {{ladder.id}}});
  if (!ladder.track.empty()) facts.facts.push_back({"Track", {{ladder.track}}});
  if (!ladder.level.empty()) facts.facts.push_back({"Level", {{ladder.level}}});
  if (!ladder.version.empty()) facts.facts.push_back({"Version", {{ladder.version}}});
  facts.facts.push_back({"Target", {{describe_value(ladder.scale, ladder.target)}}});
  facts.facts.push_back({"Behaviors", {{std::to_string(list_behaviors(ladder).size())}}});
  if (!ladder.source.title.empty())
    facts.facts.push_back({"Source", {{ladder.source.title, Tone::plain, ladder.source.url}}});
  if (!ladder.source.license.empty()) facts.facts.push_back({"License", {{ladder.source.license}}});
  document.push_back(std::move(facts));
}

void compose_scale(Document& document, const Ladder& ladder) {
  document.push_back(Heading{2, {{"Scale"}}});
  Facts scale;
  for (const ScalePoint& point : ladder.scale.points)
    scale.facts.push_back({fmt::format("{} {}", point.value, point.label), {{point.anchor}}});
  document.push_back(std::move(scale));
}

void compose_gates(Document& document, const Ladder& ladder) {
  document.push_back(Heading{2, {{"Gates"}}});
  Facts gates;
  gates.facts.push_back({"Coverage", {{describe_share(ladder.gates.coverage)}}});
  gates.facts.push_back({"At target overall", {{describe_share(ladder.gates.at_target)}}});
  gates.facts.push_back({"At target in every pillar", {{describe_share(ladder.gates.pillar_at_target)}}});
  gates.facts.push_back({"Floor", {{describe_value(ladder.scale, ladder.gates.floor)}}});
  document.push_back(std::move(gates));
}

Item describe_behavior(const Ladder& ladder, const Behavior& behavior) {
  Item item;
  item.title = {{behavior.text}};
  item.details.push_back({{behavior.key, Tone::muted}});
  if (behavior.target) item.tags.push_back({"target " + describe_value(ladder.scale, *behavior.target), Tone::warning});
  return item;
}

void compose_pillar(Document& document, const Ladder& ladder, const Pillar& pillar) {
  document.push_back(Heading{2, {{pillar.title}}});
  if (!pillar.summary.empty()) document.push_back(Paragraph{{{pillar.summary}}});
  for (const Responsibility& responsibility : pillar.responsibilities) {
    document.push_back(Heading{3, {{fmt::format("{} › {}", pillar.title, responsibility.title)}}});
    if (!responsibility.summary.empty()) document.push_back(Paragraph{{{responsibility.summary, Tone::muted}}});
    Items items;
    for (const Behavior& behavior : responsibility.behaviors)
      items.items.push_back(describe_behavior(ladder, behavior));
    document.push_back(std::move(items));
  }
}

}  // namespace

Document compose_ladder(const LadderPage& page) {
  const Ladder& ladder = page.ladder;
  Document document;
  document.push_back(Heading{1, {{ladder.title}}});
  if (!ladder.summary.empty()) document.push_back(Paragraph{{{ladder.summary}}});
  compose_facts(document, ladder);
  compose_scale(document, ladder);
  compose_gates(document, ladder);
  for (const Pillar& pillar : ladder.pillars) compose_pillar(document, ladder, pillar);
  if (!ladder.terms.empty()) {
    document.push_back(Heading{2, {{"Terms"}}});
    Facts terms;
    for (const Term& term : ladder.terms) terms.facts.push_back({term.term, {{term.meaning}}});
    document.push_back(std::move(terms));
  }
  return document;
}

}  // namespace rung
