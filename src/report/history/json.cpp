#include "../json_parts.hpp"

namespace rung {
namespace {

Json write_point(const TrendPoint& point) {
  Json json = write_head(point.head);
  json.update(write_counts(point.overall));
  json["widest_gap"] = or_null(point.overall.widest_gap);
  json["readiness"] = {{"passed", point.gates_passed}, {"gates", point.gates}};
  return json;
}

Json write_pillar(const Pillar& pillar, const PillarTrend& trend) {
  Json json{{"id", pillar.id}, {"title", pillar.title}};
  json["at_target"] = list(trend.at_target, [](const auto& share) { return share ? write_share(*share) : Json(); });
  return json;
}

Json write_behavior(const Ladder& ladder, const BehaviorTrend& behavior) {
  const PlacedBehavior placed = place(ladder, behavior.at);
  Json json = write_place(placed);
  json["text"] = placed.behavior->text;
  json["target"] = behavior.target;
  json["ratings"] = list(behavior.ratings, [](const auto& rating) { return or_null(rating); });
  json["regressions"] = behavior.regressions;
  return json;
}

}  // namespace

std::string write_json(const HistoryReport& report) {
  const Trend& trend = report.trend;
  const auto behavior = [&](const BehaviorTrend& one) { return write_behavior(trend.ladder, one); };
  Json json = start_json(report);
  json["ladder"] = {{"id", report.ladder_id}, {"title", report.ladder_title}};
  json["rater"] = report.rater.empty() ? Json(nullptr) : Json(report.rater);
  json["since"] = report.since ? Json(format_date(*report.since)) : Json(nullptr);
  json["left_out"] = report.left_out;
  json["assessments"] = list(trend.points, write_point);
  json["pillars"] = Json::array();
  for (std::size_t index = 0; index < trend.pillars.size(); ++index)
    json["pillars"].push_back(write_pillar(trend.ladder.pillars[index], trend.pillars[index]));
  json["never_moved"] = list(trend.never_moved, behavior);
  json["regressed_twice"] = list(trend.regressed_twice, behavior);
  return dump(json, Spread::pretty);
}

}  // namespace rung
