#include "fuzz/made.hpp"

#include <chrono>

#include <rung/diagnostic/source.hpp>
#include <rung/ladder/defaults.hpp>
#include <rung/text/utf8.hpp>

namespace fuzz {
namespace {

/// What of `bytes` a file may hold, in one line without blanks at its ends; never empty.
std::string keep_allowed(const std::string& bytes) {
  std::string kept;
  std::string_view rest = bytes;
  while (!rest.empty()) {
    const auto decoded = rung::decode_utf8(rest);
    const std::size_t size = decoded ? decoded->bytes : 1;
    const std::string character(rest.substr(0, size));
    if (decoded && decoded->value >= 0x20 && rung::find_forbidden_character(character).empty()) kept += character;
    rest.remove_prefix(size);
  }
  while (!kept.empty() && kept.front() == ' ') kept.erase(0, 1);
  while (!kept.empty() && kept.back() == ' ') kept.pop_back();
  return kept.empty() ? "x" : kept;
}

}  // namespace

std::string Maker::text() {
  const std::string bytes = bytes_.ConsumeRandomLengthString(60);
  return texts_ == Texts::any ? bytes : keep_allowed(bytes);
}

std::string Maker::text_or_nothing() { return bytes_.ConsumeBool() ? text() : std::string(); }

rung::Timestamp Maker::moment() {
  const auto seconds = bytes_.ConsumeIntegralInRange<std::int64_t>(0, 4'000'000'000);
  return {std::chrono::sys_seconds(std::chrono::seconds(seconds)),
          std::chrono::minutes(bytes_.ConsumeIntegralInRange(-720, 720))};
}

rung::Ladder Maker::ladder() {
  rung::Ladder ladder;
  ladder.id = "made-" + std::to_string(bytes_.ConsumeIntegralInRange(0, 3));
  ladder.title = text();
  ladder.track = text_or_nothing();
  ladder.level = text_or_nothing();
  ladder.version = text_or_nothing();
  ladder.summary = text_or_nothing();
  const int points = bytes_.ConsumeIntegralInRange(2, 9);
  for (int value = 1; value <= points; ++value)
    ladder.scale.points.push_back({value, text() + std::to_string(value), text_or_nothing()});
  ladder.target = bytes_.ConsumeIntegralInRange(1, points);
  ladder.gates.floor = 1;
  int number = 0;
  for (int pillar = bytes_.ConsumeIntegralInRange(1, 3); pillar > 0; --pillar) {
    const std::string pillar_id = "p" + std::to_string(pillar);
    ladder.pillars.push_back({pillar_id, text(), text_or_nothing(), {}});
    for (int group = bytes_.ConsumeIntegralInRange(1, 2); group > 0; --group) {
      rung::Responsibility responsibility{"r" + std::to_string(group), text(), text_or_nothing(), {}};
      for (int count = bytes_.ConsumeIntegralInRange(1, 3); count > 0; --count) {
        rung::Behavior behavior;
        behavior.id = "b" + std::to_string(++number);
        behavior.key = pillar_id + "." + responsibility.id + "." + behavior.id;
        behavior.text = text();
        if (bytes_.ConsumeBool()) behavior.probes = {text()};
        if (bytes_.ConsumeBool()) behavior.target = bytes_.ConsumeIntegralInRange(1, points);
        responsibility.behaviors.push_back(std::move(behavior));
      }
      ladder.pillars.back().responsibilities.push_back(std::move(responsibility));
    }
  }
  return ladder;
}

rung::Rating Maker::rating(const rung::Scale& scale) {
  switch (bytes_.ConsumeIntegralInRange(0, 4)) {
    case 0:
      return rung::Unrated{};
    case 1:
      return rung::NotApplicable{text() + "."};
    case 2:
      return rung::NoOpportunity{};
    default:
      return rung::Rated{bytes_.ConsumeIntegralInRange(scale.lowest(), scale.highest())};
  }
}

rung::Answer Maker::answer(const std::string& key, const rung::Scale& scale) {
  rung::Answer answer;
  answer.behavior = key;
  answer.rating = rating(scale);
  answer.note = text_or_nothing();
  if (bytes_.ConsumeBool()) answer.evidence = {{text(), bytes_.ConsumeBool() ? "https://example.org/" : "", {}}};
  if (bytes_.ConsumeBool()) answer.answered_at = moment();
  return answer;
}

rung::Assessment Maker::assessment(rung::Ladder ladder) {
  rung::Assessment assessment =
      rung::start_assessment(std::move(ladder), {text(), rung::RaterRole::peer}, text_or_nothing(), moment());
  if (bytes_.ConsumeBool()) assessment.finished_at = moment();
  assessment.answers.clear();
  for (const auto& placed : rung::list_behaviors(assessment.ladder))
    assessment.answers.push_back(answer(placed.behavior->key, assessment.ladder.scale));
  return assessment;
}

}  // namespace fuzz
