#include <string>

#include <fmt/format.h>

#include "compose_parts.hpp"
#include "wording.hpp"

namespace rung {
namespace {

std::string describe_ladder(const Ladder& ladder) {
  std::string text = fmt::format("{} ({})", ladder.title, ladder.id);
  if (!ladder.version.empty()) text += fmt::format(" · version {}", ladder.version);
  text += fmt::format(" · {}", count_of(static_cast<int>(list_behaviors(ladder).size()), "behavior"));
  return text;
}

std::string describe_counts(const FateCounts& counts) {
  std::string text;
  const auto add = [&text](int count, BehaviorFate fate) {
    if (count > 0) text += fmt::format("{}{}\u00A0{}", text.empty() ? "" : " · ", count, name_of(fate));
  };
  add(counts.identical, BehaviorFate::identical);
  add(counts.reworded, BehaviorFate::reworded);
  add(counts.come, BehaviorFate::come);
  add(counts.gone, BehaviorFate::gone);
  return text.empty() ? "no behavior" : text;
}

std::vector<Cell> count_cells(const std::string& title, const FateCounts& counts) {
  std::vector<Cell> cells{{{{title}}, {}}};
  for (const int count : {counts.identical, counts.reworded, counts.come, counts.gone})
    cells.push_back({{{fmt::format("{}", count), count == 0 ? Tone::muted : Tone::plain, {}}}, {}});
  return cells;
}

void compose_table(Document& document, const LadderDiff& diff) {
  Table table;
  table.columns = {{"Pillar"},
                   {"Identical", Align::right, Presence::when_wide},
                   {"Reworded", Align::right},
                   {"New", Align::right},
                   {"Gone", Align::right}};
  for (const auto& pillar : diff.pillars) table.rows.push_back({0, count_cells(diff.title(pillar), pillar.counts)});
  table.rows.push_back({0, count_cells("All", diff.counts)});
  document.push_back(std::move(table));
}

// The keys stand in the data formats: here they would take the room of the words that matter.
Item compose_one(const LadderDiff& diff, const ComparedBehavior& one) {
  Item item;
  if (one.fate != BehaviorFate::reworded) item.title = {{diff.place(one).behavior->text}};
  switch (one.fate) {
    case BehaviorFate::identical:
    case BehaviorFate::gone:
      break;
    case BehaviorFate::reworded:
      item.title = compose_words(compare_words(diff.before, diff.after, one));
      item.tags.push_back({"reworded", Tone::muted});
      break;
    case BehaviorFate::come:
      item.tags.push_back({"new", Tone::strong});
      break;
  }
  return item;
}

void compose_pillar(Document& document, const LadderDiff& diff, const PillarDiff& pillar) {
  document.push_back(Heading{2, {{fmt::format("{}: {}", diff.title(pillar), describe_counts(pillar.counts))}}});
  Items asked;
  Items gone{ItemForm::brief};
  for (const auto& one : pillar.behaviors) {
    if (one.fate == BehaviorFate::gone) gone.items.push_back(compose_one(diff, one));
    if (one.fate == BehaviorFate::reworded || one.fate == BehaviorFate::come)
      asked.items.push_back(compose_one(diff, one));
  }
  if (!asked.items.empty()) document.push_back(std::move(asked));
  if (gone.items.empty()) return;
  document.push_back(Heading{3, {{"Gone"}}});
  document.push_back(std::move(gone));
}

void compose_identical(Document& document, const LadderDiff& diff) {
  Details details{"Identical behaviors", {}};
  for (const auto& pillar : diff.pillars) {
    if (pillar.counts.identical == 0) continue;
    Fold fold;
    fold.summary = {{fmt::format("{}: {}", diff.title(pillar), count_of(pillar.counts.identical, "behavior"))}};
    fold.table.columns = {{"Behavior"}, {"Key"}};
    for (const auto& one : pillar.behaviors) {
      if (one.fate != BehaviorFate::identical) continue;
      const Behavior& behavior = *diff.place(one).behavior;
      fold.table.rows.push_back({0, {{{{behavior.text}}, {}}, {{{behavior.key, Tone::key, {}}}, {}}}});
    }
    details.folds.push_back(std::move(fold));
  }
  if (!details.folds.empty()) document.push_back(std::move(details));
}

}  // namespace

std::string_view name_of(BehaviorFate fate) {
  switch (fate) {
    case BehaviorFate::identical:
      return "identical";
    case BehaviorFate::reworded:
      return "reworded";
    case BehaviorFate::come:
      return "new";
    case BehaviorFate::gone:
      return "gone";
  }
  return "";
}

void add_ladder_facts(Facts& facts, const Ladder& before, const Ladder& after) {
  facts.facts.push_back({"Before", {{describe_ladder(before)}}});
  facts.facts.push_back({"After", {{describe_ladder(after)}}});
  const auto add_both = [&facts](std::string_view name, const std::string& left, const std::string& right) {
    if (left == right) {
      facts.facts.push_back({std::string(name), {{right}}});
      return;
    }
    facts.facts.push_back({fmt::format("{} before", name), {{left}}});
    facts.facts.push_back({fmt::format("{} after", name), {{right}}});
  };
  add_both("Scale", describe_scale(before.scale), describe_scale(after.scale));
  add_both("Target", describe_value(before.scale, before.target), describe_value(after.scale, after.target));
}

void compose_scale_note(Document& document, const Ladder& before, const Ladder& after) {
  if (!is_same_scale(before.scale, after.scale)) {
    document.push_back(Callout{{{"The two scales differ: a rating on one says nothing about the other."}}});
  } else if (before.target != after.target) {
    document.push_back(
        Callout{{{fmt::format("The targets differ: {} before, {} after.", describe_value(before.scale, before.target),
                              describe_value(after.scale, after.target))}}});
  }
}

Document compose_ladder_diff(const LadderDiffReport& report) {
  const auto& diff = report.diff;
  Document document;
  document.push_back(Heading{1, {{fmt::format("What separates two ladders: {}", diff.after.title)}}});
  Facts facts;
  add_ladder_facts(facts, diff.before, diff.after);
  document.push_back(std::move(facts));
  compose_scale_note(document, diff.before, diff.after);
  document.push_back(Paragraph{{{describe_counts(diff.counts), Tone::strong, {}}}});
  compose_table(document, diff);
  for (const auto& pillar : diff.pillars) compose_pillar(document, diff, pillar);
  compose_identical(document, diff);
  return document;
}

}  // namespace rung
