#include <cmath>

#include "json_parts.hpp"
#include "wording.hpp"

namespace rung {
namespace {

Json write_basis(const std::optional<MatchBasis>& basis) {
  if (!basis) return nullptr;
  switch (*basis) {
    case MatchBasis::key:
      return "key";
    case MatchBasis::formerly:
      return "formerly";
    case MatchBasis::text:
      return "text";
  }
  return nullptr;
}

Json write_counts(const FateCounts& counts) {
  return {{"identical", counts.identical}, {"reworded", counts.reworded}, {"new", counts.come}, {"gone", counts.gone}};
}

Json write_counts(const LevelCounts& counts) {
  return {{"behaviors", counts.behaviors()},
          {"shown", counts.shown},
          {"below", counts.below},
          {"unrated", counts.unrated},
          {"rescaled", counts.rescaled},
          {"reworded", counts.reworded},
          {"new", counts.come}};
}

const char* word_for(LevelStanding standing) {
  switch (standing) {
    case LevelStanding::shown:
      return "shown";
    case LevelStanding::below:
      return "below";
    case LevelStanding::unrated:
      return "unrated";
    case LevelStanding::rescaled:
      return "rescaled";
    case LevelStanding::reworded:
      return "reworded";
    case LevelStanding::come:
      return "new";
  }
  return "";
}

// More digits than a reader can use would only differ between machines.
double round_share(double share) { return std::round(share * 1000.0) / 1000.0; }

Json write_ladder_head(const Ladder& ladder) {
  return {{"id", ladder.id},
          {"title", ladder.title},
          {"level", ladder.level},
          {"version", ladder.version},
          {"behaviors", list_behaviors(ladder).size()},
          {"scale", write_scale(ladder.scale)},
          {"target", ladder.target}};
}

/// `write` of the behavior on either side; null where there is none.
template <class Write>
Json write_sides(const Ladder& before, const Ladder& after, const ComparedBehavior& one, Write write) {
  const auto side = [&write](const Ladder& ladder, const std::optional<BehaviorIndex>& index) {
    return index ? Json(write(ladder, *place(ladder, *index).behavior)) : Json(nullptr);
  };
  return {{"before", side(before, one.before)}, {"after", side(after, one.after)}};
}

/// What a behavior of two compared ladders is: fate, keys, texts, basis, similarity, targets.
Json write_compared(const Ladder& before, const Ladder& after, const ComparedBehavior& one) {
  const PlacedBehavior placed = one.after ? place(after, *one.after) : place(before, *one.before);
  Json json;
  json["fate"] = name_of(one.fate);
  json["key"] = write_sides(before, after, one, [](const Ladder&, const Behavior& behavior) { return behavior.key; });
  json["responsibility"] = placed.responsibility->title;
  json["text"] = write_sides(before, after, one, [](const Ladder&, const Behavior& behavior) { return behavior.text; });
  json["target"] = write_sides(before, after, one, target_of);
  json["basis"] = write_basis(one.basis);
  json["similarity"] = one.basis ? Json(round_share(one.similarity)) : Json(nullptr);
  json["words"] = write_words(compare_words(before, after, one));
  return json;
}

}  // namespace

Json write_report(const LadderDiffReport& report) {
  const auto& diff = report.diff;
  Json json{{"schema", 1}, {"kind", "ladder diff"}};
  json["before"] = write_ladder_head(diff.before);
  json["after"] = write_ladder_head(diff.after);
  json["same_scale"] = diff.same_scale;
  json["counts"] = write_counts(diff.counts);
  json["pillars"] = list(diff.pillars, [&diff](const PillarDiff& pillar) {
    Json json;
    json["title"] = diff.title(pillar);
    json["counts"] = write_counts(pillar.counts);
    json["behaviors"] = list(pillar.behaviors, [&diff](const ComparedBehavior& one) {
      return write_compared(diff.before, diff.after, one);
    });
    return json;
  });
  return json;
}

Json write_report(const NextLevelReport& report) {
  const auto& next = report.next;
  Json json{{"schema", 1}, {"kind", "next level"}};
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
  return json;
}

}  // namespace rung
