#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include <rung/analysis/changes.hpp>
#include <rung/analysis/gaps.hpp>
#include <rung/analysis/ladder_diff.hpp>
#include <rung/analysis/look_back.hpp>
#include <rung/analysis/next_level.hpp>
#include <rung/analysis/next_steps.hpp>
#include <rung/analysis/patterns.hpp>
#include <rung/analysis/readiness.hpp>
#include <rung/analysis/trend.hpp>
#include <rung/assessment/assessment.hpp>
#include <rung/report/health.hpp>
#include <rung/report/home.hpp>
#include <rung/report/listing.hpp>
#include <rung/report/log.hpp>

namespace rung {

struct GapReportOptions {
  std::optional<int> target = {};  ///< what if this were the target; must be on the scale. No gate is judged then
  std::optional<int> top = {};     ///< every list shows only this many; everything is still counted
  /// Those before by the same rater about the same subject, the latest first; at most most_looked_back are looked at.
  std::vector<Assessment> earlier = {};
  std::string arguments = {};  ///< what names the assessment on the command line; empty: it is the usual one
};

/// Where one assessment stands.
struct GapReport {
  Gaps gaps;
  Readiness readiness;  ///< empty where `what_if` is set
  LookBack past;
  std::vector<NextStep> next;
  std::vector<Pattern> patterns;
  std::optional<int> what_if;  ///< the target that was asked about instead of the ladder's
  std::optional<int> top;
  std::string arguments;
  Disclosure disclosure = Disclosure::full;
};

/// What changed between two assessments.
struct ChangeReport {
  Changes changes;
  Disclosure disclosure = Disclosure::full;
};

/// Assessments of the same ladder that a history leaves out: about somebody else, or by somebody else.
struct OtherSeries {
  Subject subject;
  Rater rater;
  int assessments = 0;
};

/// The finished assessments of one ladder about one subject by one rater over time.
struct HistoryReport {
  Trend trend;
  std::string ladder_id;
  std::string ladder_title;
  Subject subject;
  Rater rater;
  std::optional<Date> since;        ///< nothing that judges an earlier date is in it
  std::vector<OtherSeries> others;  ///< in the order in which they were found
};

/// What separates two ladders.
struct LadderDiffReport {
  LadderDiff diff;
};

/// How far an assessment is from another ladder.
struct NextLevelReport {
  NextLevel next;
  Disclosure disclosure = Disclosure::full;
};

/// Everything a reader gets to see, before it has a form.
using Report =
    std::variant<GapReport, ChangeReport, HistoryReport, AssessmentListing, LadderListing, LadderPage, LadderDiffReport,
                 NextLevelReport, HealthReport, LogListing, LogStatusReport, SuggestionReport, HomeReport>;

/// What to call a file of the report, without its ending: its kind and the ids of what it is about, such as
/// `gap-report_baker_2026-01-15-ana`.
std::string file_stem_of(const Report& report);

/// The report without notes, evidence and reasons, and saying so. What depended on them (what is shown or claimed, the
/// patterns) was judged before and stays.
Report redact(Report report);

GapReport make_gap_report(Assessment assessment, const GapReportOptions& options = {});
ChangeReport make_change_report(Assessment before, Assessment after);

}  // namespace rung
