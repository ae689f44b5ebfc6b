#include <rung/report/report.hpp>

#include <string_view>
#include <utility>
#include <variant>

#include <fmt/format.h>

#include <rung/report/render.hpp>
#include <rung/text/ascii.hpp>

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

  void operator()(LogListing& listing) const {
    listing.disclosure = Disclosure::redacted;
    for (ListedEntry& listed : listing.entries) redact(listed.entry);
  }

  void operator()(SuggestionReport& report) const { report.text.clear(); }

  // These have no answers, or only counts of them.
  void operator()(LogStatusReport& /*report*/) const {}
  void operator()(HomeReport& /*report*/) const {}
  void operator()(HistoryReport& /*report*/) const {}
  void operator()(AssessmentListing& /*listing*/) const {}
  void operator()(LadderListing& /*listing*/) const {}
  void operator()(LadderPage& /*page*/) const {}
  void operator()(LadderDiffReport& /*report*/) const {}
  void operator()(HealthReport& /*report*/) const {}
};

/// The ids of the report's subject, each after `_`.
struct SubjectNamer {
  std::string operator()(const GapReport& report) const { return name(report.gaps.assessment); }

  std::string operator()(const ChangeReport& report) const {
    return fmt::format("{}{}", name(report.changes.before), name(report.changes.after));
  }

  std::string operator()(const NextLevelReport& report) const {
    return fmt::format("{}_{}", name(report.next.assessment), report.next.after.id);
  }

  std::string operator()(const HistoryReport& report) const {
    return fmt::format("_{}_{}", report.ladder_id, make_pair_slug(report.subject, report.rater));
  }

  std::string operator()(const LadderDiffReport& report) const {
    return fmt::format("_{}_{}", report.diff.before.id, report.diff.after.id);
  }

  std::string operator()(const LadderPage& page) const { return fmt::format("_{}", page.ladder.id); }
  // There is one of each.
  std::string operator()(const AssessmentListing& /*listing*/) const { return {}; }
  std::string operator()(const LadderListing& /*listing*/) const { return {}; }
  std::string operator()(const HealthReport& /*report*/) const { return {}; }
  std::string operator()(const HomeReport& /*report*/) const { return {}; }
  std::string operator()(const LogListing& /*listing*/) const { return {}; }
  std::string operator()(const LogStatusReport& /*report*/) const { return {}; }
  std::string operator()(const SuggestionReport& /*report*/) const { return {}; }

 private:
  static std::string name(const Assessment& assessment) {
    return fmt::format("_{}_{}", assessment.ladder.id, assessment.id);
  }
};

}  // namespace

std::string file_stem_of(const Report& report) {
  const std::string_view kind = name_of(report);
  return fmt::format("{}{}", slug(kind, kind.size()), std::visit(SubjectNamer{}, report));
}

Report redact(Report report) {
  std::visit(Redactor{}, report);
  return report;
}

GapReport make_gap_report(Assessment assessment, const GapReportOptions& options) {
  GapReport report;
  report.gaps = find_gaps(std::move(assessment), {options.target});
  if (!options.target) report.readiness = judge_readiness(report.gaps, report.gaps.assessment.ladder.gates);
  report.past = look_back(report.gaps, options.earlier);
  report.next = find_next_steps(report.gaps, report.readiness, report.past);
  report.patterns = find_patterns(report.gaps, options.earlier.empty() ? nullptr : &options.earlier.front());
  report.what_if = options.target;
  report.top = options.top;
  report.arguments = options.arguments;
  return report;
}

ChangeReport make_change_report(Assessment before, Assessment after) {
  return {compare(std::move(before), std::move(after)), Disclosure::full};
}

}  // namespace rung
