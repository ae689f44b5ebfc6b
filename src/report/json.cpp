#include <rung/report/render.hpp>

#include <nlohmann/json.hpp>

#include <fmt/format.h>

#include <rung/text/utf8.hpp>

#include "wording.hpp"

namespace rung {
namespace {

using Json = nlohmann::ordered_json;

template <class T>
Json or_null(const std::optional<T>& value) {
  return value ? Json(*value) : Json(nullptr);
}

template <class T, class Write>
Json list(const std::vector<T>& values, Write write) {
  Json array = Json::array();
  for (const auto& value : values) array.push_back(write(value));
  return array;
}

Json write_share(const Share& share) {
  return {
      {"part", share.part}, {"whole", share.whole}, {"share", share.has_basis() ? Json(share.value()) : Json(nullptr)}};
}

Json write_scale(const Scale& scale) {
  return list(scale.points, [](const ScalePoint& point) {
    return Json{{"value", point.value}, {"label", point.label}, {"anchor", point.anchor}};
  });
}

Json write_head(const AssessmentHead& head) {
  Json json;
  json["id"] = head.id;
  json["ladder"] = {{"id", head.ladder_id}, {"title", head.ladder_title}, {"version", head.ladder_version}};
  json["rater"] = {{"name", head.rater.name}, {"role", std::string(to_string(head.rater.role))}};
  json["label"] = head.label;
  json["date"] = format_date(date_of(head));
  json["draft"] = !head.finished_at.has_value();
  json["started_at"] = format_timestamp(head.started_at);
  json["finished_at"] = head.finished_at ? Json(format_timestamp(*head.finished_at)) : Json(nullptr);
  return json;
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
  json["evidence"] = list(answer.evidence, [](const Evidence& evidence) {
    return Json{{"text", evidence.text},
                {"link", evidence.link},
                {"on", evidence.on ? Json(format_date(*evidence.on)) : Json(nullptr)}};
  });
  json["answered_at"] = answer.answered_at ? Json(format_timestamp(*answer.answered_at)) : Json(nullptr);
  return json;
}

// The fields that every behavior of a report begins with.
template <class Behavior>
Json write_place(const Behavior& behavior, const std::string& key) {
  return {{"behavior", key}, {"pillar", behavior.pillar}, {"responsibility", behavior.responsibility}};
}

Json write_tally(const Tally& tally, const Scale& scale) {
  Json json;
  json["behaviors"] = tally.behaviors;
  json["rated"] = tally.rated;
  json["not_applicable"] = tally.not_applicable;
  json["no_opportunity"] = tally.no_opportunity;
  json["unrated"] = tally.unrated;
  json["coverage"] = write_share(tally.coverage());
  json["at_target"] = write_share(tally.share_at_target());
  json["distribution"] = Json::array();
  for (std::size_t index = 0; index < tally.distribution.size() && index < scale.points.size(); ++index) {
    json["distribution"].push_back({{"value", scale.points[index].value}, {"count", tally.distribution[index]}});
  }
  json["widest_gap"] = or_null(tally.widest_gap);
  return json;
}

template <class Group>
Json write_group(const Group& group, const Scale& scale) {
  Json json{{"id", group.id}, {"title", group.title}};
  json.update(write_tally(group.tally, scale));
  return json;
}

std::string name_gate(GateKind kind) {
  switch (kind) {
    case GateKind::coverage:
      return "coverage";
    case GateKind::at_target:
      return "at_target";
    case GateKind::pillar_at_target:
      return "pillar_at_target";
    case GateKind::floor:
      return "floor";
  }
  return {};
}

std::string name_verdict(Verdict verdict) {
  switch (verdict) {
    case Verdict::passed:
      return "passed";
    case Verdict::failed:
      return "failed";
    case Verdict::no_basis:
      return "no basis";
  }
  return {};
}

Json write_gate(const Gate& gate) {
  Json json{{"gate", name_gate(gate.kind)}, {"verdict", name_verdict(gate.verdict)}};
  if (gate.kind == GateKind::floor) {
    json["floor"] = gate.floor;
    json["below"] = gate.below;
    return json;
  }
  if (gate.kind == GateKind::pillar_at_target) json["weakest"] = gate.pillar;
  json["found"] = write_share(gate.share);
  json["threshold"] = gate.threshold;
  return json;
}

Json write_standing(const Standing& standing, const Scale& scale) {
  Json json = write_place(standing, standing.answer.behavior);
  json["text"] = standing.text;
  json["target"] = standing.target;
  json["gap"] = or_null(standing.gap());
  json.update(write_answer(standing.answer, scale));
  return json;
}

Json write(const GapReport& report) {
  const auto& gaps = report.gaps;
  const auto standing = [&](const Standing& one) { return write_standing(one, gaps.scale); };
  Json json{{"schema", 1}, {"kind", "gap report"}};
  json["assessment"] = write_head(report.head);
  json["assessment"]["ladder"]["level"] = report.level;
  json["scale"] = write_scale(gaps.scale);
  json["target"] = gaps.target;
  json["ladder_target"] = report.ladder_target;
  json["overall"] = write_tally(gaps.overall, gaps.scale);
  json["readiness"] = {{"passed", report.readiness.passed()}, {"gates", list(report.readiness.gates, write_gate)}};
  json["pillars"] = list(gaps.pillars, [&](const PillarStanding& pillar) {
    Json one = write_group(pillar, gaps.scale);
    one["responsibilities"] = list(pillar.responsibilities,
                                   [&](const ResponsibilityStanding& group) { return write_group(group, gaps.scale); });
    return one;
  });
  auto listed = gaps.gaps;
  const auto total = listed.size();
  if (report.top && *report.top >= 0 && static_cast<std::size_t>(*report.top) < total) {
    listed.resize(static_cast<std::size_t>(*report.top));
  }
  json["gaps"] = {{"total", total}, {"listed", list(listed, standing)}};
  json["closest"] = list(gaps.closest, standing);
  json["strengths"] = list(gaps.strengths, standing);
  json["claimed"] = list(gaps.claimed, standing);
  json["not_applicable"] = list(gaps.not_applicable, standing);
  json["unrated"] = list(gaps.unrated, standing);
  return json;
}

Json write_words(const std::vector<WordRun>& words) {
  return list(words, [](const WordRun& run) {
    const char* fate = run.fate == WordFate::kept ? "kept" : run.fate == WordFate::gone ? "gone" : "come";
    return Json{{"fate", fate}, {"text", run.text}};
  });
}

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

Json write(const ChangeReport& report) {
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
  json["pillars"] = list(changes.pillars, [](const PillarMovement& pillar) {
    return Json{{"title", pillar.title},
                {"improved", pillar.improved},
                {"regressed", pillar.regressed},
                {"net_points", pillar.net_points}};
  });
  json["ladder"] = write_ladder_changes(changes);
  return json;
}

// The library escapes what JSON must; what could drive a terminal or reorder a line is escaped here.
std::string escape_unsafe(const std::string& json) {
  std::string out;
  std::string_view rest = json;
  while (!rest.empty()) {
    const auto decoded = decode_utf8(rest);
    const std::size_t bytes = decoded ? decoded->bytes : 1;
    if (decoded && decoded->value != U'\n' && is_unsafe_to_show(decoded->value)) {
      out += fmt::format("\\u{:04x}", static_cast<unsigned>(decoded->value));
    } else {
      out += rest.substr(0, bytes);
    }
    rest.remove_prefix(bytes);
  }
  return out;
}

}  // namespace

std::string write_json(const Report& report) {
  const auto json = std::visit([](const auto& kind) { return write(kind); }, report);
  return escape_unsafe(json.dump(2, ' ', false, Json::error_handler_t::replace)) + "\n";
}

}  // namespace rung
