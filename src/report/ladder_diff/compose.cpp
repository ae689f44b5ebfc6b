#include <string>
#include <string_view>
#include <utility>

#include <fmt/format.h>

#include "../behavior_item.hpp"
#include "../kinds.hpp"
#include "../wording.hpp"

namespace rung {
namespace {

struct FateColumn {
  int FateCounts::*count;
  std::string_view name;
};

constexpr FateColumn fates[] = {{&FateCounts::identical, "identical"},
                                {&FateCounts::reworded, "reworded"},
                                {&FateCounts::come, "new"},
                                {&FateCounts::gone, "gone"}};

std::string describe_counts(const FateCounts& counts) {
  std::string words;
  for (const auto& fate : fates)
    if (const int count = counts.*fate.count; count > 0)
      words += fmt::format("{}{}\u00A0{}", words.empty() ? "" : " · ", count, fate.name);
  return words.empty() ? "no behavior" : words;
}

Row compose_counts(const std::string& title, const FateCounts& counts) {
  Row row{0, {cell(title)}};
  for (const auto& fate : fates) row.cells.push_back(muted_zero_cell(counts.*fate.count));
  return row;
}

/// `What separates IC3 from IC4`; with the title if the two names do not identify the ladder.
std::string describe_question(const LadderDiff& diff) {
  const LadderNames names = name_ladders(diff.before, diff.after);
  const std::string& title = diff.after.title;
  const bool says_which = title.find(names.after) != std::string::npos;
  return fmt::format("What separates {} from {}{}{}", names.before, names.after, says_which ? "" : ": ",
                     says_which ? std::string() : title);
}

void compose_table(Document& document, const LadderDiff& diff) {
  Table table = table_of({{"Pillar"},
                          {"Identical", Align::right, Presence::when_wide},
                          {"Reworded", Align::right},
                          {"New", Align::right},
                          {"Gone", Align::right}});
  for (const auto& pillar : diff.pillars) table.rows.push_back(compose_counts(diff.title(pillar), pillar.counts));
  table.rows.push_back(compose_counts("All", diff.counts));
  document.push_back(std::move(table));
}

// The keys are only in the data formats; here, they would take space from the texts.
Item compose_one(const LadderDiff& diff, const ComparedBehavior& one) {
  const Behavior& behavior = *diff.place(one).behavior;
  if (one.fate == BehaviorFate::gone) return mention_of(behavior);
  Item item = item_of(behavior);
  item.tags.push_back(one.fate == BehaviorFate::come ? Tag{"new", Tone::strong} : Tag{"reworded", Tone::muted});
  if (one.fate == BehaviorFate::come) return item;
  const LadderNames names = name_ladders(diff.before, diff.after);
  show_both_texts(item, place(diff.before, *one.before).behavior->text, behavior.text,
                  {fmt::format("In {}", names.before), fmt::format("In {}", names.after)});
  return item;
}

void compose_pillar(Document& document, const LadderDiff& diff, const PillarDiff& pillar) {
  document.push_back(heading(2, fmt::format("{}: {}", diff.title(pillar), describe_counts(pillar.counts))));
  Items asked{ItemForm::apart};
  Items gone{ItemForm::brief};
  for (const auto& one : pillar.behaviors) {
    if (one.fate == BehaviorFate::identical) continue;
    (one.fate == BehaviorFate::gone ? gone : asked).items.push_back(compose_one(diff, one));
  }
  if (!asked.items.empty()) document.push_back(std::move(asked));
  if (gone.items.empty()) return;
  document.push_back(heading(3, "Gone"));
  document.push_back(std::move(gone));
}

void compose_identical(Document& document, const LadderDiff& diff) {
  if (diff.counts.identical == 0) return;
  Fold fold{heading(2, fmt::format("Identical: {}", count_of(diff.counts.identical, "behavior"))), {}};
  Table table = table_of({{"Behavior"}, {"Text"}});
  for (const auto& pillar : diff.pillars) {
    if (pillar.counts.identical == 0) continue;
    table.rows.push_back({0, {cell(diff.title(pillar), Tone::strong), cell("")}});
    for (const auto& one : pillar.behaviors) {
      if (one.fate != BehaviorFate::identical) continue;
      const Behavior& behavior = *diff.place(one).behavior;
      table.rows.push_back({1, {cell(short_name(behavior)), cell(behavior.text)}, behavior.key});
    }
  }
  fold.content.push_back(std::move(table));
  fold.in_terminal = InTerminal::left_out;
  document.push_back(std::move(fold));
}

}  // namespace

Document compose(const LadderDiffReport& report, Extent /*extent*/) {
  const auto& diff = report.diff;
  Document document{heading(1, describe_question(diff)), Facts{ladder_facts(diff.before, diff.after)}};
  compose_scale_note(document, diff.before, diff.after);
  document.push_back(paragraph(describe_counts(diff.counts), Tone::strong));
  document.push_back(Contents{});
  compose_table(document, diff);
  for (const auto& pillar : diff.pillars) compose_pillar(document, diff, pillar);
  compose_identical(document, diff);
  return document;
}

}  // namespace rung
