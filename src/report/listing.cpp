#include <rung/report/listing.hpp>

#include <algorithm>

namespace rung {

ListedAssessment summarize(const AssessmentHead& head, std::string reference) {
  return {std::move(reference), head.ladder_title, head.subject, head.rater, head.label, head.on,
          head.started_at,      head.finished_at,  {},           {},         {},         {}};
}

ListedAssessment summarize(const Assessment& assessment, std::string reference) {
  ListedAssessment listed = summarize(head_of(assessment), std::move(reference));
  const RunProgress progress = measure_progress(assessment);
  listed.answered = progress.answered;
  listed.behaviors = progress.asked;
  if (assessment.asked) listed.carried = count_carried(assessment);
  return listed;
}

int count_carried(const Assessment& assessment) {
  return static_cast<int>(std::count_if(assessment.answers.begin(), assessment.answers.end(),
                                        [](const Answer& answer) { return answer.origin == Origin::carried; }));
}

}  // namespace rung
