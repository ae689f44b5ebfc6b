#include <fmt/format.h>

#include "../kinds.hpp"
#include "../wording.hpp"

namespace rung {
namespace {

/// The behaviors of one standing.
struct StandingList {
  LevelStanding standing;
  int LevelCounts::*count;
  std::string_view heading;
};

constexpr StandingList lists[] = {
    {LevelStanding::reworded, &LevelCounts::reworded, "Reworded, to be asked again"},
    {LevelStanding::come, &LevelCounts::come, "New, never asked"},
    {LevelStanding::below, &LevelCounts::below, "Same text, rated below the target"},
    {LevelStanding::unrated, &LevelCounts::unrated, "Same text, not rated"},
    {LevelStanding::rescaled, &LevelCounts::rescaled, "Same text, rated on another scale, to be asked again"},
    {LevelStanding::shown, &LevelCounts::shown, "Already shown"},
};

void compose_head(Document& document, const NextLevelReport& report) {
  const NextLevel& next = report.next;
  document.push_back(heading(1, fmt::format("How far from {}", next.after.title)));
  Facts facts{ladder_facts(next.before(), next.after)};
  facts.facts.insert(facts.facts.begin(),
                     fact("Assessment", fmt::format("{} · {}", describe_date(head_of(next.assessment)),
                                                    describe_rater(next.assessment.rater))));
  add_disclosure(facts, report.disclosure);
  document.push_back(std::move(facts));
  compose_scale_note(document, next.before(), next.after);
}

void compose_summary(Document& document, const NextLevel& next) {
  Facts facts{{fact("Already shown", describe(next.counts.share_shown()), Tone::strong)}};
  for (const auto& list : lists) {
    const int count = next.counts.*list.count;
    if (count == 0 || list.standing == LevelStanding::shown) continue;
    facts.facts.push_back(fact(std::string(list.heading), describe(Share{count, next.counts.behaviors()})));
  }
  if (next.gone > 0)
    facts.facts.push_back(
        fact("No longer asked", fmt::format("{} of the assessment", count_of(next.gone, "behavior"))));
  document.push_back(std::move(facts));
}

void compose_table(Document& document, const NextLevel& next) {
  Table table = table_of({{"Pillar"},
                          {"Already shown"},
                          {"Same, not shown", Align::right, Presence::when_wide},
                          {"Reworded", Align::right},
                          {"New", Align::right}});
  for (std::size_t index = 0; index < next.pillars.size(); ++index) {
    const LevelCounts& counts = next.pillars[index];
    const Share shown = counts.share_shown();
    Row row{0,
            {cell(next.after.pillars[index].title), {{text(fmt::format("{} of {}", shown.part, shown.whole))}, shown}}};
    for (const int count : {counts.below + counts.unrated + counts.rescaled, counts.reworded, counts.come})
      row.cells.push_back(muted_zero_cell(count));
    table.rows.push_back(std::move(row));
  }
  document.push_back(heading(2, "By pillar"));
  document.push_back(std::move(table));
}

Item compose_one(const NextLevel& next, const LevelBehavior& one) {
  const bool is_reworded = one.standing == LevelStanding::reworded;
  const auto [pillar, responsibility, behavior] = place(next.after, *one.behavior.after);
  Item item;
  item.title = is_reworded ? compose_words(compare_words(next.before(), next.after, one.behavior))
                           : Inline{text(behavior->text)};
  Inline detail{text(fmt::format("{} / {}", pillar->title, responsibility->title), Tone::muted)};
  if (const Answer* answer = next.answer(one)) {
    const auto was = describe_rating(next.before().scale, answer->rating);
    detail.push_back(text(fmt::format(" · {} {}", is_reworded ? "the old text was" : "was", was)));
    item.notes = notes_of(*answer);
  }
  if (one.standing == LevelStanding::below) {
    const int target = target_of(next.after, *behavior);
    detail.push_back(text(fmt::format(" · target {}", describe_value(next.after.scale, target))));
  }
  detail.push_back(text(" · ", Tone::muted));
  detail.push_back(text(behavior->key, Tone::key));
  item.details.push_back(std::move(detail));
  return item;
}

Item compose_brief(const NextLevel& next, const LevelBehavior& one) {
  Item item{compose_one(next, one).title};
  item.aside = {text(describe_rating(next.before().scale, next.answer(one)->rating))};
  return item;
}

void compose_list(Document& document, const NextLevel& next, const StandingList& list) {
  const int count = next.counts.*list.count;
  if (count == 0) return;
  document.push_back(heading(2, fmt::format("{}: {}", list.heading, count_of(count, "behavior"))));
  const bool is_brief = list.standing == LevelStanding::shown;
  Items items{is_brief ? ItemForm::brief : ItemForm::full};
  for (const auto& one : next.behaviors)
    if (one.standing == list.standing)
      items.items.push_back(is_brief ? compose_brief(next, one) : compose_one(next, one));
  document.push_back(std::move(items));
}

}  // namespace

Document compose(const NextLevelReport& report, Extent /*extent*/) {
  Document document;
  compose_head(document, report);
  compose_summary(document, report.next);
  compose_table(document, report.next);
  for (const auto& list : lists) compose_list(document, report.next, list);
  return document;
}

}  // namespace rung
