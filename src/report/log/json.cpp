#include <rung/log/fields.hpp>

#include "../json_parts.hpp"

namespace rung {
namespace {

Json write_tie(const Tie& tie) {
  return {{name_of(&Tie::ladder), tie.ladder}, {name_of(&Tie::behavior), tie.behavior}};
}

Json write_log_entry(const ListedEntry& listed) {
  const Entry& entry = listed.entry;
  Json json;
  json["id"] = entry.id;
  json["on"] = format_date(entry.on);
  json["text"] = entry.text;
  json["links"] = entry.links;
  json["tags"] = entry.tags;
  json["behaviors"] = list(entry.behaviors, write_tie);
  json["source"] = entry.source;
  json["rev"] = entry.rev;
  json["at"] = format_timestamp(entry.at);
  return json;
}

}  // namespace

std::string write_json(const LogListing& listing) {
  Json json = start_json(listing);
  json["redacted"] = listing.disclosure == Disclosure::redacted;
  json["entries"] = list(listing.entries, write_log_entry);
  return dump(json, Spread::pretty);
}

std::string write_json(const LogStatusReport& report) {
  const LogStatus& status = report.status;
  Json json = start_json(report);
  json["last_entry"] = status.last_entry ? Json(format_date(*status.last_entry)) : Json(nullptr);
  json["quiet_days"] = or_null(count_quiet_days(status, report.today));
  json["entries"] = status.entries;
  json["entries_since_assessment"] = status.since_assessment;
  json["in_inbox"] = status.in_inbox;
  json["last_assessment"] = status.last ? write_head(head_of(status.last->assessment)) : Json(nullptr);
  Json pillars = Json::array();
  for (std::size_t pillar = 0; pillar < status.claimed_by_pillar.size(); ++pillar)
    pillars.push_back({{"pillar", status.last->assessment.ladder.pillars[pillar].id},
                       {"at_target", status.last->pillars[pillar].tally.at_target},
                       {"without_evidence", status.claimed_by_pillar[pillar]}});
  json["pillars"] = std::move(pillars);
  return dump(json, Spread::pretty);
}

std::string write_json(const SuggestionReport& report) {
  const std::vector<PlacedBehavior> behaviors = list_behaviors(report.ladder);
  Json json = start_json(report);
  json["text"] = report.text;
  json["ladder"] = report.ladder.id;
  json["suggestions"] = list(report.suggestions, [&behaviors](const FittingBehavior& one) {
    const Behavior& behavior = *behaviors[one.behavior].behavior;
    return Json{
        {"behavior", behavior.key}, {"title", short_name(behavior)}, {"score", one.score}, {"words", one.words}};
  });
  return dump(json, Spread::pretty);
}

}  // namespace rung
