#include <rung/report/listing.hpp>

namespace rung {

ListedAssessment summarize(const Assessment& assessment, std::string reference) {
  return {std::move(reference),
          assessment.ladder.title,
          assessment.rater,
          assessment.label,
          assessment.started_at,
          assessment.finished_at,
          count_answered(assessment),
          static_cast<int>(assessment.answers.size()),
          {}};
}

}  // namespace rung
