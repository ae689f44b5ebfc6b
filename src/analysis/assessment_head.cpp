#include <rung/analysis/assessment_head.hpp>

namespace rung {

AssessmentHead head_of(const Assessment& assessment) {
  const Ladder& ladder = assessment.ladder;
  return {assessment.id, assessment.sitting,    assessment.subject,    ladder.id,
          ladder.title,  ladder.version,        assessment.rater,      assessment.label,
          assessment.on, assessment.started_at, assessment.finished_at};
}

}  // namespace rung
