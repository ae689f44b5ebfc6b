#include <rung/analysis/shown.hpp>

#include <algorithm>

namespace rung {

Date months_before(Date day, std::chrono::months months) {
  const Date earlier = day - months;
  return earlier.ok() ? earlier : Date(earlier.year() / earlier.month() / std::chrono::last);
}

EvidenceWindow evidence_window(const Assessment& assessment) {
  EvidenceWindow window{months_before(assessment.on, evidence_months), assessment.on};
  if (assessment.on != date_of(assessment.started_at)) return window;
  window.last.reset();
  if (assessment.finished_at) window.last = std::max(assessment.on, date_of(*assessment.finished_at));
  return window;
}

EvidenceAge age_of(const Evidence& evidence, const EvidenceWindow& window) {
  if (evidence.on < window.first) return EvidenceAge::too_old;
  return window.last && evidence.on > *window.last ? EvidenceAge::too_late : EvidenceAge::counts;
}

int count_evidence(const Answer& answer, const EvidenceWindow& window) {
  return static_cast<int>(std::count_if(answer.evidence.begin(), answer.evidence.end(), [&window](const Evidence& one) {
    return age_of(one, window) == EvidenceAge::counts;
  }));
}

}  // namespace rung
