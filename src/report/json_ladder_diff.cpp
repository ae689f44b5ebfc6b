#include <cmath>

#include "json_parts.hpp"
#include "wording.hpp"

namespace rung {
namespace {

Json or_null_text(const std::string& text) { return text.empty() ? Json(nullptr) : Json(text); }

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

}  // namespace

Json write_ladder_head(const LadderHead& head) {
  return {{"id", head.id},           {"title", head.title},         {"level", head.level},
          {"version", head.version}, {"behaviors", head.behaviors}, {"scale", write_scale(head.scale)},
          {"target", head.target}};
}

Json write_compared(const ComparedBehavior& one) {
  Json json;
  json["fate"] = name_of(one.fate);
  json["key"] = {{"before", or_null_text(one.key_before)}, {"after", or_null_text(one.key)}};
  json["responsibility"] = one.responsibility;
  json["text"] = {{"before", or_null_text(one.text_before)}, {"after", or_null_text(one.text)}};
  json["target"] = {{"before", or_null(one.target_before)}, {"after", or_null(one.target)}};
  json["basis"] = write_basis(one.basis);
  json["similarity"] = one.basis ? Json(round_share(one.similarity)) : Json(nullptr);
  json["words"] = write_words(one.words);
  return json;
}

Json write_report(const LadderDiffReport& report) {
  const auto& diff = report.diff;
  Json json{{"schema", 1}, {"kind", "ladder diff"}};
  json["before"] = write_ladder_head(diff.before);
  json["after"] = write_ladder_head(diff.after);
  json["same_scale"] = diff.same_scale;
  json["counts"] = write_counts(diff.counts);
  json["pillars"] = list(diff.pillars, [](const PillarDiff& pillar) {
    Json one;
    one["title"] = pillar.title;
    one["counts"] = write_counts(pillar.counts);
    one["behaviors"] = list(pillar.behaviors, write_compared);
    return one;
  });
  return json;
}

Json write_report(const NextLevelReport& report) {
  const auto& next = report.next;
  Json json{{"schema", 1}, {"kind", "next level"}};
  json["redacted"] = report.disclosure == Disclosure::redacted;
  json["assessment"] = write_head(next.assessment);
  json["before"] = write_ladder_head(next.before);
  json["after"] = write_ladder_head(next.after);
  json["same_scale"] = next.same_scale;
  json["counts"] = write_counts(next.counts);
  json["gone"] = next.gone;
  json["pillars"] = list(next.pillars, [](const LevelPillar& pillar) {
    return Json{{"title", pillar.title}, {"counts", write_counts(pillar.counts)}};
  });
  json["behaviors"] = list(next.behaviors, [&next](const LevelBehavior& one) {
    Json behavior;
    behavior["standing"] = word_for(one.standing);
    behavior["pillar"] = one.pillar;
    behavior.update(write_compared(one.behavior));
    behavior["answer"] = one.answer ? write_answer(*one.answer, next.before.scale) : Json(nullptr);
    return behavior;
  });
  return json;
}

}  // namespace rung
