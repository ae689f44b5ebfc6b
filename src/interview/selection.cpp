#include <rung/interview/selection.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cassert>
#include <utility>

#include <rung/analysis/carry_over.hpp>
#include <rung/analysis/shown.hpp>

namespace rung {
namespace {

struct StateWord {
  std::string_view word;
  SelectedState state;
};

constexpr std::array state_words{StateWord{"unrated", SelectedState::unrated}, StateWord{"gaps", SelectedState::gaps},
                                 StateWord{"claimed", SelectedState::claimed},
                                 StateWord{"noted", SelectedState::noted}};

bool is_noted(const Answer& answer) { return !answer.note.empty() || !answer.evidence.empty(); }

bool is_below(const Answer& answer, int target) {
  const auto value = rated_value(answer.rating);
  return (value && *value < target) || std::holds_alternative<NoOpportunity>(answer.rating);
}

/// Whether `answer`, the draft's or an earlier one, puts a behavior with that target in that state.
bool has_state(SelectedState state, const Answer& answer, int target, const Assessment& draft) {
  switch (state) {
    case SelectedState::gaps: return is_below(answer, target);
    case SelectedState::claimed: {
      const auto value = rated_value(answer.rating);
      return value && *value >= target && count_evidence(answer, evidence_window(draft)) == 0;
    }
    case SelectedState::noted: return is_noted(answer);
    case SelectedState::unrated:
    case SelectedState::worth_asking: return false;
  }
  return false;
}

bool is_in(const PlacedBehavior& placed, const SelectedPart& part) {
  return placed.pillar->id == part.pillar &&
         (part.responsibility.empty() || placed.responsibility->id == part.responsibility);
}

struct NamedSelection {
  std::string name;
  Selection selection;
};

/// The words first: they win over a pillar of the same id.
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

std::vector<std::string> select_keys(const Selection& selection, const Assessment& draft,
                                     const std::vector<std::optional<Answer>>& earlier,
                                     const std::vector<std::string>& newly_tied) {
  const auto* state = std::get_if<SelectedState>(&selection);
  std::vector<std::string> keys;
  std::vector<std::string> worth;
  if (state != nullptr && *state == SelectedState::worth_asking) {
    worth = list_worth_asking(draft, earlier);
    worth.insert(worth.end(), newly_tied.begin(), newly_tied.end());
  }
  const std::vector<PlacedBehavior> behaviors = list_behaviors(draft.ladder);
  assert(draft.answers.size() == behaviors.size() && earlier.size() == behaviors.size());
  for (std::size_t number = 0; number < behaviors.size(); ++number) {
    const PlacedBehavior& placed = behaviors[number];
    const std::string& key = placed.behavior->key;
    const Answer& now = draft.answers[number];
    const bool is_unrated = std::holds_alternative<Unrated>(now.rating);
    bool is_selected = false;
    if (const auto* part = std::get_if<SelectedPart>(&selection))
      is_selected = is_in(placed, *part);
    else if (*state == SelectedState::unrated)
      is_selected = is_unrated;
    else if (*state == SelectedState::worth_asking)
      is_selected = is_unrated && std::find(worth.begin(), worth.end(), key) != worth.end();
    else
      is_selected = has_state(*state, is_unrated && earlier[number] ? *earlier[number] : now,
                              target_of(draft.ladder, *placed.behavior), draft);
    if (is_selected) keys.push_back(key);
  }
  return keys;
}

void ask_only(Form& form, const Assessment& draft) {
  assert(draft.asked && form.questions.size() == draft.answers.size());
  int asked = 0;
  int carried = 0;
  for (std::size_t number = 0; number < draft.answers.size(); ++number) {
    const Answer& answer = draft.answers[number];
    const bool is_for_now = is_asked(draft, answer.behavior);
    form.questions[number].turn = is_for_now ? Turn::asked : Turn::on_request;
    asked += is_for_now ? 1 : 0;
    carried += answer.origin == Origin::carried ? 1 : 0;
  }
  form.notice = fmt::format("{} of {} asked", asked == 0 ? "None" : fmt::format("{}", asked), draft.answers.size());
  form.notice += carried == 0 ? "." : fmt::format(", {} carried from earlier assessments.", carried);
}

}  // namespace rung
