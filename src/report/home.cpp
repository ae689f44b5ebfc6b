#include <rung/report/home.hpp>

#include <utility>

#include <rung/analysis/readiness.hpp>

namespace rung {
namespace {

Share share_answered(const Assessment& draft) {
  Share answered;
  for (const Answer& answer : draft.answers) {
    if (!is_asked(draft, answer.behavior)) continue;
    ++answered.whole;
    if (!std::holds_alternative<Unrated>(answer.rating)) ++answered.part;
  }
  return answered;
}

}  // namespace

HomeDraft summarize_draft(const Assessment& draft, std::string reference, std::string command) {
  Timestamp saved = draft.started_at;
  for (const Answer& answer : draft.answers)
    if (answer.answered_at && answer.answered_at->at > saved.at) saved = *answer.answered_at;
  return {std::move(reference), std::move(command), draft.subject.name, share_answered(draft), date_of(saved)};
}

HomeResult summarize_result(const Gaps& gaps, std::string reference) {
  const Readiness readiness = judge_readiness(gaps, gaps.assessment.ladder.gates);
  return {std::move(reference),
          gaps.assessment.ladder.title,
          gaps.assessment.on,
          gaps.overall.share_at_target(),
          static_cast<int>(readiness.gates.size()),
          readiness.passed()};
}

}  // namespace rung
