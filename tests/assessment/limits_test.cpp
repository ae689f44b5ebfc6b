#include <rung/assessment/json.hpp>
#include <rung/assessment/json_parse.hpp>
#include <rung/diagnostic/source.hpp>
#include <rung/text/utf8.hpp>

#include <fmt/format.h>

#include "assessment/sample_ladder.hpp"
#include "catch.hpp"
#include "random_record.hpp"

using namespace rung;

// Any assessment is read back the same, up to the limits of a file.

namespace {

bool is_read_back(const Assessment& assessment) {
  const auto read = parse_assessment(to_json(assessment), "made.json");
  for (const Diagnostic& diagnostic : read.diagnostics) UNSCOPED_INFO(diagnostic.message);
  return read && *read.value == assessment;
}

/// Whether its file is rejected because of a limit, with one message.
bool is_beyond(const Assessment& assessment, const std::string& limit) {
  const auto read = parse_assessment(to_json(assessment), "made.json");
  if (read || read.diagnostics.size() != 1) return false;
  UNSCOPED_INFO(read.diagnostics[0].message);
  return read.diagnostics[0].message.find(limit) != std::string::npos;
}

Assessment with_evidence(int items) {
  Assessment assessment = make_assessment();
  std::vector<Evidence>& evidence = assessment.answers[0].evidence;
  for (int item = 0; item < items; ++item) evidence.push_back({fmt::format("Proof {}", item), {}, assessment.on, ""});
  return assessment;
}

Assessment with_note(std::size_t bytes) {
  Assessment assessment = make_assessment();
  assessment.answers[0].note.assign(bytes, 'n');
  return assessment;
}

}  // namespace

TEST_CASE("evidence is read back up to the number of values that a file may have", "[assessment]") {
  // A piece of evidence is a map with four values, including an empty list of links.
  constexpr int most = 39'900;
  CHECK(is_read_back(with_evidence(most)));
  CHECK(is_beyond(with_evidence(most + 200), fmt::format("{}", JsonLimits{}.nodes)));
}

TEST_CASE("a note is read back up to the size that a file may have", "[assessment]") {
  const std::size_t most = JsonLimits{}.bytes - to_json(with_note(1)).size() + 1;
  CHECK(is_read_back(with_note(most)));
  CHECK_FALSE(parse_assessment(to_json(with_note(most + 1)), "made.json"));
  // Escapes take up space in the file.
  Assessment quoted = make_assessment();
  quoted.answers[0].note.assign(most / 2 + 1, '"');
  CHECK_FALSE(parse_assessment(to_json(quoted), "made.json"));
}

TEST_CASE("long names, labels, reasons, links and lines are read back", "[assessment]") {
  for (const std::size_t bytes : {1U, 255U, 4'096U, 500'000U}) {
    CAPTURE(bytes);
    const std::string text(bytes, 'x');
    Assessment assessment = make_assessment();
    assessment.label = text;
    assessment.subject.name = text;
    assessment.rater = {text, RaterRole::peer};
    rate(assessment, impact, NotApplicable{text});
    assessment.answers[1].note = fmt::format("{}\n\n {}", text, text);
    assessment.answers[1].evidence = {{text, {fmt::format("https://example.org/{}", text)}, assessment.on, text}};
    CHECK(is_read_back(assessment));
    CHECK(is_id(make_assessment_id(assessment.on, assessment.subject, assessment.rater)));
  }
}

TEST_CASE("every allowed character is read back at any position", "[assessment]") {
  Assessment assessment = make_assessment();
  std::vector<Evidence>& evidence = assessment.answers[0].evidence;
  std::string& note = assessment.answers[1].note;
  for (char32_t character = 1; character <= 0x10FFFF; character += character < 0x3000 ? 1 : 257) {
    if (character >= 0xD800 && character <= 0xDFFF) continue;
    std::string text;
    append_utf8(text, character);
    if (!find_forbidden_character(text).empty()) continue;
    note += text;
    evidence.push_back({fmt::format("{}b{}", text, text), {}, assessment.on, fmt::format("a{}", text)});
  }
  CHECK(evidence.size() > 15'000);
  assessment.set_aside = {{assessment.answers[1], {1, 2}}};
  CHECK(is_read_back(assessment));
}

TEST_CASE("the first and the last day and second that can be written are read back, with every offset",
          "[assessment]") {
  for (const char* day : {"0001-01-01", "1970-01-01", "2024-02-29", "9999-12-31"}) {
    CAPTURE(day);
    Assessment assessment = make_assessment();
    assessment.on = parse_date(day).value();
    assessment.answers[0].evidence = {{"Proof", {}, assessment.on, ""}};
    assessment.answers[0].from = AnswerSource{"1", assessment.on};
    for (const char* clock : {"00:00:00", "23:59:59"}) {
      for (int minutes = -18 * 60; minutes <= 18 * 60; minutes += 45) {
        const int size = minutes < 0 ? -minutes : minutes;
        const std::string offset =
            minutes == 0 ? "Z" : fmt::format("{}{:02}:{:02}", minutes < 0 ? '-' : '+', size / 60, size % 60);
        const Timestamp time = make_time(fmt::format("{}T{}{}", day, clock, offset));
        assessment.started_at = time;
        assessment.finished_at = time;
        assessment.answers[0].answered_at = time;
        CAPTURE(clock, offset);
        REQUIRE(date_of(time) == assessment.on);
        REQUIRE(is_read_back(assessment));
      }
    }
  }
}

TEST_CASE("many answers set aside and all keys asked are read back", "[assessment]") {
  SeededSource source(7);
  RandomRecord random(source);
  for (int round = 0; round < 20; ++round) {
    CAPTURE(round);
    Assessment assessment = random.assessment(random.ladder());
    std::vector<std::string> keys;
    for (const Answer& answer : assessment.answers) keys.push_back(answer.behavior);
    assessment.asked = keys;
    CHECK(is_read_back(assessment));
    assessment.asked = std::vector<std::string>();
    for (int copy = 0; copy < 200; ++copy) {
      Answer answer = assessment.answers[static_cast<std::size_t>(copy) % assessment.answers.size()];
      if (rated_value(answer.rating)) answer.rating = Rated{assessment.ladder.scale.lowest()};
      std::vector<int> scale;
      for (const ScalePoint& point : assessment.ladder.scale.points) scale.push_back(point.value);
      assessment.set_aside.push_back({std::move(answer), std::move(scale)});
    }
    CHECK(is_read_back(assessment));
  }
}
