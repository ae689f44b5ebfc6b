#include <algorithm>
#include <cstdlib>
#include <type_traits>
#include <utility>

#include <fmt/format.h>

#include <rung/analysis/similarity.hpp>
#include <rung/ladder/fields.hpp>

#include "../gate_words.hpp"
#include "../kinds.hpp"
#include "../wording.hpp"
#include "pillars.hpp"

namespace rung {
namespace {

std::string describe_side(const Assessment& side, bool with_ladder) {
  std::string words = fmt::format("{} · {}", describe_date(head_of(side)), describe_rater(side.rater));
  if (with_ladder) words += fmt::format(" · {}", side.ladder.title);
  if (!side.ladder.version.empty()) words += fmt::format(" · version {}", side.ladder.version);
  if (!side.label.empty()) words += fmt::format(" · {}", side.label);
  return words;
}

std::string describe_distance(const Changes& changes) {
  const int days = days_between(head_of(changes.before), head_of(changes.after));
  if (days == 0) return "the same day";
  return fmt::format("{}{}", count_of(std::abs(days), "day"), days > 0 ? "" : ", the later date first");
}

int count_passed(const std::vector<GateChange>& gates, std::optional<Gate> GateChange::*side) {
  return static_cast<int>(std::count_if(
      gates.begin(), gates.end(), [side](const GateChange& gate) { return (gate.*side)->verdict == Verdict::passed; }));
}

// `3 of 4 → 4 of 4 passed: Coverage short → passed`.
std::string describe_gates(const std::vector<GateChange>& gates) {
  std::string moved;
  for (const GateChange& gate : gates) {
    if (gate.before->verdict == gate.after->verdict) continue;
    moved += fmt::format("{}{} {} → {}", moved.empty() ? ": " : ", ", name_gate(gate.after->kind),
                         name_of(gate.before->verdict), name_of(gate.after->verdict));
  }
  return fmt::format("{0}\u00A0of\u00A0{2} → {1}\u00A0of\u00A0{2} passed{3}", count_passed(gates, &GateChange::before),
                     count_passed(gates, &GateChange::after), gates.size(), moved);
}

// Of behaviors with the same text on both sides: what the ladder gained or lost is in neither.
void add_movements(Facts& facts, const Changes& changes) {
  if (!changes.gates.empty()) facts.facts.push_back(fact("Gates", describe_gates(changes.gates)));
  if (!changes.same_scale || changes.overall.before.behaviors == 0) return;
  facts.facts.push_back(fact("At target", fmt::format("{} → {}", describe(changes.overall.before.share_at_target()),
                                                      describe(changes.overall.after.share_at_target()))));
}

void compose_head(Document& document, const ChangeReport& report) {
  const Changes& changes = report.changes;
  const bool other_ladder = changes.before.ladder.title != changes.after.ladder.title;
  document.push_back(heading(1, fmt::format("What changed: {}", changes.after.ladder.title)));
  Facts facts{{fact("Before", describe_side(changes.before, other_ladder)),
               fact("After", describe_side(changes.after, other_ladder)), fact("Between", describe_distance(changes))}};
  add_movements(facts, changes);
  if (!changes.same_scale) facts.facts.push_back(fact("Scale before", describe_scale(changes.before.ladder.scale)));
  facts.facts.push_back(fact(changes.same_scale ? "Scale" : "Scale after", describe_scale(changes.after.ladder.scale)));
  add_disclosure(facts, report.disclosure);
  document.push_back(std::move(facts));
}

/// Behaviors in both ladders whose answers differ.
struct Bucket {
  std::vector<std::size_t> Changes::*indices;
  std::string_view heading;
  std::string_view count = {};  ///< what a number of them is called
  bool merges_states = false;   ///< whether it holds several changes of state, which are then told apart
};

constexpr Bucket buckets[] = {
    {&Changes::regressed, "Regressed", "regressed"},
    {&Changes::improved, "Improved", "improved"},
    {&Changes::newly_rated, "Newly rated", "newly rated", true},
    {&Changes::no_longer_rated, "No longer rated", "no longer rated"},
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

// A change of rating in one tone: `2 Sometimes → 3 Consistently`. The change has both sides.
Run describe_move(const Changes& changes, const Change& change) {
  const Rating& before = changes.answer_before(change)->rating;
  const Rating& after = changes.answer_after(change)->rating;
  const auto from = rated_value(before);
  const auto to = rated_value(after);
  Tone tone = Tone::strong;
  if (changes.same_scale && from && to && *from != *to) tone = *to > *from ? Tone::good : Tone::bad;
  const auto left = describe_rating(changes.before.ladder.scale, before);
  const auto right = describe_rating(changes.after.ladder.scale, after);
  if (changes.same_scale && left == right) return text(left);
  return text(fmt::format("{} → {}", left, right), tone);
}

// The reason and the note as they are now, and the evidence that came in between.
std::vector<Fact> notes_between(const Changes& changes, const Change& change) {
  Answer answer = *changes.answer_after(change);
  answer.evidence.clear();
  for (const Evidence* evidence : changes.evidence_between(change)) answer.evidence.push_back(*evidence);
  return notes_of(answer, {}, "New evidence");
}

Item compose_change(const Changes& changes, const Change& change) {
  return {{text(changes.place(change).behavior->text)},
          {},
          {{describe_move(changes, change), text(" · ", Tone::muted),
            text(changes.answer_after(change)->behavior, Tone::key)}},
          notes_between(changes, change),
          {}};
}

Item compose_not_asked(const Changes& changes, const Change& change) {
  const Answer& after = *changes.answer_after(change);
  const std::string since = after.from ? fmt::format(" of {}", format_date(after.from->on)) : std::string();
  Item item{{text(changes.place(change).behavior->text)}};
  item.aside = {
      text(fmt::format("{}{}", describe_rating(changes.after.ladder.scale, after.rating), since), Tone::muted)};
  return item;
}

Item compose_aged(const Changes& changes, const Change& change) {
  Answer aged;
  for (const Evidence* evidence : changes.aged_evidence(change)) aged.evidence.push_back(*evidence);
  return {{text(changes.place(change).behavior->text)},
          {},
          {{text("shown → claimed", Tone::warning), text(" · ", Tone::muted),
            text(changes.answer_after(change)->behavior, Tone::key)}},
          notes_of(aged, {}, "Too old now"),
          {}};
}

Item compose_rewording(const Changes& changes, const Change& rewording) {
  const Answer& after = *changes.answer_after(rewording);
  // The tone of growth would claim what the other words do not allow.
  Item item{compose_words(changes.words(rewording)),
            {},
            {{text(describe_move(changes, rewording).text), text(" · not counted · ", Tone::muted),
              text(after.behavior, Tone::key)}},
            notes_of(after),
            {}};
  const std::string& earlier = place(changes.before.ladder, *rewording.before).behavior->text;
  const std::string& later = changes.place(rewording).behavior->text;
  if (similarity(ComparableText(earlier), ComparableText(later)) >= same_question_similarity) return item;
  // Woven into each other, two different sentences cannot be read.
  item.title = {text(later)};
  item.notes.insert(item.notes.begin(), fact("Text before", earlier));
  return item;
}

// A behavior that only one of the two ladders has.
Item compose_one_sided(const Changes& changes, const Change& change) {
  const Answer* after = changes.answer_after(change);
  const Answer& answer = after == nullptr ? *changes.answer_before(change) : *after;
  const Scale& scale = (after == nullptr ? changes.before : changes.after).ladder.scale;
  return {{text(changes.place(change).behavior->text)},
          {},
          {{text(fmt::format("{} {}", after == nullptr ? "was" : "now", describe_rating(scale, answer.rating))),
            text(" · ", Tone::muted), text(answer.behavior, Tone::key)}},
          {},
          {}};
}

// Nothing where the bucket is empty.
void compose_list(Document& document, const Changes& changes, const Bucket& bucket, int level,
                  Item (*make)(const Changes&, const Change&), ItemForm form = ItemForm::full) {
  const auto& indices = changes.*bucket.indices;
  if (indices.empty()) return;
  const auto states = bucket.merges_states ? fmt::format(" ({})", describe_states(changes, indices)) : std::string();
  document.push_back(
      heading(level, fmt::format("{}: {}{}", bucket.heading, count_of(indices.size(), "behavior"), states)));
  document.push_back(list_items(
      indices, [&](std::size_t index) { return make(changes, changes.behaviors[index]); }, form));
}

// A threshold, a switch, or nothing where the gate is off.
template <class Value>
std::string describe_gate_value(const Scale& scale, const Value& value) {
  if constexpr (requires { value.threshold; })
    return value.threshold ? describe_gate_value(scale, *value.threshold) : "off";
  else if constexpr (std::is_same_v<Value, bool>)
    return value ? "on" : "off";
  else if constexpr (std::is_same_v<Value, double>)
    return describe_threshold(value);
  else
    return describe_value(scale, value);
}

std::string describe_gate_of(const Ladder& ladder, std::string_view name) {
  std::string words;
  visit_fields<Gates>([&](const auto& field) {
    if (field.name == name) words = describe_gate_value(ladder.scale, ladder.gates.*field.member);
  });
  return words;
}

/// What the two ladders ask for, where it differs.
Facts compare_demands(const Changes& changes) {
  const Ladder& before = changes.before.ladder;
  const Ladder& after = changes.after.ladder;
  Facts facts;
  const auto add = [&facts](std::string name, const std::string& left, const std::string& right) {
    if (left != right) facts.facts.push_back(fact(std::move(name), fmt::format("{} → {}", left, right), Tone::strong));
  };
  add("Target", describe_value(before.scale, before.target), describe_value(after.scale, after.target));
  for (const std::string_view gate : changes.changed_gates)
    add(fmt::format("Gate {}", gate), describe_gate_of(before, gate), describe_gate_of(after, gate));
  return facts;
}

// Nothing when the ladder is the same.
void compose_ladder_changes(Document& document, const Changes& changes) {
  Facts demands = compare_demands(changes);
  if (demands.facts.empty() && changes.reworded.empty() && changes.added.empty() && changes.removed.empty()) return;
  document.push_back(heading(2, "The ladder changed"));
  document.push_back(
      paragraph("None of this is growth or decline: the question changed, not the answer.", Tone::muted));
  if (!demands.facts.empty()) document.push_back(std::move(demands));
  compose_list(document, changes, {&Changes::reworded, "Reworded"}, 3, compose_rewording);
  compose_list(document, changes, {&Changes::added, "Added"}, 3, compose_one_sided);
  compose_list(document, changes, {&Changes::removed, "Removed"}, 3, compose_one_sided);
}

}  // namespace

Document compose(const ChangeReport& report, Extent /*extent*/) {
  const auto& changes = report.changes;
  Document document;
  compose_head(document, report);
  if (!changes.same_scale)
    document.push_back(Callout{{text("The two scales differ, so nothing is subtracted: both ratings are shown.")}});
  document.push_back(paragraph(summarize(changes)));
  compose_movements(document, changes);
  for (const auto& bucket : buckets) compose_list(document, changes, bucket, 2, compose_change);
  compose_list(document, changes, {&Changes::aged_out, "Evidence that aged out"}, 2, compose_aged);
  compose_list(document, changes, {&Changes::not_asked_again, "Not asked again"}, 2, compose_not_asked,
               ItemForm::brief);
  compose_ladder_changes(document, changes);
  return document;
}

}  // namespace rung
