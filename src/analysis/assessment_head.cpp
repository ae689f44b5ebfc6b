#include <rung/analysis/assessment_head.hpp>

namespace rung {

AssessmentHead head_of(const Assessment& assessment) {
  const Ladder& ladder = assessment.ladder;
  return {assessment.id,    ladder.id,        ladder.title,          ladder.version,
          assessment.rater, assessment.label, assessment.started_at, assessment.finished_at};
}

}  // namespace rung
