#include "json_parts.hpp"

#include <cmath>

#include <fmt/format.h>

#include <rung/text/utf8.hpp>

#include "data_words.hpp"
#include "wording.hpp"

namespace rung {
namespace {

// The library escapes what JSON requires; this escapes characters that could control a terminal or reorder a line.
std::string escape_unsafe(const std::string& json) {
  std::string out;
  std::string_view rest = json;
  while (!rest.empty()) {
    const auto decoded = decode_utf8(rest);
    const std::size_t bytes = decoded ? decoded->bytes : 1;
    if (decoded && decoded->value != U'\n' && is_unsafe_to_show(decoded->value))
      out += fmt::format("\\u{:04x}", static_cast<unsigned>(decoded->value));
    else
      out += rest.substr(0, bytes);
    rest.remove_prefix(bytes);
  }
  return out;
}

// More digits would be useless and could differ between machines.
double round_share(double share) { return std::round(share * 1000.0) / 1000.0; }

/// `write` for the behavior on each side; null if there is none.
template <class Write>
Json write_sides(const Ladder& before, const Ladder& after, const ComparedBehavior& one, Write write) {
  const auto side = [&write](const Ladder& ladder, const std::optional<BehaviorIndex>& index) {
    return index ? Json(write(ladder, *place(ladder, *index).behavior)) : Json(nullptr);
  };
  return {{"before", side(before, one.before)}, {"after", side(after, one.after)}};
}

}  // namespace

std::string dump(const Json& json, Spread spread) {
  const int indent = spread == Spread::pretty ? 2 : -1;
  return fmt::format("{}\n", escape_unsafe(json.dump(indent, ' ', false, Json::error_handler_t::replace)));
}

Json write_scale(const Scale& scale) {
  return list(scale.points, [](const ScalePoint& point) {
    return Json{{"value", point.value}, {"label", point.label}, {"anchor", point.anchor}};
  });
}

Json write_rater(const Rater& rater) { return {{"name", rater.name}, {"role", std::string(to_string(rater.role))}}; }

Json write_share(const Share& share) {
  return {
      {"part", share.part}, {"whole", share.whole}, {"share", share.has_basis() ? Json(share.value()) : Json(nullptr)}};
}

Json write_head(const AssessmentHead& head) {
  Json json;
  json["id"] = head.id;
  json["ladder"] = {{"id", head.ladder_id}, {"title", head.ladder_title}, {"version", head.ladder_version}};
  json["subject"] = head.subject.name.empty() ? Json(nullptr) : Json(head.subject.name);
  json["rater"] = write_rater(head.rater);
  json["label"] = head.label;
  json["date"] = format_date(date_of(head));
  json["on"] = format_date(head.on);
  json["draft"] = !head.finished_at.has_value();
  json["started_at"] = format_timestamp(head.started_at);
  json["finished_at"] = head.finished_at ? Json(format_timestamp(*head.finished_at)) : Json(nullptr);
  return json;
}

Json write_counts(const Tally& tally) {
  return {{"behaviors", tally.behaviors},
          {"rated", tally.rated},
          {"not_applicable", tally.not_applicable},
          {"no_opportunity", tally.no_opportunity},
          {"unrated", tally.unrated},
          {"coverage", write_share(tally.coverage())},
          {"at_target", write_share(tally.share_at_target())},
          {"shown", write_share(tally.share_shown())}};
}

Json write_tally(const Tally& tally, const Scale& scale) {
  Json json = write_counts(tally);
  json["distribution"] = Json::array();
  for (std::size_t index = 0; index < tally.distribution.size() && index < scale.points.size(); ++index)
    json["distribution"].push_back({{"value", scale.points[index].value}, {"count", tally.distribution[index]}});
  json["widest_gap"] = or_null(tally.widest_gap);
  return json;
}

Json write_states(const StateCounts& states) {
  return {{"rated", states.rated},
          {"not_applicable", states.not_applicable},
          {"no_opportunity", states.no_opportunity},
          {"unrated", states.unrated}};
}

Json write_place(const PlacedBehavior& placed) {
  return {{"behavior", placed.behavior->key},
          {"pillar", placed.pillar->title},
          {"responsibility", placed.responsibility->title}};
}

Json write_evidence_item(const Evidence& evidence) {
  return {{"text", evidence.text},
          {"links", evidence.links},
          {"on", format_date(evidence.on)},
          {"entry", evidence.entry.empty() ? Json(nullptr) : Json(evidence.entry)}};
}

Json write_answer(const Answer& answer, const Scale& scale) {
  Json json;
  json["state"] = std::string(state_of(answer.rating));
  const auto value = rated_value(answer.rating);
  const auto* point = value ? scale.find(*value) : nullptr;
  const auto* excused = std::get_if<NotApplicable>(&answer.rating);
  json["rating"] = or_null(value);
  json["label"] = point == nullptr ? Json(nullptr) : Json(point->label);
  json["reason"] = excused == nullptr ? Json(nullptr) : Json(excused->reason);
  json["note"] = answer.note;
  json["evidence"] = list(answer.evidence, write_evidence_item);
  json["origin"] = std::string(to_string(answer.origin));
  json["from"] =
      answer.from ? Json{{"sitting", answer.from->sitting}, {"on", format_date(answer.from->on)}} : Json(nullptr);
  json["answered_at"] = answer.answered_at ? Json(format_timestamp(*answer.answered_at)) : Json(nullptr);
  return json;
}

Json write_words(const std::vector<WordRun>& words) {
  return list(words, [](const WordRun& run) {
    const char* fate = run.fate == WordFate::kept ? "kept" : run.fate == WordFate::gone ? "gone" : "come";
    return Json{{"fate", fate}, {"text", run.text}};
  });
}

Json write_ladder_head(const Ladder& ladder) {
  return {{"id", ladder.id},
          {"title", ladder.title},
          {"level", ladder.level},
          {"version", ladder.version},
          {"behaviors", list_behaviors(ladder).size()},
          {"scale", write_scale(ladder.scale)},
          {"target", ladder.target}};
}

Json write_compared(const Ladder& before, const Ladder& after, const ComparedBehavior& one) {
  const PlacedBehavior placed = one.after ? place(after, *one.after) : place(before, *one.before);
  Json json;
  json["fate"] = word_for(one.fate);
  json["key"] = write_sides(before, after, one, [](const Ladder&, const Behavior& behavior) { return behavior.key; });
  json["responsibility"] = placed.responsibility->title;
  json["title"] = placed.behavior->title;
  json["text"] = write_sides(before, after, one, [](const Ladder&, const Behavior& behavior) { return behavior.text; });
  json["target"] = write_sides(before, after, one, target_of);
  json["basis"] = one.basis ? Json(word_for(one.basis)) : Json(nullptr);
  json["similarity"] = one.basis ? Json(round_share(one.similarity)) : Json(nullptr);
  json["words"] = write_words(compare_words(before, after, one));
  return json;
}

}  // namespace rung
