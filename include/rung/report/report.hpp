#pragma once

#include <optional>
#include <string>
#include <variant>

#include <rung/analysis/changes.hpp>
#include <rung/analysis/gaps.hpp>
#include <rung/analysis/readiness.hpp>
#include <rung/assessment/assessment.hpp>
#include <rung/report/listing.hpp>

namespace rung {

struct GapReportOptions {
  std::optional<int> target;  ///< judged against this instead of the ladder's target; must be on the scale
  std::optional<int> top;     ///< lists only this many gaps; everything is still counted
};

/// Where one assessment stands.
struct GapReport {
  AssessmentHead head;
  std::string level;      ///< the ladder's; may be empty
  int ladder_target = 0;  ///< differs from `gaps.target` when another one was asked for
  Gaps gaps;
  Readiness readiness;
  std::optional<int> top;

  friend bool operator==(const GapReport&, const GapReport&) = default;
};

/// What changed between two assessments.
struct ChangeReport {
  Changes changes;

  friend bool operator==(const ChangeReport&, const ChangeReport&) = default;
};

/// Everything a reader gets to see, before it has a form.
using Report = std::variant<GapReport, ChangeReport, AssessmentListing, LadderListing, LadderPage>;

GapReport make_gap_report(const Assessment& assessment, const GapReportOptions& options = {});
ChangeReport make_change_report(const Assessment& before, const Assessment& after);

}  // namespace rung
