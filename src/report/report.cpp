#include <rung/report/report.hpp>

#include <utility>
#include <variant>

namespace rung {
namespace {

void redact(Assessment& assessment) {
  for (Answer& answer : assessment.answers) redact(answer);
}

struct Redactor {
  void operator()(GapReport& report) const {
    report.disclosure = Disclosure::redacted;
    redact(report.gaps.assessment);
  }

  void operator()(ChangeReport& report) const {
    report.disclosure = Disclosure::redacted;
    redact(report.changes.before);
    redact(report.changes.after);
  }

  void operator()(NextLevelReport& report) const {
    report.disclosure = Disclosure::redacted;
    redact(report.next.assessment);
  }

  // These hold no answers.
  void operator()(HistoryReport& /*report*/) const {}
  void operator()(AssessmentListing& /*listing*/) const {}
  void operator()(LadderListing& /*listing*/) const {}
  void operator()(LadderPage& /*page*/) const {}
  void operator()(LadderDiffReport& /*report*/) const {}
  void operator()(HealthReport& /*report*/) const {}
};

}  // namespace

Report redact(Report report) {
  std::visit(Redactor{}, report);
  return report;
}

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
