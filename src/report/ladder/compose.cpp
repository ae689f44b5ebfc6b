#include <string>
#include <utility>

#include <fmt/format.h>

#include "../behavior_item.hpp"
#include "../gate_words.hpp"
#include "../inline_text.hpp"
#include "../kinds.hpp"
#include "../wording.hpp"

namespace rung {
namespace {

void compose_facts(Document& document, const Ladder& ladder) {
  Facts facts{{fact("Id", ladder.id)}};
  const auto add = [&facts](std::string_view label, const std::string& value) {
    if (!value.empty()) facts.facts.push_back(fact(std::string(label), value));
  };
  add("Track", ladder.track);
  add("Level", ladder.level);
  add("Version", ladder.version);
  add("Target", describe_value(ladder.scale, ladder.target));
  add("Behaviors", fmt::format("{}", list_behaviors(ladder).size()));
  if (!ladder.source.title.empty())
    facts.facts.push_back({"Source", {{ladder.source.title, Tone::plain, ladder.source.url}}});
  add("License", ladder.source.license);
  document.push_back(std::move(facts));
}

void compose_scale(Document& document, const Scale& scale) {
  document.push_back(heading(2, "Scale"));
  Facts facts;
  for (const ScalePoint& point : scale.points)
    facts.facts.push_back(fact(fmt::format("{} {}", point.value, point.label), point.anchor));
  document.push_back(std::move(facts));
}

void compose_gates(Document& document, const Ladder& ladder) {
  document.push_back(heading(2, "Gates"));
  document.push_back(list_gates(ladder));
}

/// The number, the title, and the key on one line; commands accept the number and the key. The text below.
Item compose_behavior(const Behavior& behavior, std::size_t number) {
  Item item = item_of(behavior);
  item.title.insert(item.title.begin(), number_run(number));
  item.aside = {text(behavior.key, Tone::key)};
  if (behavior.target) item.tags.push_back({glue(fmt::format("target {}", *behavior.target)), Tone::warning});
  return item;
}

/// `number` is that of the pillar's first behavior, and becomes that of the next one's.
void compose_pillar(Document& document, const Pillar& pillar, std::size_t& number) {
  document.push_back(heading(2, pillar.title));
  for (std::string& statement : split_lines(pillar.summary)) document.push_back(paragraph(std::move(statement)));
  for (const Responsibility& responsibility : pillar.responsibilities) {
    document.push_back(heading(3, responsibility.title));
    if (!responsibility.summary.empty()) document.push_back(paragraph(responsibility.summary, Tone::muted));
    document.push_back(list_items(responsibility.behaviors, [&number](const Behavior& behavior) {
      return compose_behavior(behavior, number++);
    }));
  }
}

}  // namespace

Document compose(const LadderPage& page, Extent /*extent*/) {
  const Ladder& ladder = page.ladder;
  Document document{heading(1, ladder.title)};
  if (!ladder.summary.empty()) document.push_back(paragraph(ladder.summary));
  compose_facts(document, ladder);
  document.push_back(Contents{});
  compose_scale(document, ladder.scale);
  compose_gates(document, ladder);
  std::size_t number = 1;
  for (const Pillar& pillar : ladder.pillars) compose_pillar(document, pillar, number);
  if (ladder.terms.empty()) return document;
  document.push_back(heading(2, "Terms"));
  Facts terms;
  for (const Term& term : ladder.terms) terms.facts.push_back(fact(term.term, term.meaning));
  document.push_back(std::move(terms));
  return document;
}

}  // namespace rung
