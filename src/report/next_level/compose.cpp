#include <fmt/format.h>

#include "../kinds.hpp"
#include "../wording.hpp"

namespace rung {
namespace {

/// The behaviors of one standing.
struct StandingList {
  LevelStanding standing;
  std::string_view heading;
};

constexpr StandingList lists[] = {
    {LevelStanding::below, "Below target"},
    {LevelStanding::claimed, "Claimed: at target without evidence that counts"},
    {LevelStanding::no_opportunity, "No opportunity"},
    {LevelStanding::not_applicable, "Not applicable"},
    {LevelStanding::unrated, "Unrated"},
    {LevelStanding::rescaled, "Same text on another scale, to be asked again"},
    {LevelStanding::reworded, "Reworded, to be asked again"},
    {LevelStanding::come, "New, never asked"},
    {LevelStanding::shown, "Shown: at target with evidence that counts"},
};

/// What the other ladder is called: its level if that tells the two apart.
std::string name_after(const NextLevel& next) { return name_ladders(next.before(), next.after).after; }

std::string be(int count) { return count == 1 ? "is" : "are"; }

// Of what compares, never of all: what was never asked says nothing.
std::string summarize(const NextLevel& next) {
  const LevelCounts& counts = next.counts;
  const int comparable = counts.comparable();
  const int shown = counts[LevelStanding::shown];
  std::string words = comparable == 0 ? std::string("No behavior is comparable")
                                      : fmt::format("{} of {} comparable {} shown", shown, comparable, be(shown));
  const int reworded = counts[LevelStanding::reworded];
  if (const int others = counts[LevelStanding::come] + reworded; others > 0)
    words += fmt::format("; {} {} new at {}", others, be(others), name_after(next));
  if (reworded > 0) words += fmt::format(", {} of them reworded", reworded);
  if (const int rescaled = counts[LevelStanding::rescaled]; rescaled > 0)
    words += fmt::format("; {} {} on another scale", rescaled, be(rescaled));
  return words;
}

void compose_head(Document& document, const NextLevelReport& report) {
  const NextLevel& next = report.next;
  document.push_back(heading(1, fmt::format("How far from {}", next.after.title)));
  document.push_back(paragraph(fmt::format("{}.", summarize(next)), Tone::strong));
  Facts facts{ladder_facts(next.before(), next.after)};
  facts.facts.insert(facts.facts.begin(),
                     fact("Assessment", fmt::format("{} · {}", describe_date(head_of(next.assessment)),
                                                    describe_rater(next.assessment.rater))));
  add_disclosure(facts, report.disclosure);
  document.push_back(std::move(facts));
  compose_scale_note(document, next.before(), next.after);
}

// The states of what compares, each apart, and what is no longer asked.
void compose_summary(Document& document, const NextLevel& next) {
  Facts facts;
  for (const auto& list : lists) {
    const int count = next.counts[list.standing];
    if (count > 0) facts.facts.push_back(fact(std::string(list.heading), count_of(count, "behavior")));
  }
  if (next.gone > 0)
    facts.facts.push_back(
        fact("No longer asked", fmt::format("{} of the assessment", count_of(next.gone, "behavior"))));
  document.push_back(std::move(facts));
}

// A count for each standing, as far as it occurs.
void compose_table(Document& document, const NextLevel& next) {
  struct StandingColumn {
    LevelStanding standing;
    std::string_view heading;
    Presence presence;
  };
  constexpr StandingColumn columns[] = {{LevelStanding::claimed, "Claimed", Presence::when_wide},
                                        {LevelStanding::below, "Below", Presence::when_wide},
                                        {LevelStanding::no_opportunity, "No opp.", Presence::when_wide},
                                        {LevelStanding::not_applicable, "N/a", Presence::when_wide},
                                        {LevelStanding::unrated, "Unrated", Presence::when_wide},
                                        {LevelStanding::rescaled, "Rescaled", Presence::always},
                                        {LevelStanding::reworded, "Reworded", Presence::always},
                                        {LevelStanding::come, "New", Presence::always}};
  Table table = table_of({{"Pillar"}, {"Shown", Align::right}});
  for (const StandingColumn& column : columns)
    if (next.counts[column.standing] > 0)
      table.columns.push_back({std::string(column.heading), Align::right, column.presence});
  for (std::size_t index = 0; index < next.pillars.size(); ++index) {
    const LevelCounts& counts = next.pillars[index];
    const int comparable = counts.comparable();
    const auto shown = fmt::format("{} of {}", counts[LevelStanding::shown], comparable);
    Row row{0, {cell(next.after.pillars[index].title), cell(comparable == 0 ? "–" : shown)}};
    for (const StandingColumn& column : columns)
      if (next.counts[column.standing] > 0) row.cells.push_back(muted_zero_cell(counts[column.standing]));
    table.rows.push_back(std::move(row));
  }
  document.push_back(heading(2, "By pillar"));
  document.push_back(std::move(table));
  document.push_back(paragraph("Shown is of the behaviors with the same text and scale.", Tone::muted));
}

// Two questions in very different words: the old one next to the new one, not woven into it.
void add_earlier_text(Item& item, const NextLevel& next, const LevelBehavior& one) {
  if (one.standing != LevelStanding::come || !one.behavior.before) return;
  item.notes.push_back(fact("Similar text", place(next.before(), *one.behavior.before).behavior->text));
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
  add_earlier_text(item, next, one);
  if (one.standing == LevelStanding::below || one.standing == LevelStanding::claimed) {
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
  const int count = next.counts[list.standing];
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
