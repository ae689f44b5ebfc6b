#include <string>
#include <string_view>
#include <utility>

#include <fmt/format.h>

#include "../behavior_item.hpp"
#include "../kinds.hpp"
#include "../wording.hpp"

namespace rung {
namespace {

/// The behaviors of one standing.
struct StandingList {
  LevelStanding standing;
  std::string_view heading;
  std::string_view count = {};  ///< of what compares: what a number of them is called after those that are shown
};

constexpr StandingList lists[] = {
    {LevelStanding::below, "Below target", "below target"},
    {LevelStanding::claimed, "Claimed: at target without evidence that counts", "claimed"},
    {LevelStanding::no_opportunity, "No opportunity", "without an opportunity"},
    {LevelStanding::not_applicable, "Not applicable", "not applicable"},
    {LevelStanding::unrated, "Unrated", "unrated"},
    {LevelStanding::rescaled, "Same text on another scale, to be asked again"},
    {LevelStanding::reworded, "Reworded, to be asked again"},
    {LevelStanding::shown, "Shown: at target with evidence that counts"},
};

/// The name of the other ladder: its level if that distinguishes the two.
std::string name_after(const NextLevel& next) { return name_ladders(next.before(), next.after).after; }

std::string be(int count) { return count == 1 ? "is" : "are"; }

/// `14 of 75 behaviors are comparable; 61 are new at IC4.` Comparable ones first, because the others were never asked.
std::string describe_comparable(const NextLevel& next) {
  const LevelCounts& counts = next.counts;
  const int comparable = counts.comparable();
  std::string words = fmt::format("{}\u00A0of\u00A0{} {} comparable", comparable,
                                  count_of(counts.behaviors(), "behavior"), be(comparable));
  const int reworded = counts[LevelStanding::reworded];
  if (const int others = counts[LevelStanding::come] + reworded; others > 0)
    words += fmt::format("; {} {} new at {}", others, be(others), name_after(next));
  if (reworded > 0) words += fmt::format(", {} of them reworded", reworded);
  if (const int rescaled = counts[LevelStanding::rescaled]; rescaled > 0)
    words += fmt::format("; {} {} on another scale", rescaled, be(rescaled));
  return fmt::format("{}.", words);
}

/// `Of the 14, 10 are shown, 2 claimed, 1 below target, 1 not applicable.` Each state separately.
std::string describe_standings(const NextLevel& next) {
  const int comparable = next.counts.comparable();
  if (comparable == 0) return {};
  const int shown = next.counts[LevelStanding::shown];
  std::string words = fmt::format(" Of the {}, {} {} shown", comparable, shown, be(shown));
  for (const LevelStanding standing : level_standings)
    for (const StandingList& list : lists)
      if (const int count = next.counts[standing]; list.standing == standing && count > 0 && !list.count.empty())
        words += fmt::format(", {}\u00A0{}", count, glue(list.count));
  return fmt::format("{}.", words);
}

void compose_head(Document& document, const NextLevelReport& report) {
  const NextLevel& next = report.next;
  document.push_back(Heading{
      1,
      {text(fmt::format("Compared with {}", next.after.title))},
      {},
      {text(fmt::format("{} · {}", describe_rater(next.assessment.rater), describe_date(head_of(next.assessment))),
            Tone::muted)}});
  document.push_back(
      Judgement{Tone::plain, {text(fmt::format("{}{}", describe_comparable(next), describe_standings(next)))}});
  Facts facts{ladder_facts(next.before(), next.after)};
  if (next.gone > 0)
    facts.facts.push_back(fact(fmt::format("Only in {}", name_ladders(next.before(), next.after).before),
                               count_of(next.gone, "behavior")));
  add_disclosure(facts, report.disclosure);
  document.push_back(std::move(facts));
  compose_scale_note(document, next.before(), next.after);
}

// The count of each standing that occurs.
void compose_table(Document& document, const NextLevel& next) {
  struct StandingColumn {
    LevelStanding standing;
    std::string_view heading;
    Presence presence;
  };
  constexpr StandingColumn columns[] = {{LevelStanding::claimed, "Claimed", Presence::always},
                                        {LevelStanding::below, "Below", Presence::always},
                                        {LevelStanding::no_opportunity, "No opp.", Presence::when_wide},
                                        {LevelStanding::not_applicable, "N/a", Presence::when_wide},
                                        {LevelStanding::unrated, "Unrated", Presence::when_wide},
                                        {LevelStanding::rescaled, "Rescaled", Presence::when_wide},
                                        {LevelStanding::reworded, "Reworded", Presence::when_wide},
                                        {LevelStanding::come, "New", Presence::always}};
  Table table = table_of({{"Pillar"}, {"Shown", Align::right}});
  for (const StandingColumn& column : columns)
    if (next.counts[column.standing] > 0)
      table.columns.push_back({std::string(column.heading), Align::right, column.presence});
  for (std::size_t index = 0; index < next.pillars.size(); ++index) {
    const LevelCounts& counts = next.pillars[index];
    const int applicable = counts.comparable() - counts[LevelStanding::not_applicable];
    const auto shown = fmt::format("{} of {}", counts[LevelStanding::shown], applicable);
    Row row{0, {cell(next.after.pillars[index].title), cell(applicable == 0 ? "–" : shown)}};
    for (const StandingColumn& column : columns)
      if (next.counts[column.standing] > 0) row.cells.push_back(muted_zero_cell(counts[column.standing]));
    table.rows.push_back(std::move(row));
  }
  document.push_back(heading(2, "By pillar"));
  document.push_back(std::move(table));
  document.push_back(paragraph("Shown is of the behaviors with the same text and scale that apply.", Tone::muted));
}

// Two questions in very different words: the old one next to the new one, not merged.
void add_earlier_text(Item& item, const NextLevel& next, const LevelBehavior& one) {
  if (one.standing != LevelStanding::come || !one.behavior.before) return;
  item.details.push_back(named_text(fmt::format("Similar in {}", name_ladders(next.before(), next.after).before),
                                    place(next.before(), *one.behavior.before).behavior->text));
}

/// `2 Sometimes`, with the target if it is not met.
std::string describe_answer(const NextLevel& next, const LevelBehavior& one, const Answer& answer) {
  const std::string rating = describe_rating(next.before().scale, answer.rating);
  if (one.standing != LevelStanding::below) return rating;
  const int target = target_of(next.after, *place(next.after, *one.behavior.after).behavior);
  return fmt::format("{} · target\u00A0{}", rating, target);
}

Item compose_one(const NextLevel& next, const LevelBehavior& one) {
  Item item = item_of(*place(next.after, *one.behavior.after).behavior);
  const LadderNames names = name_ladders(next.before(), next.after);
  if (const Answer* answer = next.answer(one)) {
    item.aside = {text(describe_answer(next, one, *answer), Tone::muted)};
    item.notes = notes_of(*answer);
  }
  if (one.standing == LevelStanding::reworded)
    show_both_texts(item, place(next.before(), *one.behavior.before).behavior->text,
                    place(next.after, *one.behavior.after).behavior->text,
                    {fmt::format("In {}", names.before), fmt::format("In {}", names.after)});
  add_earlier_text(item, next, one);
  return item;
}

/// Only the title, because its text is in the assessment's own report.
Item compose_brief(const NextLevel& next, const LevelBehavior& one) {
  const Behavior& behavior = *place(next.after, *one.behavior.after).behavior;
  Item item = mention_of(behavior);
  item.title.front().tone = Tone::plain;
  item.id = behavior.key;
  const auto value = rated_value(next.answer(one)->rating);
  if (value) item.aside = {text(fmt::format("{}", *value), Tone::muted)};
  return item;
}

void compose_list(Document& document, const NextLevel& next, const StandingList& list) {
  const int count = next.counts[list.standing];
  if (count == 0) return;
  document.push_back(heading(2, fmt::format("{}: {}", list.heading, count_of(count, "behavior"))));
  const bool is_brief = list.standing == LevelStanding::shown;
  Items items{is_brief ? ItemForm::joined : ItemForm::full};
  for (const auto& one : next.behaviors)
    if (one.standing == list.standing)
      items.items.push_back(is_brief ? compose_brief(next, one) : compose_one(next, one));
  document.push_back(std::move(items));
}

/// Titles by pillar; the texts unfold if the format can fold.
void compose_new(Document& document, const NextLevel& next) {
  const int count = next.counts[LevelStanding::come];
  if (count == 0) return;
  document.push_back(
      heading(2, fmt::format("New at {}, never asked: {}", name_after(next), count_of(count, "behavior"))));
  for (std::size_t pillar = 0; pillar < next.pillars.size(); ++pillar) {
    Items items{ItemForm::joined};
    for (const auto& one : next.behaviors)
      if (one.standing == LevelStanding::come && one.behavior.after->pillar == pillar)
        items.items.push_back(compose_one(next, one));
    if (items.items.empty()) continue;
    const std::string& title = next.after.pillars[pillar].title;
    document.push_back(Fold{heading(3, fmt::format("{}: {}", title, items.items.size())), {std::move(items)}});
  }
}

}  // namespace

Document compose(const NextLevelReport& report, Extent /*extent*/) {
  Document document;
  compose_head(document, report);
  document.push_back(Contents{});
  compose_table(document, report.next);
  for (const auto& list : lists) compose_list(document, report.next, list);
  compose_new(document, report.next);
  return document;
}

}  // namespace rung
