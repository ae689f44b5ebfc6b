#include "json_parts.hpp"

#include <variant>

#include "wording.hpp"

namespace rung {

Json write_scale(const Scale& scale) {
  return list(scale.points, [](const ScalePoint& point) {
    return Json{{"value", point.value}, {"label", point.label}, {"anchor", point.anchor}};
  });
}

Json write_rater(const Rater& rater) { return {{"name", rater.name}, {"role", std::string(to_string(rater.role))}}; }

Json write_share(const Share& share) {
  return {
      {"part", share.part}, {"whole", share.whole}, {"share", share.has_basis() ? Json(share.value()) : Json(nullptr)}};
}

Json write_head(const AssessmentHead& head) {
  Json json;
  json["id"] = head.id;
  json["ladder"] = {{"id", head.ladder_id}, {"title", head.ladder_title}, {"version", head.ladder_version}};
  json["rater"] = write_rater(head.rater);
  json["label"] = head.label;
  json["date"] = format_date(date_of(head));
  json["draft"] = !head.finished_at.has_value();
  json["started_at"] = format_timestamp(head.started_at);
  json["finished_at"] = head.finished_at ? Json(format_timestamp(*head.finished_at)) : Json(nullptr);
  return json;
}

Json write_place(const PlacedBehavior& placed) {
  return {{"behavior", placed.behavior->key},
          {"pillar", placed.pillar->title},
          {"responsibility", placed.responsibility->title}};
}

Json write_answer(const Answer& answer, const Scale& scale) {
  Json json;
  json["state"] = std::string(state_of(answer.rating));
  const auto value = rated_value(answer.rating);
  const auto* point = value ? scale.find(*value) : nullptr;
  const auto* excused = std::get_if<NotApplicable>(&answer.rating);
  json["rating"] = or_null(value);
  json["label"] = point == nullptr ? Json(nullptr) : Json(point->label);
  json["reason"] = excused == nullptr ? Json(nullptr) : Json(excused->reason);
  json["note"] = answer.note;
  json["evidence"] = list(answer.evidence, [](const Evidence& evidence) {
    return Json{{"text", evidence.text},
                {"link", evidence.link},
                {"on", evidence.on ? Json(format_date(*evidence.on)) : Json(nullptr)}};
  });
  json["answered_at"] = answer.answered_at ? Json(format_timestamp(*answer.answered_at)) : Json(nullptr);
  return json;
}

}  // namespace rung
