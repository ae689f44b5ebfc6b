#include <rung/ladder/fields.hpp>

#include "../json_parts.hpp"
#include "../wording.hpp"

namespace rung {
namespace {

void write_answers(Json& json, const Changes& changes, const Change& one) {
  json["before"] = write_answer(*changes.answer_before(one), changes.before.ladder.scale);
  json["after"] = write_answer(*changes.answer_after(one), changes.after.ladder.scale);
}

template <class Value>
Json write_gate_value(const Value& value) {
  if constexpr (requires { value.threshold; })
    return or_null(value.threshold);
  else
    return value;
}

Json write_gate_value_of(const Gates& gates, std::string_view name) {
  Json json;
  visit_fields<Gates>([&](const auto& field) {
    if (field.name == name) json = write_gate_value(gates.*field.member);
  });
  return json;
}

Json write_movement(const PillarMovement& movement, const Changes& changes) {
  return {{"improved", movement.improved},
          {"regressed", movement.regressed},
          {"before", write_tally(movement.before, changes.before.ladder.scale)},
          {"after", write_tally(movement.after, changes.after.ladder.scale)}};
}

Json write_gate_change(const GateChange& gate) {
  return {{"gate", gate.name},
          {"before", name_of(gate.before->verdict)},
          {"after", name_of(gate.after->verdict)},
          {"share_before", write_share(gate.before->share)},
          {"share_after", write_share(gate.after->share)},
          {"needed", gate.after->needed}};
}

Json write_evidence_texts(const std::vector<const Evidence*>& all) {
  return list(all, [](const Evidence* evidence) {
    return Json{{"text", evidence->text}, {"links", evidence->links}, {"on", format_date(evidence->on)}};
  });
}

Json write_ladder_changes(const Changes& changes) {
  const auto one_sided = [&](std::size_t index) {
    const Change& one = changes.behaviors[index];
    const PlacedBehavior placed = changes.place(one);
    Json json = write_place(placed);
    json["title"] = placed.behavior->title;
    json["text"] = placed.behavior->text;
    const Answer* after = changes.answer_after(one);
    json["answer"] = after == nullptr ? write_answer(*changes.answer_before(one), changes.before.ladder.scale)
                                      : write_answer(*after, changes.after.ladder.scale);
    return json;
  };
  Json json;
  json["target"] = {{"before", changes.before.ladder.target}, {"after", changes.after.ladder.target}};
  json["gates"] = list(changes.changed_gates, [&changes](std::string_view name) {
    return Json{{"gate", name},
                {"before", write_gate_value_of(changes.before.ladder.gates, name)},
                {"after", write_gate_value_of(changes.after.ladder.gates, name)}};
  });
  json["reworded"] = list(changes.reworded, [&](std::size_t index) {
    const Change& one = changes.behaviors[index];
    Json reworded = write_place(changes.place(one));
    reworded["title"] = changes.place(one).behavior->title;
    reworded["words"] = write_words(changes.words(one));
    write_answers(reworded, changes, one);
    reworded["evidence_between"] = write_evidence_texts(changes.evidence_between(one));
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
    json["title"] = placed.behavior->title;
    json["text"] = placed.behavior->text;
    json["moved"] = one.moved;
    write_answers(json, changes, one);
    json["evidence_between"] = write_evidence_texts(changes.evidence_between(one));
    return json;
  };
  const auto aged = [&](std::size_t index) {
    const Change& one = changes.behaviors[index];
    Json json = write_place(changes.place(one));
    json["title"] = changes.place(one).behavior->title;
    json["evidence"] = write_evidence_texts(changes.aged_evidence(one));
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
  json["not_asked_again"] = list(changes.not_asked_again, change);
  json["not_asked_again_states"] = write_states(changes.not_asked_again_states);
  json["aged_out"] = list(changes.aged_out, aged);
  json["unchanged"] = changes.unchanged.size();
  json["unchanged_states"] = write_states(changes.unchanged_states);
  json["unchanged_behaviors"] = list(changes.unchanged, change);
  json["pillars"] = Json::array();
  for (std::size_t index = 0; index < changes.pillars.size(); ++index) {
    json["pillars"].push_back({{"title", changes.after.ladder.pillars[index].title}});
    json["pillars"].back().update(write_movement(changes.pillars[index], changes));
  }
  json["overall"] = write_movement(changes.overall, changes);
  json["gates"] = list(changes.gates, write_gate_change);
  json["ladder"] = write_ladder_changes(changes);
  return dump(json, Spread::pretty);
}

}  // namespace rung
