#include "json_parts.hpp"
#include "wording.hpp"

namespace rung {
namespace {

Json write_ladder_changes(const Changes& changes) {
  const auto addition = [](const Addition& one, const Scale& scale) {
    Json json = write_place(one, one.answer.behavior);
    json["text"] = one.text;
    json["answer"] = write_answer(one.answer, scale);
    return json;
  };
  Json json;
  json["target"] = {{"before", changes.target_before}, {"after", changes.target_after}};
  json["reworded"] = list(changes.reworded, [&](const Rewording& one) {
    Json reworded = write_place(one, one.behavior);
    reworded["words"] = write_words(one.words);
    reworded["before"] = write_answer(one.before, changes.scale_before);
    reworded["after"] = write_answer(one.after, changes.scale_after);
    return reworded;
  });
  json["added"] = list(changes.added, [&](const Addition& one) { return addition(one, changes.scale_after); });
  json["removed"] = list(changes.removed, [&](const Addition& one) { return addition(one, changes.scale_before); });
  return json;
}

}  // namespace

Json write_words(const std::vector<WordRun>& words) {
  return list(words, [](const WordRun& run) {
    const char* fate = run.fate == WordFate::kept ? "kept" : run.fate == WordFate::gone ? "gone" : "come";
    return Json{{"fate", fate}, {"text", run.text}};
  });
}

Json write_report(const ChangeReport& report) {
  const auto& changes = report.changes;
  const auto change = [&](const Change& one) {
    Json json = write_place(one, one.behavior);
    json["text"] = one.text;
    json["moved"] = one.moved;
    json["before"] = write_answer(one.before, changes.scale_before);
    json["after"] = write_answer(one.after, changes.scale_after);
    return json;
  };
  Json json{{"schema", 1}, {"kind", "change report"}};
  json["redacted"] = report.disclosure == Disclosure::redacted;
  json["before"] = write_head(changes.before);
  json["after"] = write_head(changes.after);
  json["days"] = days_between(changes.before, changes.after);
  json["same_scale"] = changes.same_scale;
  json["scale"] = {{"before", write_scale(changes.scale_before)}, {"after", write_scale(changes.scale_after)}};
  json["regressed"] = list(changes.regressed, change);
  json["improved"] = list(changes.improved, change);
  json["newly_rated"] = list(changes.newly_rated, change);
  json["no_longer_rated"] = list(changes.no_longer_rated, change);
  json["state_changes"] = list(changes.state_changes, change);
  json["not_subtracted"] = list(changes.not_subtracted, change);
  json["unchanged"] = changes.unchanged;
  json["still_unrated"] = changes.still_unrated;
  json["unchanged_behaviors"] = list(changes.unchanged_behaviors, change);
  json["pillars"] = list(changes.pillars, [](const PillarMovement& pillar) {
    return Json{{"title", pillar.title},
                {"improved", pillar.improved},
                {"regressed", pillar.regressed},
                {"net_points", pillar.net_points}};
  });
  json["ladder"] = write_ladder_changes(changes);
  return json;
}

}  // namespace rung
