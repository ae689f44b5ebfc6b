#include "../json_parts.hpp"
#include "../wording.hpp"

namespace rung {
namespace {

void write_answers(Json& json, const Changes& changes, const Change& one) {
  json["before"] = write_answer(*changes.answer_before(one), changes.before.ladder.scale);
  json["after"] = write_answer(*changes.answer_after(one), changes.after.ladder.scale);
}

Json write_ladder_changes(const Changes& changes) {
  const auto one_sided = [&](std::size_t index) {
    const Change& one = changes.behaviors[index];
    const PlacedBehavior placed = changes.place(one);
    Json json = write_place(placed);
    json["text"] = placed.behavior->text;
    const Answer* after = changes.answer_after(one);
    json["answer"] = after == nullptr ? write_answer(*changes.answer_before(one), changes.before.ladder.scale)
                                      : write_answer(*after, changes.after.ladder.scale);
    return json;
  };
  Json json;
  json["target"] = {{"before", changes.before.ladder.target}, {"after", changes.after.ladder.target}};
  json["reworded"] = list(changes.reworded, [&](std::size_t index) {
    const Change& one = changes.behaviors[index];
    Json reworded = write_place(changes.place(one));
    reworded["words"] = write_words(changes.words(one));
    write_answers(reworded, changes, one);
    return reworded;
  });
  json["added"] = list(changes.added, one_sided);
  json["removed"] = list(changes.removed, one_sided);
  return json;
}

}  // namespace

std::string write_json(const ChangeReport& report) {
  const auto& changes = report.changes;
  const auto change = [&](std::size_t index) {
    const Change& one = changes.behaviors[index];
    const PlacedBehavior placed = changes.place(one);
    Json json = write_place(placed);
    json["text"] = placed.behavior->text;
    json["moved"] = one.moved;
    write_answers(json, changes, one);
    return json;
  };
  Json json = start_json(report);
  json["redacted"] = report.disclosure == Disclosure::redacted;
  json["before"] = write_head(head_of(changes.before));
  json["after"] = write_head(head_of(changes.after));
  json["days"] = days_between(head_of(changes.before), head_of(changes.after));
  json["same_scale"] = changes.same_scale;
  json["scale"] = {{"before", write_scale(changes.before.ladder.scale)},
                   {"after", write_scale(changes.after.ladder.scale)}};
  json["regressed"] = list(changes.regressed, change);
  json["improved"] = list(changes.improved, change);
  json["newly_rated"] = list(changes.newly_rated, change);
  json["no_longer_rated"] = list(changes.no_longer_rated, change);
  json["state_changes"] = list(changes.state_changes, change);
  json["not_subtracted"] = list(changes.not_subtracted, change);
  json["unchanged"] = changes.unchanged.size();
  json["still_unrated"] = changes.still_unrated;
  json["unchanged_behaviors"] = list(changes.unchanged, change);
  json["pillars"] = Json::array();
  for (std::size_t index = 0; index < changes.pillars.size(); ++index) {
    const PillarMovement& pillar = changes.pillars[index];
    json["pillars"].push_back({{"title", changes.after.ladder.pillars[index].title},
                               {"improved", pillar.improved},
                               {"regressed", pillar.regressed},
                               {"net_points", pillar.net_points}});
  }
  json["ladder"] = write_ladder_changes(changes);
  return dump(json, Spread::pretty);
}

}  // namespace rung
