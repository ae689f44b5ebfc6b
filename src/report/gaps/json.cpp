#include <rung/analysis/origins.hpp>

#include <rung/analysis/shown.hpp>

#include "../data_words.hpp"
#include "../inline_text.hpp"
#include "../json_parts.hpp"
#include "verdict.hpp"

namespace rung {
namespace {

Json write_day(const std::optional<Date>& day) { return day ? Json(format_date(*day)) : Json(nullptr); }

template <class Group>
Json write_group(const Group& group, const Tally& tally, const Scale& scale) {
  Json json{{"id", group.id}, {"title", group.title}};
  json.update(write_tally(tally, scale));
  return json;
}

Json list_keys_of(const std::vector<std::size_t>& behaviors, const Gaps& gaps) {
  return list(behaviors, [&gaps](std::size_t index) { return Json(gaps.answer(gaps.standings[index]).behavior); });
}

Json write_part(const GatePart& part, const Ladder& ladder) {
  const Pillar& pillar = ladder.pillars[part.pillar];
  return {
      {"pillar", pillar.id},
      {"responsibility", part.responsibility ? Json(pillar.responsibilities[*part.responsibility].id) : Json(nullptr)},
      {"verdict", name_of(part.verdict)},
      {"found", write_share(part.share)},
      {"needed", part.needed}};
}

Json write_gate(const Gate& gate, const Gaps& gaps) {
  const Ladder& ladder = gaps.assessment.ladder;
  return {{"gate", name_of(gate.kind)},
          {"verdict", name_of(gate.verdict)},
          {"threshold", or_null(gate.threshold)},
          {"floor", or_null(gate.floor)},
          {"found", write_share(gate.share)},
          {"needed", gate.needed},
          {"parts", list(gate.parts, [&ladder](const GatePart& part) { return write_part(part, ladder); })},
          {"behaviors", list_keys_of(gate.behaviors, gaps)}};
}

Json write_readiness(const GapReport& report) {
  if (report.what_if) return nullptr;
  const Readiness& readiness = report.readiness;
  return {{"passed", readiness.passed()},
          {"short", readiness.count(Verdict::falls_short)},
          {"open", readiness.count(Verdict::open)},
          {"gates", list(readiness.gates, [&report](const Gate& gate) { return write_gate(gate, report.gaps); })}};
}

Json write_pattern(const Pattern& pattern, const Gaps& gaps) {
  const Ladder& ladder = gaps.assessment.ladder;
  return {{"pattern", name_of(pattern.kind)},
          {"found", write_share(pattern.share)},
          {"value", or_null(pattern.value)},
          {"seconds", or_null(pattern.seconds)},
          {"since", write_day(pattern.since)},
          {"pillars", list(pattern.pillars, [&ladder](std::size_t index) { return Json(ladder.pillars[index].id); })},
          {"behaviors", list_keys_of(pattern.behaviors, gaps)}};
}

Json write_origins(const Assessment& assessment) {
  const OriginCounts counts = count_origins(assessment);
  return {{"asked", counts.asked},
          {"given", counts.given},
          {"accepted", counts.accepted},
          {"carried", counts.carried},
          {"stale", counts.stale},
          {"oldest", write_day(counts.oldest)},
          {"youngest", write_day(counts.youngest)}};
}

Json write_time_before(const std::optional<TimeBefore>& time) {
  if (!time) return nullptr;
  return {{"on", format_date(time->on)},
          {"compared", time->compared},
          {"at_target", {{"before", write_share(time->before)}, {"now", write_share(time->now)}}}};
}

Json write_step(const NextStep& step, const Gaps& gaps) {
  return {{"step", name_of(step.kind)},
          {"gate", step.gate ? Json(name_of(*step.gate)) : Json(nullptr)},
          {"behaviors", list_keys_of(step.behaviors, gaps)},
          {"missing", step.missing},
          {"widest", step.is_widest},
          {"unmoved_since", write_day(step.unmoved_since)}};
}

Json write_standing(const GapReport& report, const Standing& standing) {
  const Gaps& gaps = report.gaps;
  const PlacedBehavior placed = gaps.place(standing);
  const Answer& answer = gaps.answer(standing);
  Json json = write_place(placed);
  json["title"] = short_name(*placed.behavior);
  json["text"] = placed.behavior->text;
  json["target"] = standing.target;
  json["gap"] = or_null(standing.gap());
  json["shown"] = standing.is_at_target() ? Json(standing.is_shown()) : Json(nullptr);
  json["unmoved_since"] = write_day(report.past.unmoved_since[standing.at.number]);
  json.update(write_answer(answer, gaps.scale()));
  const EvidenceWindow window = evidence_window(gaps.assessment);
  for (std::size_t index = 0; index < answer.evidence.size(); ++index)
    json["evidence"][index]["age"] = word_for(age_of(answer.evidence[index], window));
  return json;
}

Json write_pillars(const Gaps& gaps) {
  Json array = Json::array();
  for (std::size_t index = 0; index < gaps.pillars.size(); ++index) {
    const Pillar& pillar = gaps.assessment.ladder.pillars[index];
    Json one = write_group(pillar, gaps.pillars[index].tally, gaps.scale());
    one["responsibilities"] = Json::array();
    for (std::size_t inner = 0; inner < pillar.responsibilities.size(); ++inner) {
      const Tally& tally = gaps.pillars[index].responsibilities[inner];
      one["responsibilities"].push_back(write_group(pillar.responsibilities[inner], tally, gaps.scale()));
    }
    array.push_back(std::move(one));
  }
  return array;
}

}  // namespace

std::string write_json(const GapReport& report) {
  const auto& gaps = report.gaps;
  const Ladder& ladder = gaps.assessment.ladder;
  const auto standing = [&](std::size_t index) { return write_standing(report, gaps.standings[index]); };
  Json json = start_json(report);
  json["redacted"] = report.disclosure == Disclosure::redacted;
  json["assessment"] = write_head(head_of(gaps.assessment));
  json["assessment"]["ladder"]["level"] = ladder.level;
  json["scale"] = write_scale(ladder.scale);
  json["target"] = gaps.target;
  json["ladder_target"] = ladder.target;
  json["what_if"] = or_null(report.what_if);
  json["origins"] = write_origins(gaps.assessment);
  json["verdict"] = unglue(plain_words(judge_in_words(report).text));
  json["previous"] = write_time_before(report.past.previous);
  json["next"] = list(report.next, [&gaps](const NextStep& step) { return write_step(step, gaps); });
  json["overall"] = write_tally(gaps.overall, ladder.scale);
  json["readiness"] = write_readiness(report);
  json["pillars"] = write_pillars(gaps);
  auto listed = gaps.gaps;
  const auto total = listed.size();
  if (report.top && *report.top >= 0 && static_cast<std::size_t>(*report.top) < total)
    listed.resize(static_cast<std::size_t>(*report.top));
  json["gaps"] = {{"total", total}, {"listed", list(listed, standing)}};
  json["closest"] = list(gaps.closest, standing);
  json["strengths"] = list(gaps.strengths, standing);
  json["claimed"] = list(gaps.claimed, standing);
  json["not_applicable"] = list(gaps.not_applicable, standing);
  json["unrated"] = list(gaps.unrated, standing);
  json["patterns"] = list(report.patterns, [&gaps](const Pattern& pattern) { return write_pattern(pattern, gaps); });
  json["behaviors"] = list(gaps.standings, [&](const Standing& one) { return write_standing(report, one); });
  return dump(json, Spread::pretty);
}

}  // namespace rung
