#include "plan.hpp"

#include <utility>

#include <rung/analysis/carry_over.hpp>

namespace rung::cli {

SessionPlan plan_session(const SessionWish& wish, const LoadedDraft& loaded, Beginning beginning,
                         const std::vector<std::optional<Answer>>& earlier) {
  SessionPlan plan;
  if (!loaded.draft) {
    plan.assessment = start_assessment(std::move(beginning));
  } else {
    plan.is_resumed = true;
    plan.assessment = *loaded.draft;
    if (!loaded.amends && plan.assessment.ladder != wish.ladder) {
      plan.assessment = fit_to(*loaded.draft, wish.ladder);
      plan.ladder_changes = compare(*loaded.draft, plan.assessment);
    }
  }
  Assessment& assessment = plan.assessment;
  if (!wish.label.empty()) assessment.label = wish.label;
  if (wish.on && !loaded.amends) assessment.on = *wish.on;
  // An amendment is asked whole, whatever the run that is amended asked.
  if (loaded.amends) assessment.asked.reset();
  if (wish.selection) assessment.asked = select_keys(*wish.selection, assessment, earlier);
  if (assessment.asked && !loaded.amends) carry(assessment, earlier, LeftBehaviors::stay);
  return plan;
}

}  // namespace rung::cli
