#include <rung/report/home.hpp>

#include <utility>

#include <rung/analysis/readiness.hpp>

namespace rung {

HomeDraft summarize_draft(const Assessment& draft, std::string reference, std::string command) {
  Timestamp saved = draft.started_at;
  for (const Answer& answer : draft.answers)
    if (answer.answered_at && answer.answered_at->at > saved.at) saved = *answer.answered_at;
  const RunProgress progress = measure_progress(draft);
  return {std::move(reference),
          std::move(command),
          draft.subject.name,
          draft.rater.name,
          {progress.answered, progress.asked},
          date_of(saved)};
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
