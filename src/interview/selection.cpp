#include <rung/interview/selection.hpp>

#include <fmt/format.h>

#include <array>
#include <cassert>
#include <utility>

#include <rung/analysis/match.hpp>

namespace rung {
namespace {

struct StateWord {
  std::string_view word;
  SelectedState state;
  std::string_view description;
};

constexpr std::array state_words{StateWord{"unrated", SelectedState::unrated, "what is unrated"},
                                 StateWord{"gaps", SelectedState::gaps, "what is below target"},
                                 StateWord{"noted", SelectedState::noted, "what has a note or evidence"}};

bool is_noted(const Answer& answer) { return !answer.note.empty() || !answer.evidence.empty(); }

bool is_below(const Answer& answer, int target) {
  const auto value = rated_value(answer.rating);
  return (value && *value < target) || std::holds_alternative<NoOpportunity>(answer.rating);
}

bool has_state(SelectedState state, const Ladder& ladder, const Behavior& behavior, const Answer& now,
               const Answer* last) {
  const bool is_unrated = std::holds_alternative<Unrated>(now.rating);
  switch (state) {
    case SelectedState::unrated: return is_unrated;
    case SelectedState::gaps: {
      const int target = target_of(ladder, behavior);
      return is_below(now, target) || (is_unrated && last != nullptr && is_below(*last, target));
    }
    case SelectedState::noted: return is_noted(now) || (last != nullptr && is_noted(*last));
  }
  return false;
}

bool is_in(const PlacedBehavior& placed, const SelectedPart& part) {
  return placed.pillar->id == part.pillar &&
         (part.responsibility.empty() || placed.responsibility->id == part.responsibility);
}

std::string describe(const Selection& selection, const Ladder& ladder) {
  if (const auto* state = std::get_if<SelectedState>(&selection))
    for (const StateWord& word : state_words)
      if (word.state == *state) return std::string(word.description);
  const auto* part = std::get_if<SelectedPart>(&selection);
  for (const PlacedBehavior& placed : list_behaviors(ladder)) {
    if (part == nullptr || !is_in(placed, *part)) continue;
    if (part->responsibility.empty()) return placed.pillar->title;
    return fmt::format("{} › {}", placed.pillar->title, placed.responsibility->title);
  }
  return {};
}

struct NamedSelection {
  std::string name;
  Selection selection;
};

/// The three words first: they win over a pillar of the same id.
std::vector<NamedSelection> name_selections(const Ladder& ladder) {
  std::vector<NamedSelection> all;
  for (const StateWord& word : state_words) all.push_back({std::string(word.word), word.state});
  for (const Pillar& pillar : ladder.pillars) {
    all.push_back({pillar.id, SelectedPart{pillar.id, {}}});
    for (const Responsibility& responsibility : pillar.responsibilities)
      all.push_back({fmt::format("{}.{}", pillar.id, responsibility.id), SelectedPart{pillar.id, responsibility.id}});
  }
  return all;
}

}  // namespace

std::optional<Selection> parse_selection(std::string_view text, const Ladder& ladder) {
  for (const NamedSelection& named : name_selections(ladder))
    if (named.name == text) return named.selection;
  return std::nullopt;
}

std::vector<std::string> list_selections(const Ladder& ladder) {
  std::vector<std::string> names;
  for (NamedSelection& named : name_selections(ladder)) names.push_back(std::move(named.name));
  return names;
}

void ask_only(Form& form, const Selection& selection, const Assessment& draft, const Assessment* last) {
  const std::vector<PlacedBehavior> behaviors = list_behaviors(draft.ladder);
  assert(form.questions.size() == behaviors.size() && draft.answers.size() == behaviors.size());
  const bool is_comparable = last != nullptr && is_same_scale(last->ladder.scale, draft.ladder.scale);
  std::vector<PairedAnswer> earlier(behaviors.size());
  if (is_comparable) earlier = pair_answers(*last, draft.ladder, Pairing::by_key);
  int asked = 0;
  for (std::size_t index = 0; index < behaviors.size(); ++index) {
    const PlacedBehavior& placed = behaviors[index];
    bool is_selected = false;
    if (const auto* part = std::get_if<SelectedPart>(&selection)) {
      is_selected = is_in(placed, *part);
    } else {
      is_selected = has_state(std::get<SelectedState>(selection), draft.ladder, *placed.behavior, draft.answers[index],
                              earlier[index].answer);
    }
    form.questions[index].turn = is_selected ? Turn::asked : Turn::on_request;
    asked += is_selected ? 1 : 0;
  }
  form.notice = fmt::format("Only {}: {} of {}.", describe(selection, draft.ladder),
                            asked == 0 ? "none" : fmt::format("{}", asked), behaviors.size());
}

}  // namespace rung
