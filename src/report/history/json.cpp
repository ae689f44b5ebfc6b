#include <numeric>

#include "../json_parts.hpp"

namespace rung {
namespace {

Json write_point(const TrendPoint& point) {
  Json json = write_head(point.head);
  json.update(write_counts(point.overall));
  json["widest_gap"] = or_null(point.overall.widest_gap);
  json["target"] = point.target;
  json["carried"] = point.carried;
  json["compared"] = point.compared;
  json["readiness"] = {{"passed", point.gates_passed}, {"gates", point.gates}};
  return json;
}

Json write_shares(const PillarTrend& trend) {
  return list(trend.at_target, [](const auto& share) { return share ? write_share(*share) : Json(); });
}

Json write_pillar(const Pillar& pillar, const PillarTrend& trend) {
  Json json{{"id", pillar.id}, {"title", pillar.title}};
  json["at_target"] = write_shares(trend);
  return json;
}

const char* word_for(TrendState state) {
  switch (state) {
    case TrendState::unrated: return "unrated";
    case TrendState::not_applicable: return "not applicable";
    case TrendState::no_opportunity: return "no opportunity";
    case TrendState::rated: return "rated";
    case TrendState::other_words: return "other words";
    case TrendState::other_scale: return "other scale";
    case TrendState::absent: return "absent";
  }
  return "";
}

Json write_series(const OtherSeries& other) {
  return {{"subject", other.subject.name}, {"rater", write_rater(other.rater)}, {"assessments", other.assessments}};
}

Json write_behavior(const Ladder& ladder, const BehaviorTrend& behavior) {
  const PlacedBehavior placed = place(ladder, behavior.at);
  Json json = write_place(placed);
  json["title"] = placed.behavior->title;
  json["text"] = placed.behavior->text;
  json["target"] = behavior.target;
  json["ratings"] = list(behavior.answers, [](const TrendAnswer& answer) {
    return answer.state == TrendState::rated ? Json(answer.rating) : Json(nullptr);
  });
  json["states"] = list(behavior.answers, [](const TrendAnswer& answer) { return Json(word_for(answer.state)); });
  json["carried"] = list(behavior.answers, [](const TrendAnswer& answer) { return Json(answer.is_carried); });
  json["evidence"] = list(behavior.answers, [](const TrendAnswer& answer) { return Json(answer.has_evidence); });
  json["regressions"] = behavior.regressions;
  json["never_moved"] = behavior.never_moved();
  return json;
}

}  // namespace

std::string write_json(const HistoryReport& report) {
  const Trend& trend = report.trend;
  const auto behavior = [&](const BehaviorTrend& one) { return write_behavior(trend.ladder, one); };
  Json json = start_json(report);
  json["ladder"] = {{"id", report.ladder_id}, {"title", report.ladder_title}};
  json["subject"] = report.subject.name;
  json["rater"] = report.rater.name;
  json["role"] = std::string(to_string(report.rater.role));
  json["since"] = report.since ? Json(format_date(*report.since)) : Json(nullptr);
  json["left_out"] = std::accumulate(report.others.begin(), report.others.end(), 0,
                                     [](int sum, const OtherSeries& other) { return sum + other.assessments; });
  json["others"] = list(report.others, write_series);
  json["assessments"] = list(trend.points, write_point);
  json["overall"] = write_shares(trend.overall);
  json["pillars"] = Json::array();
  for (std::size_t index = 0; index < trend.pillars.size(); ++index)
    json["pillars"].push_back(write_pillar(trend.ladder.pillars[index], trend.pillars[index]));
  json["behaviors"] = list(trend.behaviors, behavior);
  json["never_moved"] = list(trend.never_moved, behavior);
  json["regressed_twice"] = list(trend.regressed_twice, behavior);
  return dump(json, Spread::pretty);
}

}  // namespace rung
