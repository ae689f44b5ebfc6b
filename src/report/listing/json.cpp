#include "../json_parts.hpp"

namespace rung {
namespace {

Json write_listed(const ListedAssessment& listed) {
  Json json;
  json["reference"] = listed.reference;
  json["ladder"] = listed.ladder_title;
  json["subject"] = {{"name", listed.subject.name}};
  json["rater"] = write_rater(listed.rater);
  json["label"] = listed.label;
  json["on"] = format_date(listed.on);
  json["started_at"] = format_timestamp(listed.started_at);
  json["finished_at"] = listed.finished_at ? Json(format_timestamp(*listed.finished_at)) : Json(nullptr);
  json["answered"] = listed.answered ? Json(*listed.answered) : Json(nullptr);
  json["behaviors"] = listed.behaviors ? Json(*listed.behaviors) : Json(nullptr);
  json["carried"] = listed.carried ? Json(*listed.carried) : Json(nullptr);
  json["amends"] = listed.amends.empty() ? Json(nullptr) : Json(listed.amends);
  return json;
}

}  // namespace

std::string write_json(const AssessmentListing& listing) {
  Json json = start_json(listing);
  json["finished"] = list(listing.finished, write_listed);
  json["drafts"] = list(listing.drafts, write_listed);
  return dump(json, Spread::pretty);
}

std::string write_json(const LadderListing& listing) {
  Json json = start_json(listing);
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
  return dump(json, Spread::pretty);
}

}  // namespace rung
