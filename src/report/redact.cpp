#include <rung/report/report.hpp>

#include <variant>
#include <vector>

namespace rung {
namespace {

void redact(Answer& answer) {
  answer.note.clear();
  answer.evidence.clear();
  if (auto* excused = std::get_if<NotApplicable>(&answer.rating)) excused->reason.clear();
}

void redact(std::vector<Standing>& standings) {
  for (auto& standing : standings) redact(standing.answer);
}

void redact(std::vector<Change>& changes) {
  for (auto& change : changes) {
    redact(change.before);
    redact(change.after);
  }
}

struct Redactor {
  void operator()(GapReport& report) const {
    report.disclosure = Disclosure::redacted;
    Gaps& gaps = report.gaps;
    for (auto* standings : {&gaps.standings, &gaps.gaps, &gaps.closest, &gaps.strengths, &gaps.claimed,
                            &gaps.not_applicable, &gaps.unrated})
      redact(*standings);
  }

  void operator()(ChangeReport& report) const {
    report.disclosure = Disclosure::redacted;
    Changes& changes = report.changes;
    for (auto* bucket : {&changes.regressed, &changes.improved, &changes.newly_rated, &changes.no_longer_rated,
                         &changes.state_changes, &changes.not_subtracted, &changes.unchanged_behaviors})
      redact(*bucket);
    for (auto& rewording : changes.reworded) {
      redact(rewording.before);
      redact(rewording.after);
    }
    for (auto& addition : changes.added) redact(addition.answer);
    for (auto& removal : changes.removed) redact(removal.answer);
  }

  void operator()(NextLevelReport& report) const {
    report.disclosure = Disclosure::redacted;
    for (auto& one : report.next.behaviors)
      if (one.answer) redact(*one.answer);
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

}  // namespace rung
