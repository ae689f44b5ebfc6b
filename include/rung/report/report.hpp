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
  std::optional<int> target = {};  ///< a what-if target, which must be on the scale; no gate is judged then
  std::optional<int> top = {};     ///< the most behaviors in each list; counts still include all
  /// Earlier ones by the same rater about the same subject, latest first; at most most_looked_back are used.
  std::vector<Assessment> earlier = {};
  std::string arguments = {};  ///< the arguments that name the assessment; empty for the default one
};

/// The standing of one assessment.
struct GapReport {
  Gaps gaps;
  Readiness readiness;  ///< empty if `what_if` is set
  LookBack past;
  std::vector<NextStep> next;
  std::vector<Pattern> patterns;
  std::optional<int> what_if;  ///< the target used instead of the ladder's
  std::optional<int> top;
  std::string arguments;
  Disclosure disclosure = Disclosure::full;
};

/// The changes between two assessments.
struct ChangeReport {
  Changes changes;
  Disclosure disclosure = Disclosure::full;
};

/// Assessments of the same ladder that a history leaves out, because they are about or by somebody else.
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
  std::optional<Date> since;        ///< earlier assessments are left out
  std::vector<OtherSeries> others;  ///< in the order in which they were found
};

/// The differences between two ladders.
struct LadderDiffReport {
  LadderDiff diff;
};

/// The distance of an assessment from another ladder.
struct NextLevelReport {
  NextLevel next;
  Disclosure disclosure = Disclosure::full;
};

/// Everything a reader sees, before it has a format.
using Report =
    std::variant<GapReport, ChangeReport, HistoryReport, AssessmentListing, LadderListing, LadderPage, LadderDiffReport,
                 NextLevelReport, HealthReport, LogListing, LogStatusReport, SuggestionReport, HomeReport>;

/// A file name for the report, without ending: its kind and the ids of its subject, such as
/// `gap-report_baker_2026-01-15-ana`.
std::string file_stem_of(const Report& report);

/// The report without notes, evidence, and reasons, marked as redacted. Results that depend on them (shown or claimed,
/// patterns) stay.
Report redact(Report report);

GapReport make_gap_report(Assessment assessment, const GapReportOptions& options = {});
ChangeReport make_change_report(Assessment before, Assessment after);

}  // namespace rung
