#include <string>

#include <fmt/format.h>

#include "compose_parts.hpp"
#include "wording.hpp"

namespace rung {
namespace {

Tone tone_of(WordFate fate) {
  switch (fate) {
    case WordFate::kept:
      return Tone::plain;
    case WordFate::gone:
      return Tone::gone;
    case WordFate::come:
      return Tone::come;
  }
  return Tone::plain;
}

void add_heading(Document& document, std::string_view name, std::size_t count) {
  document.push_back(Heading{3, {{fmt::format("{}: {}", name, count_of(static_cast<int>(count), "behavior"))}}});
}

void compose_reworded(Document& document, const Changes& changes) {
  if (changes.reworded.empty()) return;
  add_heading(document, "Reworded", changes.reworded.size());
  Items items;
  for (const std::size_t index : changes.reworded) {
    const Change& rewording = changes.behaviors[index];
    const Answer& after = *changes.answer_after(rewording);
    Item item;
    item.title = compose_words(changes.words(rewording));
    // The tone of growth would claim what the other words do not allow.
    auto detail = compose_move(changes, rewording);
    for (auto& run : detail) run.tone = Tone::plain;
    detail.push_back({" · not counted · ", Tone::muted, {}});
    detail.push_back({after.behavior, Tone::key, {}});
    item.details.push_back(std::move(detail));
    item.notes = notes_of(after);
    items.items.push_back(std::move(item));
  }
  document.push_back(std::move(items));
}

/// Behaviors that only one of the two ladders has.
void compose_one_sided(Document& document, const Changes& changes, const std::vector<std::size_t>& indices,
                       std::string_view name, std::string_view when) {
  if (indices.empty()) return;
  add_heading(document, name, indices.size());
  Items items;
  for (const std::size_t index : indices) {
    const Change& change = changes.behaviors[index];
    const Answer* after = changes.answer_after(change);
    const Answer& answer = after == nullptr ? *changes.answer_before(change) : *after;
    const Scale& scale = (after == nullptr ? changes.before : changes.after).ladder.scale;
    Item item;
    item.title = {{changes.place(change).behavior->text}};
    item.details.push_back({{fmt::format("{} {}", when, describe_rating(scale, answer.rating))},
                            {" · ", Tone::muted, {}},
                            {answer.behavior, Tone::key, {}}});
    items.items.push_back(std::move(item));
  }
  document.push_back(std::move(items));
}

}  // namespace

Inline compose_words(const std::vector<WordRun>& words) {
  Inline text;
  for (const auto& run : words) {
    if (!text.empty()) text.push_back({" "});
    text.push_back({run.text, tone_of(run.fate), {}});
  }
  return text;
}

void compose_ladder_changes(Document& document, const Changes& changes) {
  const auto target_before = describe_value(changes.before.ladder.scale, changes.before.ladder.target);
  const auto target_after = describe_value(changes.after.ladder.scale, changes.after.ladder.target);
  const bool other_target = target_before != target_after;
  if (!other_target && changes.reworded.empty() && changes.added.empty() && changes.removed.empty()) return;
  document.push_back(Heading{2, {{"The ladder changed"}}});
  document.push_back(
      Paragraph{{{"None of this is growth or decline: the question changed, not the answer.", Tone::muted, {}}}});
  if (other_target)
    document.push_back(Facts{{{"Target", {{fmt::format("{} → {}", target_before, target_after), Tone::strong, {}}}}}});
  compose_reworded(document, changes);
  compose_one_sided(document, changes, changes.added, "Added", "now");
  compose_one_sided(document, changes, changes.removed, "Removed", "was");
}

}  // namespace rung
