#include <rung/report/rows.hpp>

#include "json_parts.hpp"

namespace rung {

std::string to_json_line(const AnswerRow& row) {
  Json json;
  json["assessment"] = row.assessment;
  json["rater"] = row.rater;
  json["role"] = row.role;
  json["date"] = row.date;
  json["ladder"] = row.ladder;
  json["pillar"] = row.pillar;
  json["responsibility"] = row.responsibility;
  json["behavior"] = row.behavior;
  json["text"] = row.text;
  json["state"] = row.state;
  json["rating"] = or_null(row.rating);
  json["target"] = row.target;
  json["gap"] = or_null(row.gap);
  json["reason"] = row.reason;
  json["note"] = row.note;
  json["evidence"] = or_null(row.evidence);
  return dump(json, Spread::one_line);
}

}  // namespace rung
