#include <algorithm>

#include "../json_parts.hpp"

namespace rung {
namespace {

const char* word_for(LevelStanding standing) {
  switch (standing) {
    case LevelStanding::shown: return "shown";
    case LevelStanding::claimed: return "claimed";
    case LevelStanding::below: return "below";
    case LevelStanding::not_applicable: return "not applicable";
    case LevelStanding::no_opportunity: return "no opportunity";
    case LevelStanding::unrated: return "unrated";
    case LevelStanding::rescaled: return "rescaled";
    case LevelStanding::reworded: return "reworded";
    case LevelStanding::come: return "new";
  }
  return "";
}

std::string key_for(LevelStanding standing) {
  std::string key = word_for(standing);
  std::replace(key.begin(), key.end(), ' ', '_');
  return key;
}

Json write_counts(const LevelCounts& counts) {
  Json json{{"behaviors", counts.behaviors()}, {"comparable", counts.comparable()}};
  for (const LevelStanding standing : level_standings) json[key_for(standing)] = counts[standing];
  return json;
}

}  // namespace

std::string write_json(const NextLevelReport& report) {
  const auto& next = report.next;
  Json json = start_json(report);
  json["redacted"] = report.disclosure == Disclosure::redacted;
  json["assessment"] = write_head(head_of(next.assessment));
  json["before"] = write_ladder_head(next.before());
  json["after"] = write_ladder_head(next.after);
  json["same_scale"] = next.same_scale;
  json["counts"] = write_counts(next.counts);
  json["gone"] = next.gone;
  json["pillars"] = Json::array();
  for (std::size_t index = 0; index < next.pillars.size(); ++index) {
    json["pillars"].push_back(
        {{"title", next.after.pillars[index].title}, {"counts", write_counts(next.pillars[index])}});
  }
  json["behaviors"] = list(next.behaviors, [&next](const LevelBehavior& one) {
    Json behavior;
    behavior["standing"] = word_for(one.standing);
    behavior["pillar"] = place(next.after, *one.behavior.after).pillar->title;
    behavior.update(write_compared(next.before(), next.after, one.behavior));
    const Answer* answer = next.answer(one);
    behavior["answer"] = answer == nullptr ? Json(nullptr) : write_answer(*answer, next.before().scale);
    return behavior;
  });
  return dump(json, Spread::pretty);
}

}  // namespace rung
