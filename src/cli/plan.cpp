#include "plan.hpp"

#include <algorithm>
#include <utility>
#include <variant>

#include <rung/analysis/carry_over.hpp>

namespace rung::cli {
namespace {

/// What `selection` asks of `draft` before anything is answered in it.
std::vector<std::string> select_at_start(const Selection& selection, Assessment draft,
                                         const std::vector<std::optional<Answer>>& earlier,
                                         const std::vector<std::string>& newly_tied) {
  for (Answer& answer : draft.answers) {
    Answer blank;
    blank.behavior = std::move(answer.behavior);
    answer = std::move(blank);
  }
  return select_keys(selection, draft, earlier, newly_tied);
}

/// Whether `draft` already asks what is wished. Log entries that were tied after it was begun make no difference.
bool asks_what_is_wished(const Assessment& draft, const SessionWish& wish,
                         const std::vector<std::optional<Answer>>& earlier) {
  if (const auto* state = std::get_if<SelectedState>(&*wish.selection); state && *state == SelectedState::unrated)
    return true;
  const auto least = select_at_start(*wish.selection, draft, earlier, {});
  const auto most = select_at_start(*wish.selection, draft, earlier, wish.newly_tied);
  const auto has = [](const std::vector<std::string>& keys, const std::string& key) {
    return std::find(keys.begin(), keys.end(), key) != keys.end();
  };
  return std::all_of(draft.answers.begin(), draft.answers.end(), [&](const Answer& answer) {
    return is_asked(draft, answer.behavior) ? has(most, answer.behavior) : !has(least, answer.behavior);
  });
}

Disagreement find_disagreement(const Assessment& draft, const SessionWish& wish, const LoadedDraft& loaded,
                               const std::vector<std::optional<Answer>>& earlier) {
  if (!loaded.draft) return Disagreement::none;
  if (wish.on && *wish.on != draft.on) return Disagreement::date;
  // What an amendment asks is chosen anew in each session.
  if (loaded.amends || !wish.selection || asks_what_is_wished(draft, wish, earlier)) return Disagreement::none;
  return Disagreement::selection;
}

}  // namespace

SessionPlan plan_session(const SessionWish& wish, const LoadedDraft& loaded, Assessment begun,
                         const std::vector<std::optional<Answer>>& earlier) {
  SessionPlan plan;
  plan.must_be_saved = !loaded.draft && (wish.on || wish.selection);
  const bool is_resumed = loaded.draft && !loaded.amends;
  if (is_resumed && begun.ladder != wish.ladder) {
    plan.assessment = fit_to(begun, wish.ladder);
    plan.ladder_changes = compare(std::move(begun), plan.assessment);
  } else {
    plan.assessment = std::move(begun);
  }
  Assessment& assessment = plan.assessment;
  plan.disagreement = find_disagreement(assessment, wish, loaded, earlier);
  if (plan.disagreement != Disagreement::none) return plan;
  if (!wish.label.empty()) assessment.label = wish.label;
  // An amendment is asked whole, whatever the run that is amended asked.
  if (loaded.amends) assessment.asked.reset();
  if (wish.selection && !is_resumed)
    assessment.asked = select_keys(*wish.selection, assessment, earlier, wish.newly_tied);
  if (assessment.asked && assessment.asked->size() == assessment.answers.size()) assessment.asked.reset();
  if (assessment.asked && !loaded.amends) carry(assessment, earlier, LeftBehaviors::stay);
  return plan;
}

}  // namespace rung::cli
