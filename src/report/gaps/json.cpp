#include "../json_parts.hpp"

namespace rung {
namespace {

Json write_tally(const Tally& tally, const Scale& scale) {
  Json json = write_counts(tally);
  json["distribution"] = Json::array();
  for (std::size_t index = 0; index < tally.distribution.size() && index < scale.points.size(); ++index)
    json["distribution"].push_back({{"value", scale.points[index].value}, {"count", tally.distribution[index]}});
  json["widest_gap"] = or_null(tally.widest_gap);
  return json;
}

template <class Group>
Json write_group(const Group& group, const Tally& tally, const Scale& scale) {
  Json json{{"id", group.id}, {"title", group.title}};
  json.update(write_tally(tally, scale));
  return json;
}

std::string name_verdict(Verdict verdict) {
  switch (verdict) {
    case Verdict::passed: return "passed";
    case Verdict::failed: return "failed";
    case Verdict::no_basis: return "no basis";
  }
  return {};
}

Json write_gate(const Gate& gate, const Ladder& ladder) {
  Json json{{"gate", name_of(gate.kind)}, {"verdict", name_verdict(gate.verdict)}};
  if (gate.kind == GateKind::floor) {
    json["floor"] = gate.floor;
    json["below"] = gate.below;
    return json;
  }
  if (gate.kind == GateKind::pillar_at_target) json["weakest"] = gate.pillar ? ladder.pillars[*gate.pillar].title : "";
  json["found"] = write_share(gate.share);
  json["threshold"] = gate.threshold;
  return json;
}

Json write_standing(const Gaps& gaps, const Standing& standing) {
  const PlacedBehavior placed = gaps.place(standing);
  Json json = write_place(placed);
  json["text"] = placed.behavior->text;
  json["target"] = standing.target;
  json["gap"] = or_null(standing.gap());
  json.update(write_answer(gaps.answer(standing), gaps.scale()));
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
  const auto standing = [&](std::size_t index) { return write_standing(gaps, gaps.standings[index]); };
  Json json = start_json(report);
  json["redacted"] = report.disclosure == Disclosure::redacted;
  json["assessment"] = write_head(head_of(gaps.assessment));
  json["assessment"]["ladder"]["level"] = ladder.level;
  json["scale"] = write_scale(ladder.scale);
  json["target"] = gaps.target;
  json["ladder_target"] = ladder.target;
  json["overall"] = write_tally(gaps.overall, ladder.scale);
  json["readiness"] = {
      {"passed", report.readiness.passed()},
      {"gates", list(report.readiness.gates, [&](const Gate& gate) { return write_gate(gate, ladder); })}};
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
  json["behaviors"] = list(gaps.standings, [&](const Standing& one) { return write_standing(gaps, one); });
  return dump(json, Spread::pretty);
}

}  // namespace rung
