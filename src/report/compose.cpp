#include <rung/report/compose.hpp>

#include <variant>

#include "compose_parts.hpp"

namespace rung {
namespace {

struct Composer {
  Extent extent;

  Document operator()(const GapReport& report) const { return compose_gaps(report, extent); }
  Document operator()(const ChangeReport& report) const { return compose_changes(report); }
  Document operator()(const HistoryReport& report) const { return compose_history(report); }
  Document operator()(const AssessmentListing& listing) const { return compose_assessments(listing); }
  Document operator()(const LadderListing& listing) const { return compose_ladders(listing); }
  Document operator()(const LadderPage& page) const { return compose_ladder(page); }
  Document operator()(const LadderDiffReport& report) const { return compose_ladder_diff(report); }
  Document operator()(const NextLevelReport& report) const { return compose_next_level(report); }
  Document operator()(const HealthReport& report) const { return compose_health(report); }
};

}  // namespace

Document compose(const Report& report, Extent extent) { return std::visit(Composer{extent}, report); }

}  // namespace rung
