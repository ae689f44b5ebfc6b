#include <rung/report/report.hpp>

namespace rung {

GapReport make_gap_report(const Assessment& assessment, const GapReportOptions& options) {
  GapReport report;
  report.head = head_of(assessment);
  report.level = assessment.ladder.level;
  report.ladder_target = assessment.ladder.target;
  report.gaps = find_gaps(assessment, {options.target});
  report.readiness = judge_readiness(report.gaps, assessment.ladder.gates);
  report.top = options.top;
  return report;
}

ChangeReport make_change_report(const Assessment& before, const Assessment& after) {
  return {compare(before, after), Disclosure::full};
}

}  // namespace rung
