#include <string>

#include <fmt/format.h>

#include "compose_parts.hpp"
#include "wording.hpp"

namespace rung {
namespace {

struct Kind {
  LevelStanding standing;
  int LevelCounts::*count;
  std::string_view heading;
};

constexpr Kind kinds[] = {
    {LevelStanding::reworded, &LevelCounts::reworded, "Reworded, to be asked again"},
    {LevelStanding::come, &LevelCounts::come, "New, never asked"},
    {LevelStanding::below, &LevelCounts::below, "Same text, rated below the target"},
    {LevelStanding::unrated, &LevelCounts::unrated, "Same text, not rated"},
    {LevelStanding::rescaled, &LevelCounts::rescaled, "Same text, rated on another scale, to be asked again"},
    {LevelStanding::shown, &LevelCounts::shown, "Already shown"},
};

void compose_head(Document& document, const NextLevelReport& report) {
  const NextLevel& next = report.next;
  document.push_back(Heading{1, {{fmt::format("How far from {}", next.after.title)}}});
  Facts facts;
  facts.facts.push_back(
      {"Assessment",
       {{fmt::format("{} · {}", describe_date(head_of(next.assessment)), describe_rater(next.assessment.rater))}}});
  add_ladder_facts(facts, next.before(), next.after);
  add_disclosure(facts, report.disclosure);
  document.push_back(std::move(facts));
  compose_scale_note(document, next.before(), next.after);
}

void compose_summary(Document& document, const NextLevel& next) {
  Facts facts;
  facts.facts.push_back({"Already shown", {{describe(next.counts.share_shown()), Tone::strong, {}}}});
  for (const auto& kind : kinds) {
    const int count = next.counts.*kind.count;
    if (count == 0 || kind.standing == LevelStanding::shown) continue;
    facts.facts.push_back({std::string(kind.heading), {{describe(Share{count, next.counts.behaviors()})}}});
  }
  if (next.gone > 0)
    facts.facts.push_back(
        {"No longer asked", {{fmt::format("{} of the assessment", count_of(next.gone, "behavior"))}}});
  document.push_back(std::move(facts));
}

void compose_table(Document& document, const NextLevel& next) {
  Table table;
  table.columns = {{"Pillar"},
                   {"Already shown"},
                   {"Same, not shown", Align::right, Presence::when_wide},
                   {"Reworded", Align::right},
                   {"New", Align::right}};
  const auto number = [](int count) {
    return Cell{{{fmt::format("{}", count), count == 0 ? Tone::muted : Tone::plain, {}}}, {}};
  };
  for (std::size_t index = 0; index < next.pillars.size(); ++index) {
    const LevelCounts& counts = next.pillars[index];
    const Share shown = counts.share_shown();
    table.rows.push_back({0,
                          {{{{next.after.pillars[index].title}}, {}},
                           {{{fmt::format("{} of {}", shown.part, shown.whole)}}, shown},
                           number(counts.below + counts.unrated + counts.rescaled),
                           number(counts.reworded),
                           number(counts.come)}});
  }
  document.push_back(Heading{2, {{"By pillar"}}});
  document.push_back(std::move(table));
}

Item compose_one(const NextLevel& next, const LevelBehavior& one) {
  Item item;
  const bool is_reworded = one.standing == LevelStanding::reworded;
  const auto [pillar, responsibility, behavior] = place(next.after, *one.behavior.after);
  item.title =
      is_reworded ? compose_words(compare_words(next.before(), next.after, one.behavior)) : Inline{{behavior->text}};
  Inline detail{{fmt::format("{} / {}", pillar->title, responsibility->title), Tone::muted, {}}};
  if (const Answer* answer = next.answer(one)) {
    const std::string was = describe_rating(next.before().scale, answer->rating);
    detail.push_back({fmt::format(" · {} {}", is_reworded ? "the old text was" : "was", was)});
    item.notes = notes_of(*answer);
  }
  if (one.standing == LevelStanding::below) {
    const int target = target_of(next.after, *behavior);
    detail.push_back({fmt::format(" · target {}", describe_value(next.after.scale, target))});
  }
  detail.push_back({" · ", Tone::muted, {}});
  detail.push_back({behavior->key, Tone::key, {}});
  item.details.push_back(std::move(detail));
  return item;
}

void compose_kind(Document& document, const NextLevel& next, const Kind& kind) {
  const int count = next.counts.*kind.count;
  if (count == 0) return;
  document.push_back(Heading{2, {{fmt::format("{}: {}", kind.heading, count_of(count, "behavior"))}}});
  Items items{kind.standing == LevelStanding::shown ? ItemForm::brief : ItemForm::full};
  for (const auto& one : next.behaviors) {
    if (one.standing != kind.standing) continue;
    Item item = compose_one(next, one);
    if (items.form == ItemForm::brief)
      item =
          Item{std::move(item.title), {}, {}, {}, {{describe_rating(next.before().scale, next.answer(one)->rating)}}};
    items.items.push_back(std::move(item));
  }
  document.push_back(std::move(items));
}

}  // namespace

std::string_view name_of(LevelStanding standing) {
  switch (standing) {
    case LevelStanding::shown:
      return "shown";
    case LevelStanding::below:
      return "below target";
    case LevelStanding::unrated:
      return "not rated";
    case LevelStanding::rescaled:
      return "rated on another scale";
    case LevelStanding::reworded:
      return "reworded";
    case LevelStanding::come:
      return "new";
  }
  return "";
}

Document compose_next_level(const NextLevelReport& report) {
  Document document;
  compose_head(document, report);
  compose_summary(document, report.next);
  compose_table(document, report.next);
  for (const auto& kind : kinds) compose_kind(document, report.next, kind);
  return document;
}

}  // namespace rung
