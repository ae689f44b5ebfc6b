#pragma once

#include <string>
#include <string_view>
#include <tuple>

#include <rung/report/compose.hpp>
#include <rung/report/document.hpp>
#include <rung/report/report.hpp>

// The functions of every kind of report. Each kind has its own folder: compose.cpp, json.cpp, csv.cpp.
namespace rung {

Document compose(const GapReport& report, Extent extent);
Document compose(const ChangeReport& report, Extent extent);
Document compose(const HistoryReport& report, Extent extent);
Document compose(const AssessmentListing& listing, Extent extent);
Document compose(const LadderListing& listing, Extent extent);
Document compose(const LadderPage& page, Extent extent);
Document compose(const LadderDiffReport& report, Extent extent);
Document compose(const NextLevelReport& report, Extent extent);
Document compose(const HealthReport& report, Extent extent);
Document compose(const LogListing& listing, Extent extent);
Document compose(const LogStatusReport& report, Extent extent);
Document compose(const SuggestionReport& report, Extent extent);
Document compose(const HomeReport& report, Extent extent);

/// One JSON object (docs/report-json.md), keys in a fixed order, a line feed at the end.
std::string write_json(const GapReport& report);
std::string write_json(const ChangeReport& report);
std::string write_json(const HistoryReport& report);
std::string write_json(const AssessmentListing& listing);
std::string write_json(const LadderListing& listing);
std::string write_json(const LadderPage& page);
std::string write_json(const LadderDiffReport& report);
std::string write_json(const NextLevelReport& report);
std::string write_json(const HealthReport& report);
std::string write_json(const LogListing& listing);
std::string write_json(const LogStatusReport& report);
std::string write_json(const SuggestionReport& report);
std::string write_json(const HomeReport& report);

/// A line of column names, then one row per behavior, assessment, ladder, or finding.
std::string write_csv(const GapReport& report);
std::string write_csv(const ChangeReport& report);
std::string write_csv(const HistoryReport& report);
std::string write_csv(const AssessmentListing& listing);
std::string write_csv(const LadderListing& listing);
std::string write_csv(const LadderPage& page);
std::string write_csv(const LadderDiffReport& report);
std::string write_csv(const NextLevelReport& report);
std::string write_csv(const HealthReport& report);
std::string write_csv(const LogListing& listing);
std::string write_csv(const LogStatusReport& report);
std::string write_csv(const SuggestionReport& report);
std::string write_csv(const HomeReport& report);

template <class Kind>
struct KindRow {
  std::string_view name;  ///< its `kind` in JSON
  Document (*compose)(const Kind&, Extent);
  std::string (*json)(const Kind&);
  std::string (*csv)(const Kind&);
};

/// One row per alternative of Report; an alternative without a row does not compile.
inline constexpr std::tuple kinds{
    KindRow<GapReport>{"gap report", compose, write_json, write_csv},
    KindRow<ChangeReport>{"change report", compose, write_json, write_csv},
    KindRow<HistoryReport>{"history", compose, write_json, write_csv},
    KindRow<AssessmentListing>{"assessments", compose, write_json, write_csv},
    KindRow<LadderListing>{"ladders", compose, write_json, write_csv},
    KindRow<LadderPage>{"ladder", compose, write_json, write_csv},
    KindRow<LadderDiffReport>{"ladder diff", compose, write_json, write_csv},
    KindRow<NextLevelReport>{"next level", compose, write_json, write_csv},
    KindRow<HealthReport>{"health", compose, write_json, write_csv},
    KindRow<LogListing>{"log", compose, write_json, write_csv},
    KindRow<LogStatusReport>{"log status", compose, write_json, write_csv},
    KindRow<SuggestionReport>{"suggestions", compose, write_json, write_csv},
    KindRow<HomeReport>{"home", compose, write_json, write_csv},
};

template <class Kind>
constexpr const KindRow<Kind>& row_of(const Kind& /*report*/) {
  return std::get<KindRow<Kind>>(kinds);
}

}  // namespace rung
