#include <string>
#include <vector>

#include <rung/assessment/assessment_reader.hpp>
#include <rung/assessment/json.hpp>
#include <rung/ladder/builtin.hpp>
#include <rung/ladder/pack.hpp>

#include "assessment/sample_ladder.hpp"
#include "catch.hpp"

using namespace rung;

namespace {

std::string write(const std::string& id, int rating, const Ladder& ladder = make_ladder()) {
  Assessment assessment = make_assessment(ladder);
  assessment.id = id;
  assessment.finished_at = make_time("2026-03-14T10:00:00Z");
  assessment.answers[0].rating = Rated{rating};
  return to_json(assessment);
}

Ladder other_ladder() {
  Ladder ladder = make_ladder();
  ladder.title = "Another one";
  return ladder;
}

std::string replace(std::string text, const std::string& from, const std::string& to) {
  const auto at = text.find(from);
  REQUIRE(at != std::string::npos);
  return text.replace(at, from.size(), to);
}

/// Reads all of them with one reader and compares each with the result of parse_assessment.
void check_all(const std::vector<std::string>& texts) {
  AssessmentReader reader;
  for (std::size_t index = 0; index < texts.size(); ++index) {
    INFO("text " << index);
    const Parsed<Assessment> expected = parse_assessment(texts[index], "file");
    const Parsed<Assessment> read = reader.read(texts[index], "file");
    CHECK(read.value == expected.value);
    CHECK(read.diagnostics == expected.diagnostics);
  }
}

}  // namespace

TEST_CASE("a reader gives the same assessments as parsing each by itself", "[assessment]") {
  check_all({write("one", 1), write("two", 2), write("three", 3)});
}

TEST_CASE("a reader distinguishes any number of ladders in any order", "[assessment]") {
  std::vector<std::string> texts;
  for (int round = 0; round < 3; ++round) {
    for (int number = 0; number < 6; ++number) {
      Ladder ladder = make_ladder();
      ladder.title = "Ladder " + std::to_string(number);
      texts.push_back(write("one", 1 + number % 3, ladder));
    }
  }
  check_all(texts);
}

TEST_CASE("a reader does not confuse a longer ladder with one that it starts with", "[assessment]") {
  const std::string text = write("one", 1);
  const auto before = text.find(",\n  \"answers\"");
  REQUIRE(before != std::string::npos);
  std::string torn = text;
  torn.insert(before, "}");
  std::string followed = text;
  followed.replace(before, 1, " ,");
  check_all({text, torn, followed, text});
}

TEST_CASE("a reader reports errors with their places, even after a known ladder", "[assessment]") {
  const std::string good = write("one", 1);
  check_all({good, replace(good, "\"rating\": 1", "\"rating\": 9"),
             replace(good, "\"state\": \"rated\"", "\"state\": 1"),
             replace(good, "\"rater\"", "\"ladder\": {}, \"rater\""), good.substr(0, good.size() - 4),
             replace(good, "\"id\": \"one\"", "\"id\": \"-\""), replace(good, "ment/2", "ment/3"), good});
}

TEST_CASE("a reader keeps unknown fields anywhere", "[assessment]") {
  const std::string plain = write("one", 1);
  const std::string in_ladder = replace(plain, "\"title\": ", "\"later\": [1], \"title\": ");
  const std::string outside = replace(plain, "\"rater\": ", "\"later\": {\"a\": null}, \"rater\": ");
  check_all({in_ladder, in_ladder, plain, outside, plain});
}

TEST_CASE("a reader reads files that Rung did not write", "[assessment]") {
  const std::string plain = write("one", 1);
  check_all({plain, "\xEF\xBB\xBF" + plain, replace(plain, "{\n", "{ "), "{}", "", "[]",
             replace(plain, "\"ladder\": {", "\"ladder\": null, \"was\": {"), write("two", 2, other_ladder())});
}

TEST_CASE("an assessment on a built-in ladder reads the same as by parsing it", "[assessment]") {
  for (const BuiltinLadder& builtin : builtin_ladders()) {
    INFO(builtin.id);
    const std::string known = write("one", 2, unpack_ladder(builtin.packed));
    // With another layout, the ladder is parsed.
    const std::string other = replace(known, "\"ladder\": {", "\"ladder\":  {");
    const Parsed<Assessment> read = parse_assessment(known, "file");
    REQUIRE(read);
    CHECK(read.value == parse_assessment(other, "file").value);
    const std::string changed = replace(known, "\"title\": \"", "\"title\": \"Changed: ");
    const Parsed<Assessment> read_changed = parse_assessment(changed, "file");
    REQUIRE(read_changed);
    CHECK(read_changed.value->ladder.title == "Changed: " + read.value->ladder.title);
  }
}
