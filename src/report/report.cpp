#include <rung/report/report.hpp>

#include <utility>

namespace rung {

GapReport make_gap_report(Assessment assessment, const GapReportOptions& options) {
  GapReport report;
  report.gaps = find_gaps(std::move(assessment), {options.target});
  report.readiness = judge_readiness(report.gaps, report.gaps.assessment.ladder.gates);
  report.top = options.top;
  return report;
}

ChangeReport make_change_report(Assessment before, Assessment after) {
  return {compare(std::move(before), std::move(after)), Disclosure::full};
}

}  // namespace rung
