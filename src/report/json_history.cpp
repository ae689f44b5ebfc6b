#include "json_parts.hpp"
#include "wording.hpp"

namespace rung {
namespace {

Json write_point(const TrendPoint& point) {
  const Tally& tally = point.overall;
  Json json = write_head(point.head);
  json["behaviors"] = tally.behaviors;
  json["rated"] = tally.rated;
  json["not_applicable"] = tally.not_applicable;
  json["no_opportunity"] = tally.no_opportunity;
  json["unrated"] = tally.unrated;
  json["coverage"] = write_share(tally.coverage());
  json["at_target"] = write_share(tally.share_at_target());
  json["widest_gap"] = or_null(tally.widest_gap);
  json["readiness"] = {{"passed", point.gates_passed}, {"gates", point.gates}};
  return json;
}

Json write_pillar(const PillarTrend& pillar) {
  Json json{{"id", pillar.id}, {"title", pillar.title}};
  json["at_target"] = list(pillar.at_target, [](const auto& share) { return share ? write_share(*share) : Json(); });
  return json;
}

Json write_behavior(const BehaviorTrend& behavior) {
  Json json = write_place(behavior, behavior.behavior);
  json["text"] = behavior.text;
  json["target"] = behavior.target;
  json["ratings"] = list(behavior.ratings, [](const auto& rating) { return or_null(rating); });
  json["regressions"] = behavior.regressions;
  return json;
}

}  // namespace

Json write_report(const HistoryReport& report) {
  Json json{{"schema", 1}, {"kind", "history"}};
  json["ladder"] = {{"id", report.ladder_id}, {"title", report.ladder_title}};
  json["rater"] = report.rater.empty() ? Json(nullptr) : Json(report.rater);
  json["since"] = report.since ? Json(format_date(*report.since)) : Json(nullptr);
  json["left_out"] = report.left_out;
  json["assessments"] = list(report.trend.points, write_point);
  json["pillars"] = list(report.trend.pillars, write_pillar);
  json["never_moved"] = list(report.trend.never_moved, write_behavior);
  json["regressed_twice"] = list(report.trend.regressed_twice, write_behavior);
  return json;
}

}  // namespace rung
