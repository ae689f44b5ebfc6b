#include <rung/ladder/fields.hpp>

#include "../json_parts.hpp"

namespace rung {
namespace {

Json write_behavior(const Ladder& ladder, const PlacedBehavior& placed) {
  Json json;
  json["key"] = placed.behavior->key;
  json["pillar"] = placed.pillar->title;
  json["responsibility"] = placed.responsibility->title;
  json["title"] = placed.behavior->title;
  json["text"] = placed.behavior->text;
  json["target"] = target_of(ladder, *placed.behavior);
  json["probes"] = placed.behavior->probes;
  json["hints"] = placed.behavior->hints;
  json["source"] = placed.behavior->source;
  return json;
}

/// The threshold of each gate; false if it is off.
Json write_gates(const Gates& gates) {
  Json json;
  visit_fields<Gates>([&](const auto& field) {
    const auto& threshold = (gates.*field.member).threshold;
    json[std::string(field.name)] = threshold ? Json(*threshold) : Json(false);
  });
  return json;
}

}  // namespace

std::string write_json(const LadderPage& page) {
  const Ladder& ladder = page.ladder;
  Json json = start_json(page);
  json["id"] = ladder.id;
  json["title"] = ladder.title;
  json["track"] = ladder.track;
  json["level"] = ladder.level;
  json["version"] = ladder.version;
  json["summary"] = ladder.summary;
  json["source"] = {{"title", ladder.source.title}, {"url", ladder.source.url}, {"license", ladder.source.license}};
  json["scale"] = write_scale(ladder.scale);
  json["target"] = ladder.target;
  json["gates"] = write_gates(ladder.gates);
  json["neighbors"] = {{"below", ladder.neighbors.below}, {"above", ladder.neighbors.above}};
  json["behaviors"] =
      list(list_behaviors(ladder), [&ladder](const PlacedBehavior& placed) { return write_behavior(ladder, placed); });
  json["terms"] = list(ladder.terms, [](const Term& term) {
    return Json{{"term", term.term}, {"meaning", term.meaning}};
  });
  return dump(json, Spread::pretty);
}

}  // namespace rung
