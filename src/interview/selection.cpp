#include <rung/interview/selection.hpp>

#include <array>
#include <cassert>
#include <utility>

#include "earlier.hpp"

namespace rung {
namespace {

struct StateWord {
  std::string_view word;
  SelectedState state;
  std::string_view description;
};

constexpr std::array<StateWord, 3> state_words{{{"unrated", SelectedState::unrated, "what is unrated"},
                                                {"gaps", SelectedState::gaps, "what is below target"},
                                                {"noted", SelectedState::noted, "what has a note or evidence"}}};

bool is_noted(const Answer& answer) { return !answer.note.empty() || !answer.evidence.empty(); }

bool is_below(const Answer& answer, int target) {
  const auto value = rated_value(answer.rating);
  return (value && *value < target) || std::holds_alternative<NoOpportunity>(answer.rating);
}

bool has_state(SelectedState state, const Ladder& ladder, const Behavior& behavior, const Answer& now,
               const Answer* last) {
  const bool is_unrated = std::holds_alternative<Unrated>(now.rating);
  switch (state) {
    case SelectedState::unrated:
      return is_unrated;
    case SelectedState::gaps: {
      const int target = target_of(ladder, behavior);
      return is_below(now, target) || (is_unrated && last != nullptr && is_below(*last, target));
    }
    case SelectedState::noted:
      return is_noted(now) || (last != nullptr && is_noted(*last));
  }
  return false;
}

std::string describe(const Selection& selection, const Ladder& ladder) {
  if (const auto* state = std::get_if<SelectedState>(&selection)) {
    for (const StateWord& word : state_words)
      if (word.state == *state) return std::string(word.description);
  }
  const auto& part = std::get<SelectedPart>(selection);
  for (const PlacedBehavior& placed : list_behaviors(ladder)) {
    if (placed.pillar->id == part.pillar && part.responsibility.empty()) return placed.pillar->title;
    if (placed.pillar->id == part.pillar && placed.responsibility->id == part.responsibility)
      return placed.pillar->title + " › " + placed.responsibility->title;
  }
  return {};
}

}  // namespace

std::optional<Selection> parse_selection(std::string_view text, const Ladder& ladder) {
  for (const StateWord& word : state_words)
    if (word.word == text) return word.state;
  for (const Pillar& pillar : ladder.pillars) {
    if (pillar.id == text) return SelectedPart{pillar.id, {}};
    for (const Responsibility& responsibility : pillar.responsibilities)
      if (pillar.id + "." + responsibility.id == text) return SelectedPart{pillar.id, responsibility.id};
  }
  return std::nullopt;
}

std::vector<std::string> list_selections(const Ladder& ladder) {
  std::vector<std::string> words;
  for (const StateWord& word : state_words) words.emplace_back(word.word);
  for (const Pillar& pillar : ladder.pillars) {
    words.push_back(pillar.id);
    for (const Responsibility& responsibility : pillar.responsibilities)
      words.push_back(pillar.id + "." + responsibility.id);
  }
  return words;
}

void ask_only(Form& form, const Selection& selection, const Assessment& draft, const Assessment* last) {
  const std::vector<PlacedBehavior> behaviors = list_behaviors(draft.ladder);
  assert(form.questions.size() == behaviors.size() && draft.answers.size() == behaviors.size());
  int asked = 0;
  for (std::size_t index = 0; index < behaviors.size(); ++index) {
    const PlacedBehavior& placed = behaviors[index];
    bool is_selected = false;
    if (const auto* part = std::get_if<SelectedPart>(&selection)) {
      is_selected = placed.pillar->id == part->pillar &&
                    (part->responsibility.empty() || placed.responsibility->id == part->responsibility);
    } else {
      const bool is_comparable = last != nullptr && is_same_scale(last->ladder.scale, draft.ladder.scale);
      const Answer* earlier = is_comparable ? find_earlier(*last, *placed.behavior) : nullptr;
      is_selected =
          has_state(std::get<SelectedState>(selection), draft.ladder, *placed.behavior, draft.answers[index], earlier);
    }
    form.questions[index].turn = is_selected ? Turn::asked : Turn::on_request;
    asked += is_selected ? 1 : 0;
  }
  form.notice = "Only " + describe(selection, draft.ladder) + ": " + (asked == 0 ? "none" : std::to_string(asked)) +
                " of " + std::to_string(behaviors.size()) + ".";
}

}  // namespace rung
