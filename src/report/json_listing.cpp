#include "json_parts.hpp"

namespace rung {
namespace {

Json write_listed(const ListedAssessment& listed) {
  Json json;
  json["reference"] = listed.reference;
  json["ladder"] = listed.ladder_title;
  json["rater"] = write_rater(listed.rater);
  json["label"] = listed.label;
  json["started_at"] = format_timestamp(listed.started_at);
  json["finished_at"] = listed.finished_at ? Json(format_timestamp(*listed.finished_at)) : Json(nullptr);
  json["answered"] = listed.answered;
  json["behaviors"] = listed.behaviors;
  json["amends"] = listed.amends.empty() ? Json(nullptr) : Json(listed.amends);
  return json;
}

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

Json write_report(const AssessmentListing& listing) {
  Json json{{"schema", 1}, {"kind", "assessments"}};
  json["finished"] = list(listing.finished, write_listed);
  json["drafts"] = list(listing.drafts, write_listed);
  return json;
}

Json write_report(const LadderListing& listing) {
  Json json{{"schema", 1}, {"kind", "ladders"}};
  json["ladders"] = list(listing.ladders, [](const ListedLadder& ladder) {
    return Json{{"id", ladder.id},
                {"title", ladder.title},
                {"level", ladder.level},
                {"origin", ladder.origin},
                {"behaviors", ladder.behaviors},
                {"mistakes", ladder.mistakes},
                {"yours", ladder.is_own},
                {"shadows_builtin", ladder.shadows_builtin},
                {"ambiguous", ladder.is_ambiguous}};
  });
  return json;
}

Json write_report(const LadderPage& page) {
  const Ladder& ladder = page.ladder;
  Json json{{"schema", 1}, {"kind", "ladder"}};
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
  return json;
}

}  // namespace rung
