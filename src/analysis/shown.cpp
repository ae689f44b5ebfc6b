#include <rung/analysis/shown.hpp>

#include <algorithm>

namespace rung {

bool counts(const Evidence& evidence, const Assessment& assessment) {
  std::chrono::year_month_day first = assessment.on - std::chrono::months(months_of_evidence);
  if (!first.ok()) first = first.year() / first.month() / std::chrono::last;
  if (evidence.on < first) return false;
  if (assessment.on != date_of(assessment.started_at)) return evidence.on <= assessment.on;
  return !assessment.finished_at || evidence.on <= std::max(assessment.on, date_of(*assessment.finished_at));
}

bool has_evidence_that_counts(const Answer& answer, const Assessment& assessment) {
  return std::any_of(answer.evidence.begin(), answer.evidence.end(),
                     [&](const Evidence& evidence) { return counts(evidence, assessment); });
}

}  // namespace rung
