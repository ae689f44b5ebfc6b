#include <algorithm>
#include <cstdlib>
#include <utility>

#include <fmt/format.h>

#include "../behavior_item.hpp"
#include "../kinds.hpp"
#include "../wording.hpp"
#include "ladder_changes.hpp"
#include "verdict.hpp"

namespace rung {
namespace {

/// `2026-03-14 · Spring review`, with the difference between its ladder and the `other` one.
std::string describe_side(const Assessment& side, const Ladder& other) {
  const Ladder& ladder = side.ladder;
  std::string words = describe_date(head_of(side));
  if (!side.label.empty()) words += fmt::format(" · {}", side.label);
  if (ladder.title != other.title) words += fmt::format(" · {}", ladder.title);
  if (ladder.version != other.version && !ladder.version.empty())
    words += fmt::format(" · version\u00A0{}", ladder.version);
  return words;
}

std::string describe_distance(const Changes& changes) {
  const int days = days_between(head_of(changes.before), head_of(changes.after));
  if (days == 0) return "same day";
  return fmt::format("{} {}", count_of(std::abs(days), "day"), days > 0 ? "later" : "earlier");
}

/// `Ines (self)`; with the subject if somebody else rated.
std::string describe_pair(const Assessment& assessment) {
  const std::string rater = describe_rater(assessment.rater);
  if (assessment.rater.role == RaterRole::self || assessment.subject.name.empty()) return rater;
  return fmt::format("{} by {}", assessment.subject.name, rater);
}

void compose_head(Document& document, const ChangeReport& report) {
  const Changes& changes = report.changes;
  const Ladder& earlier = changes.before.ladder;
  const Ladder& later = changes.after.ladder;
  document.push_back(Heading{
      1, {text(fmt::format("What changed: {}", later.title))}, {}, {text(describe_pair(changes.after), Tone::muted)}});
  Facts facts{{fact("Before", describe_side(changes.before, later)),
               fact("Now", fmt::format("{} · {}", describe_side(changes.after, earlier), describe_distance(changes)))}};
  if (!changes.same_scale) facts.facts.push_back(fact("Scale before", describe_scale(earlier.scale)));
  if (!changes.same_scale) facts.facts.push_back(fact("Scale now", describe_scale(later.scale)));
  add_disclosure(facts, report.disclosure);
  document.push_back(std::move(facts));
  document.push_back(judge_changes(changes));
}

/// Behaviors in both ladders whose answers differ.
struct Bucket {
  std::vector<std::size_t> Changes::*indices;
  std::string_view heading;
  std::string_view count = {};     ///< what a number of them is called
  bool merges_states = false;      ///< whether it contains several changes of state, which are then listed separately
  ItemForm form = ItemForm::full;  ///< joined: titles alone
};

constexpr Bucket buckets[] = {
    {&Changes::regressed, "Regressed", "regressed"},
    {&Changes::improved, "Improved", "improved"},
    {&Changes::newly_rated, "Newly rated", "newly rated", true},
    {&Changes::no_longer_rated, "No longer rated", "no longer rated", false, ItemForm::joined},
    {&Changes::state_changes, "In another state", "in another state", true},
    {&Changes::not_subtracted, "Rated on both sides, on different scales", "rated on both sides, not compared"},
};

// `(2 unrated before, 1 not applicable before)`: the states that a list merges, apart.
std::string describe_states(const Changes& changes, const std::vector<std::size_t>& indices) {
  std::vector<std::pair<std::string, int>> moves;
  for (const std::size_t index : indices) {
    const Change& change = changes.behaviors[index];
    const auto move = fmt::format("{} → {}", state_of(changes.answer_before(change)->rating),
                                  state_of(changes.answer_after(change)->rating));
    const auto found = std::find_if(moves.begin(), moves.end(), [&](const auto& one) { return one.first == move; });
    if (found == moves.end())
      moves.emplace_back(move, 1);
    else
      ++found->second;
  }
  std::string words;
  for (const auto& [move, count] : moves)
    words += fmt::format("{}{}\u00A0{}", words.empty() ? "" : ", ", count, glue(move));
  return words;
}

std::string describe_same(const StateCounts& states, std::string_view what) {
  auto words = fmt::format("{}\u00A0{}", states.all(), what);
  if (states.all() == states.rated) return words;
  const std::string open = describe_open_states(states);
  return states.rated == 0 ? fmt::format("{} ({})", words, open)
                           : fmt::format("{} ({}\u00A0rated, {})", words, states.rated, open);
}

std::string summarize(const Changes& changes) {
  std::string counts;
  const auto add = [&counts](const std::string& words) {
    counts += fmt::format("{}{}", counts.empty() ? "" : " · ", words);
  };
  for (const auto& bucket : buckets)
    if (const auto& indices = changes.*bucket.indices; !indices.empty())
      add(fmt::format("{}\u00A0{}", indices.size(), glue(bucket.count)));
  const bool has_changes = !counts.empty();
  if (!changes.unchanged.empty() || has_changes)
    add(changes.unchanged.empty() ? "none unchanged" : describe_same(changes.unchanged_states, "unchanged"));
  if (!changes.not_asked_again.empty()) add(describe_same(changes.not_asked_again_states, glue("not asked again")));
  if (counts.empty()) return "The two ladders share no behavior with the same text, so no rating is compared.";
  return has_changes ? counts : fmt::format("No rating changed: {}.", counts);
}

/// The current reason and note, and the new evidence.
std::vector<Fact> notes_between(const Changes& changes, const Change& change) {
  Answer answer = *changes.answer_after(change);
  answer.evidence.clear();
  for (const Evidence* evidence : changes.evidence_between(change)) answer.evidence.push_back(*evidence);
  return notes_of(answer, {}, "New evidence");
}

Item compose_change(const Changes& changes, const Change& change) {
  Item item = item_of(*changes.place(change).behavior);
  item.aside = {describe_move(changes, change)};
  item.notes = notes_between(changes, change);
  return item;
}

Item compose_not_asked(const Changes& changes, const Change& change) {
  const Answer& after = *changes.answer_after(change);
  const auto value = rated_value(after.rating);
  const std::string rating = value ? fmt::format("{}", *value) : std::string(state_of(after.rating));
  // Most are from the previous assessment.
  const bool is_older = after.from && after.from->on != changes.before.on;
  const std::string since = is_older ? fmt::format(" of {}", format_date(after.from->on)) : std::string();
  Item item = mention_of(*changes.place(change).behavior);
  item.title.front().tone = Tone::plain;
  item.aside = {text(glue(fmt::format("{}{}", rating, since)), Tone::muted)};
  item.id = changes.place(change).behavior->key;
  return item;
}

/// Only its last rating and its title, because it has no answer now.
Item compose_unrated(const Changes& changes, const Change& change) {
  const Behavior& behavior = *changes.place(change).behavior;
  Item item = mention_of(behavior);
  item.title.front().tone = Tone::plain;
  item.aside = {text(fmt::format("was\u00A0{}", *rated_value(changes.answer_before(change)->rating)), Tone::muted)};
  item.id = behavior.key;
  return item;
}

/// A mention; the behavior is also in another list if anything else about it changed.
Item compose_aged(const Changes& changes, const Change& change) {
  Answer aged;
  for (const Evidence* evidence : changes.aged_evidence(change)) aged.evidence.push_back(*evidence);
  Item item = mention_of(*changes.place(change).behavior);
  item.aside = {text("shown → claimed", Tone::warning)};
  item.notes = notes_of(aged, {}, "Too old now");
  return item;
}

// Nothing if the bucket is empty.
void compose_list(Document& document, const Changes& changes, const Bucket& bucket,
                  Item (*make)(const Changes&, const Change&)) {
  const auto& indices = changes.*bucket.indices;
  if (indices.empty()) return;
  const auto states = bucket.merges_states ? fmt::format(" ({})", describe_states(changes, indices)) : std::string();
  document.push_back(heading(2, fmt::format("{}: {}{}", bucket.heading, count_of(indices.size(), "behavior"), states)));
  document.push_back(list_items(
      indices, [&](std::size_t index) { return make(changes, changes.behaviors[index]); }, bucket.form));
}

void compose_pillars(Document& document, const Changes& changes) {
  Dumbbells pillars = compare_pillars(changes);
  if (pillars.rows.empty()) return;
  document.push_back(heading(2, "At target by pillar"));
  document.push_back(std::move(pillars));
}

}  // namespace

Document compose(const ChangeReport& report, Extent /*extent*/) {
  const auto& changes = report.changes;
  Document document;
  compose_head(document, report);
  if (!changes.same_scale)
    document.push_back(Callout{{text("The two scales differ, so nothing is subtracted: both ratings are shown.")}});
  document.push_back(paragraph(summarize(changes)));
  document.push_back(Contents{});
  compose_pillars(document, changes);
  for (const auto& bucket : buckets)
    compose_list(document, changes, bucket, bucket.form == ItemForm::joined ? compose_unrated : compose_change);
  compose_list(document, changes, {&Changes::not_asked_again, "Not asked again", "", false, ItemForm::joined},
               compose_not_asked);
  compose_list(document, changes, {&Changes::aged_out, "Evidence that aged out"}, compose_aged);
  compose_ladder_changes(document, changes);
  return document;
}

}  // namespace rung
