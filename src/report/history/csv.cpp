#include <fmt/format.h>

#include "../csv_cells.hpp"
#include "../kinds.hpp"
#include "../wording.hpp"

namespace rung {
namespace {

std::vector<std::string> name_columns(const Trend& trend) {
  std::vector<std::string> names{"assessment", "date",           "label",          "rater",
                                 "role",       "ladder_version", "behaviors",      "applicable",
                                 "rated",      "not_applicable", "no_opportunity", "unrated",
                                 "at_target",  "widest_gap",     "gates_passed",   "gates"};
  for (const Pillar& pillar : trend.ladder.pillars) {
    names.push_back(fmt::format("{}_at_target", pillar.id));
    names.push_back(fmt::format("{}_applicable", pillar.id));
  }
  names.insert(names.end(), {"subject", "carried", "compared", "target"});
  return names;
}

std::vector<std::string> describe_point(const HistoryReport& report, std::size_t index) {
  const TrendPoint& point = report.trend.points[index];
  const Tally& tally = point.overall;
  std::vector<std::string> cells{fmt::format("{}/{}", report.ladder_id, point.head.id),
                                 format_date(date_of(point.head)),
                                 point.head.label,
                                 point.head.rater.name,
                                 std::string(to_string(point.head.rater.role)),
                                 point.head.ladder_version,
                                 csv_number(tally.behaviors),
                                 csv_number(tally.applicable()),
                                 csv_number(tally.rated),
                                 csv_number(tally.not_applicable),
                                 csv_number(tally.no_opportunity),
                                 csv_number(tally.unrated),
                                 csv_number(tally.at_target),
                                 csv_number(tally.widest_gap),
                                 csv_number(point.gates_passed),
                                 csv_number(point.gates)};
  for (const PillarTrend& pillar : report.trend.pillars) {
    const auto& share = pillar.at_target[index];
    cells.push_back(share ? csv_number(share->part) : std::string());
    cells.push_back(share ? csv_number(share->whole) : std::string());
  }
  cells.insert(cells.end(), {point.head.subject.name, csv_number(point.carried), csv_number(point.compared),
                             csv_number(point.target)});
  return cells;
}

}  // namespace

std::string write_csv(const HistoryReport& report) {
  std::string csv = csv_row(name_columns(report.trend));
  for (std::size_t index = 0; index < report.trend.points.size(); ++index)
    csv += csv_row(describe_point(report, index));
  return csv;
}

}  // namespace rung
