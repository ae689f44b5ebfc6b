#include "../json_parts.hpp"

namespace rung {
namespace {

Json write_behavior(const Ladder& ladder, const PlacedBehavior& placed) {
  Json json;
  json["key"] = placed.behavior->key;
  json["pillar"] = placed.pillar->title;
  json["responsibility"] = placed.responsibility->title;
  json["text"] = placed.behavior->text;
  json["target"] = target_of(ladder, *placed.behavior);
  json["probes"] = placed.behavior->probes;
  json["source"] = placed.behavior->source;
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
  json["gates"] = {{"coverage", ladder.gates.coverage},
                   {"at_target", ladder.gates.at_target},
                   {"pillar_at_target", ladder.gates.pillar_at_target},
                   {"floor", ladder.gates.floor}};
  json["behaviors"] =
      list(list_behaviors(ladder), [&ladder](const PlacedBehavior& placed) { return write_behavior(ladder, placed); });
  json["terms"] = list(ladder.terms, [](const Term& term) {
    return Json{{"term", term.term}, {"meaning", term.meaning}};
  });
  return dump(json, Spread::pretty);
}

}  // namespace rung
