#include "plan.hpp"

#include <utility>

#include <rung/analysis/carry_over.hpp>

namespace rung::cli {

SessionPlan plan_session(const SessionWish& wish, const LoadedDraft& loaded, Assessment begun,
                         const std::vector<std::optional<Answer>>& earlier) {
  SessionPlan plan;
  plan.must_be_saved = !loaded.amends && (wish.on || wish.selection);
  if (loaded.draft && !loaded.amends && begun.ladder != wish.ladder) {
    plan.assessment = fit_to(begun, wish.ladder);
    plan.ladder_changes = compare(std::move(begun), plan.assessment);
  } else {
    plan.assessment = std::move(begun);
  }
  Assessment& assessment = plan.assessment;
  if (!wish.label.empty()) assessment.label = wish.label;
  if (wish.on && !loaded.amends) {
    assessment.on = *wish.on;
    assessment.id = make_assessment_id(*wish.on, assessment.subject, assessment.rater);
  }
  // An amendment is asked whole, whatever the run that is amended asked.
  if (loaded.amends) assessment.asked.reset();
  if (wish.selection) assessment.asked = select_keys(*wish.selection, assessment, earlier, wish.newly_tied);
  if (assessment.asked && assessment.asked->size() == assessment.answers.size()) assessment.asked.reset();
  if (assessment.asked && !loaded.amends) carry(assessment, earlier, LeftBehaviors::stay);
  return plan;
}

}  // namespace rung::cli
