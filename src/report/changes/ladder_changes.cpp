#include "ladder_changes.hpp"

#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include <rung/ladder/fields.hpp>

#include "../behavior_item.hpp"
#include "../gate_words.hpp"
#include "../wording.hpp"

namespace rung {
namespace {

// A threshold, a switch, or nothing if the gate is off.
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

/// The requirements that differ between the two ladders.
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

Item compose_rewording(const Changes& changes, const Change& rewording) {
  Item item = item_of(*changes.place(rewording).behavior);
  // With another text, the tone of growth would be wrong.
  item.aside = {text(fmt::format("{} · not compared", describe_move(changes, rewording).text), Tone::muted)};
  show_both_texts(item, place(changes.before.ladder, *rewording.before).behavior->text,
                  changes.place(rewording).behavior->text);
  return item;
}

/// A behavior that only one of the two ladders has.
Item compose_one_sided(const Changes& changes, const Change& change) {
  const Answer* after = changes.answer_after(change);
  const Answer& answer = after == nullptr ? *changes.answer_before(change) : *after;
  const Scale& scale = (after == nullptr ? changes.before : changes.after).ladder.scale;
  Item item = item_of(*changes.place(change).behavior);
  item.aside = {
      text(fmt::format("{} {}", after == nullptr ? "was" : "now", describe_rating(scale, answer.rating)), Tone::muted)};
  return item;
}

void compose_texts(Document& document, const Changes& changes, const std::vector<std::size_t>& indices,
                   std::string_view what, Item (*make)(const Changes&, const Change&)) {
  if (indices.empty()) return;
  document.push_back(heading(3, fmt::format("{}: {}", what, count_of(indices.size(), "behavior"))));
  document.push_back(list_items(indices, [&](std::size_t index) { return make(changes, changes.behaviors[index]); }));
}

}  // namespace

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
  return text(glue(fmt::format("{} → {}", left, right)), tone);
}

void compose_ladder_changes(Document& document, const Changes& changes) {
  Facts demands = compare_demands(changes);
  if (demands.facts.empty() && changes.reworded.empty() && changes.added.empty() && changes.removed.empty()) return;
  document.push_back(heading(2, "The ladder changed"));
  document.push_back(
      paragraph("None of this is growth or decline: the question changed, not the answer.", Tone::muted));
  if (!demands.facts.empty()) document.push_back(std::move(demands));
  compose_texts(document, changes, changes.reworded, "Reworded", compose_rewording);
  compose_texts(document, changes, changes.added, "Added", compose_one_sided);
  compose_texts(document, changes, changes.removed, "Removed", compose_one_sided);
}

}  // namespace rung
