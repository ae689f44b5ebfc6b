#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string>

#include <rung/assessment/json.hpp>
#include <rung/ladder/builtin.hpp>
#include <rung/ladder/parse.hpp>

#include "assessment/sample_ladder.hpp"
#include "catch.hpp"

using namespace rung;

namespace {

std::string read_data(const std::string& name) {
  std::ifstream file(std::string(RUNG_TEST_DATA) + "/assessment/" + name, std::ios::binary);
  REQUIRE(file);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

Assessment parse(const std::string& json) {
  auto parsed = parse_assessment(json, "a.json");
  for (const auto& diagnostic : parsed.diagnostics) UNSCOPED_INFO(diagnostic.message);
  REQUIRE(parsed);
  return *parsed.value;
}

/// An assessment with every state, and every optional field used.
Assessment make_full_assessment() {
  Assessment assessment = make_assessment();
  Answer& on_time = assessment.answers.at(0);
  on_time.rating = Rated{3};
  on_time.note = "Two lines,\nthe second with \"quotes\", a tab\t, \\ and \xC3\xBC\xF0\x9F\x99\x82.";
  on_time.evidence = {{"Shipped", {"https://example.org/1"}, *parse_date("2026-02-20"), ""},
                      {"Held", {}, *parse_date("2026-03-14"), ""}};
  on_time.answered_at = make_time("2026-03-14T09:30:00+01:00");
  assessment.answers.at(1).rating = NotApplicable{"Nothing ships here."};
  assessment.answers.at(2).rating = NoOpportunity{};
  assessment.ladder.summary = "What is expected.";
  assessment.ladder.track = "Engineer";
  assessment.ladder.level = "IC3";
  assessment.ladder.source = {"A framework", "", "CC0"};
  assessment.ladder.terms = {{"cycle", "All the stages."}};
  assessment.ladder.pillars[0].summary = "What comes of it.";
  assessment.ladder.pillars[0].responsibilities[0].behaviors[0].source = "Results, 1";
  assessment.finished_at = make_time("2026-03-14T10:00:00+01:00");
  return assessment;
}

std::string replaced(std::string text, const std::string& what, const std::string& by) {
  const auto at = text.find(what);
  REQUIRE(at != std::string::npos);
  return text.replace(at, what.size(), by);
}

/// The diagnostics for the full assessment after one change to its text.
Diagnostics refuse(const std::string& what, const std::string& by) {
  auto parsed = parse_assessment(replaced(to_json(make_full_assessment()), what, by), "a.json");
  CHECK_FALSE(parsed);
  REQUIRE_FALSE(parsed.diagnostics.empty());
  return parsed.diagnostics;
}

}  // namespace

TEST_CASE("an assessment written and read again is the same", "[assessment]") {
  const Assessment full = make_full_assessment();
  CHECK(parse(to_json(full)) == full);
  const Assessment draft = make_assessment();
  CHECK(draft.is_draft());
  CHECK(parse(to_json(draft)) == draft);
  CHECK(to_json(parse(to_json(full))) == to_json(full));
}

TEST_CASE("the frozen ladder reads back as the ladder it was", "[assessment]") {
  for (const auto& builtin : builtin_ladders()) {
    const auto ladder = parse_ladder(builtin.yaml, builtin.id);
    REQUIRE(ladder);
    const Assessment assessment = make_assessment(*ladder.value);
    const Assessment read = parse(to_json(assessment));
    CHECK(read == assessment);
    CHECK(to_json(read.ladder) == to_json(*ladder.value));
  }
}

TEST_CASE("a share too small to be written without an exponent is read back", "[assessment]") {
  Assessment assessment = make_assessment();
  assessment.ladder.gates.coverage = 0.00001;
  CHECK(parse(to_json(assessment)) == assessment);
}

TEST_CASE("files of version 1 are upgraded", "[assessment]") {
  Assessment finished = parse(read_data("v1.json"));
  CHECK(finished.sitting.starts_with("v1-"));
  CHECK(finished.sitting == parse(read_data("v1-draft.json")).sitting);
  finished.sitting = make_full_assessment().sitting;
  CHECK(finished == make_full_assessment());
  Assessment draft = parse(read_data("v1-draft.json"));
  draft.sitting = make_assessment().sitting;
  CHECK(draft == make_assessment());

  const Assessment of_peer = parse(replaced(read_data("v1.json"), "\"role\": \"self\"", "\"role\": \"peer\""));
  CHECK(of_peer.subject.name.empty());
  CHECK(of_peer.sitting != parse(read_data("v1.json")).sitting);
}

TEST_CASE("files of version 2 are read and written back byte for byte", "[assessment]") {
  for (const char* name : {"v2.json", "v2-draft.json"}) CHECK(to_json(parse(read_data(name))) == read_data(name));
  const Assessment draft = parse(read_data("v2-draft.json"));
  CHECK(draft.subject.name == "Kim");
  CHECK(draft.rater == Rater{"Ann B. Smith", RaterRole::manager});
  CHECK(draft.on == *parse_date("2026-01-31"));
  CHECK(draft.asked == std::vector<std::string>{impact});
  CHECK(draft.answers[1].origin == Origin::carried);
  CHECK(draft.answers[1].from == AnswerSource{"51", *parse_date("2025-06-30")});
  CHECK(draft.answers[1].evidence[0].links.size() == 2);
  REQUIRE(draft.set_aside.size() == 1);
  CHECK(draft.set_aside[0].scale == std::vector<int>{1, 2, 3});
}

TEST_CASE("unknown fields are kept where they were, with their spelling", "[assessment]") {
  std::string json = to_json(make_full_assessment());
  json = replaced(json, "\"label\": \"spring\"", "\"mood\": {\"a\": [1.10, null, true]}, \"label\": \"spring\"");
  json = replaced(json, "\"name\": \"Ann B. Smith\"", "\"team\": \"x\\u00fc\", \"name\": \"Ann B. Smith\"");
  json = replaced(json, "\"state\": \"no opportunity\"", "\"weight\": 1e3, \"state\": \"no opportunity\"");
  json = replaced(json, "\"text\": \"Held\"", "\"file\": 12345678901234567890123, \"text\": \"Held\"");
  json = replaced(json, "\"title\": \"Planning\"", "\"colour\": \"red\", \"title\": \"Planning\"");
  const Assessment read = parse(json);
  REQUIRE(read.unknown.size() == 5);
  const std::string written = to_json(read);
  CHECK(parse(written) == read);
  CHECK_THAT(written, ContainsSubstring("\"weight\": 1e3"));
  CHECK_THAT(written, ContainsSubstring("\"entry\": \"\",\n          \"file\": 12345678901234567890123\n"));
  CHECK_THAT(written, ContainsSubstring("\"team\": \"x\xC3\xBC\""));
  CHECK_THAT(written, ContainsSubstring("1.10,\n"));
  Assessment without = read;
  without.unknown.clear();
  CHECK(without == make_full_assessment());
}

TEST_CASE("unknown fields follow their answer when the order of the answers changes", "[assessment]") {
  Assessment assessment = make_full_assessment();
  std::swap(assessment.answers[0], assessment.answers[2]);
  std::string json = to_json(assessment);
  json = replaced(json, "\"state\": \"no opportunity\"", "\"weight\": 5, \"state\": \"no opportunity\"");
  const Assessment read = parse(json);
  CHECK(read.answers == make_full_assessment().answers);
  CHECK(read.unknown.at(0).where == "/answers/results.planning.on-time");
  const std::string written = to_json(read);
  CHECK(written.find("\"weight\"") > written.find("\"behavior\": \"results.planning.on-time\""));
  CHECK(written.find("\"weight\"") < written.find("\"behavior\": \"talent.growing.mentoring\""));
}

TEST_CASE("an unknown field of a removed object is dropped", "[assessment]") {
  Assessment assessment = make_full_assessment();
  Node value;
  assessment.unknown = {{"/answers/no.such.behavior", "x", value},
                        {"/answers/results.impact.on-time/evidence/7", "x", value},
                        {"/ladder/scale/0", "value", value},
                        {"/label", "x", value}};
  CHECK(to_json(assessment) == to_json(make_full_assessment()));
}

TEST_CASE("behaviors without an answer are unrated", "[assessment]") {
  Assessment assessment = make_full_assessment();
  assessment.answers.erase(assessment.answers.begin(), assessment.answers.begin() + 2);
  const Assessment read = parse(to_json(assessment));
  REQUIRE(read.answers.size() == 4);
  CHECK(read.answers[0].behavior == "results.impact.on-time");
  CHECK(read.answers[0].rating == Rating(Unrated{}));
  CHECK(read.answers[2].rating == Rating(NoOpportunity{}));
}

TEST_CASE("an assessment from a newer Rung is rejected", "[assessment]") {
  for (const std::string version : {"3", "10", "99999999999999999999"}) {
    const auto diagnostics = refuse("rung-assessment/2", "rung-assessment/" + version);
    REQUIRE(diagnostics.size() == 1);
    CHECK(diagnostics[0].message == "written by a newer Rung; this one reads up to version 2");
    CHECK(diagnostics[0].at == Position{2, 13});
  }
  for (const std::string name : {"rung-assessment/0", "rung-assessment/01", "rung-assessment/-1", "rung-assessment/",
                                 "rung-assessment/1x", "rung-ladder/1", ""})
    CHECK(refuse("rung-assessment/2", name)[0].message == "`" + name + "` is no format of an assessment");
  CHECK_THAT(refuse("\"format\"", "\"form\"")[0].message, ContainsSubstring("this is no assessment"));
  CHECK_THAT(parse_assessment("[]", "a").diagnostics.at(0).message, ContainsSubstring("must be a map"));
}

TEST_CASE("errors in an assessment are reported with their places", "[assessment]") {
  struct Mistake {
    std::string what;
    std::string by;
    std::string message;
    std::string hint;
  };
  const Mistake mistakes[] = {
      {"\"id\": \"2026-03-14-ann-b-smith\"", "\"id\": \"../x\"", "`../x` is no id", "an id is"},
      {"\"role\": \"self\"", "\"role\": \"managr\"", "`managr` is no role of a rater", "did you mean `manager`?"},
      {"\"role\": \"self\"", "\"role\": \"boss\"", "`boss` is no role of a rater", "use self, manager"},
      {"\"name\": \"Ann B. Smith\",", "\"name\": \" \",", "`name` of `rater` is blank", ""},
      {"09:26:53+01:00", "9:26", "`started_at` is no time", "like 2026-03-14T"},
      {"\"started_at\": \"2026-03-14T09:26:53+01:00\"", "\"started_at\": null", "`started_at`", ""},
      {"\"finished_at\": \"2026-03-14T10:00:00+01:00\"", "\"finished_at\": 5", "`finished_at` must be text", ""},
      {"\"behavior\": \"results.impact.on-time\"", "\"behavior\": \"results.impact.on-tim\"",
       "the ladder has no behavior `results.impact.on-tim`", "did you mean `results.impact.on-time`?"},
      {"\"behavior\": \"results.impact.quality\"", "\"behavior\": \"results.impact.on-time\"",
       "`results.impact.on-time` is answered twice", "the first answer is in line"},
      {"\"state\": \"rated\"", "\"state\": \"ratd\"", "`ratd` is no state of an answer", "did you mean `rated`?"},
      {"\"rating\": 3", "\"rating\": null", "a rated answer needs a `rating`", "1 Not yet, 2 Sometimes"},
      {"\"rating\": 3", "\"rating\": 5", "`rating` must be a whole number from 1 to 4", ""},
      {"\"rating\": 3", "\"rating\": 3.0", "`rating` must be a whole number from 1 to 4", ""},
      {"\"rating\": 3", "\"rating\": 4294967299", "`rating` must be a whole number from 1 to 4", ""},
      {"\"state\": \"rated\"", "\"state\": \"unrated\"", "the state `unrated` has no `rating`", "the state `rated`"},
      {"\"reason\": \"Nothing ships here.\"", "\"reason\": \" \"", "not applicable needs a `reason`", ""},
      {"\"reason\": \"\"", "\"reason\": \"x\"", "the state `rated` has no `reason`", "use `note`"},
      {"\"https://example.org/1\"", "\"javascript:x\"", "`javascript:x` is not a link", "mailto:"},
      {"\"on\": \"2026-02-20\"", "\"on\": \"2026-02-30\"", "`2026-02-30` is not a date", "like 2026-03-14"},
      {"\"origin\": \"asked\"", "\"origin\": \"guessed\"", "`guessed` is not the origin of an answer", "use asked"},
      {"\"sitting\": \"0123", "\"sitting\": \"../0", "cannot be a `sitting`", "lower-case letters"},
      {"\"text\": \"Shipped\"", "\"text\": \"\"", "`text` of an item of `evidence` is blank", ""},
      {"09:30:00+01:00", "soon", "`answered_at` is no time", ""},
      {"\"text\": \"I ship on time.\"", "\"text\": \"\"", "blank", ""},
      {"\"note\": \"\"", "\"note\": \"\\u001b[2J\"", "U+001B", ""},
  };
  for (const auto& mistake : mistakes) {
    CAPTURE(mistake.what, mistake.by);
    const auto diagnostics = refuse(mistake.what, mistake.by);
    CAPTURE(diagnostics[0].message, diagnostics[0].hint);
    CHECK(diagnostics.size() == 1);
    CHECK_THAT(diagnostics[0].message, ContainsSubstring(mistake.message));
    CHECK_THAT(diagnostics[0].hint, ContainsSubstring(mistake.hint));
    CHECK(diagnostics[0].at.line > 1);
    CHECK(diagnostics[0].source == "a.json");
  }
}

TEST_CASE("a value between the points of the scale is rejected", "[assessment]") {
  Assessment assessment = make_assessment();
  assessment.ladder.scale.points = {{1, "No", ""}, {3, "Yes", ""}, {5, "Very", ""}};
  assessment.ladder.gates.floor = 1;
  assessment.ladder.pillars[0].responsibilities[0].behaviors[1].target.reset();
  rate(assessment, "results.impact.on-time", Rated{2});
  const auto parsed = parse_assessment(to_json(assessment), "a.json");
  REQUIRE(parsed.diagnostics.size() == 1);
  CHECK(parsed.diagnostics[0].message == "2 is not on the scale");
  CHECK(parsed.diagnostics[0].hint == "the scale is 1 No, 3 Yes, 5 Very");
}

TEST_CASE("several errors are reported in the order of the text", "[assessment]") {
  std::string json = to_json(make_full_assessment());
  json = replaced(json, "\"rating\": 3", "\"rating\": 9");
  json = replaced(json, "\"role\": \"self\"", "\"role\": \"boss\"");
  json = replaced(json, "\"on\": \"2026-02-20\"", "\"on\": \"soon\"");
  const auto parsed = parse_assessment(json, "a.json");
  REQUIRE(parsed.diagnostics.size() == 3);
  CHECK(parsed.diagnostics[0].at < parsed.diagnostics[1].at);
  CHECK(parsed.diagnostics[1].at < parsed.diagnostics[2].at);
}

TEST_CASE("every truncation of an assessment is rejected", "[assessment]") {
  const std::string json = to_json(make_full_assessment());
  for (std::size_t length = 0; length + 1 < json.size(); length += 7) {
    CAPTURE(length);
    CHECK_FALSE(parse_assessment(json.substr(0, length), "a.json"));
  }
}

TEST_CASE("a new draft has an id from its date and rater and one unrated answer for each behavior", "[assessment]") {
  const Assessment draft = make_assessment();
  CHECK(draft.id == "2026-03-14-ann-b-smith");
  CHECK(is_id(draft.id));
  REQUIRE(draft.answers.size() == 4);
  CHECK(draft.answers[1].behavior == "results.impact.quality");
  CHECK(count_answered(draft) == 0);
  CHECK(count_answered(make_full_assessment()) == 3);
  CHECK(find_answer(draft, "results.impact") == nullptr);
  CHECK(make_rater_id("  --x--  ") == "x");
  CHECK(make_rater_id("") == "rater");
  CHECK(make_rater_id(std::string(47, 'a') + "-b").size() == 47);
  CHECK(parse_rater_role("peer") == RaterRole::peer);
  CHECK(to_string(RaterRole::report) == "report");
  CHECK_FALSE(parse_rater_role("Self"));
}

TEST_CASE("raters whose names differ only in letters that an id cannot have get different ids", "[assessment]") {
  CHECK(make_rater_id("Zo\u00EB") == "zo-a2bd1e");
  CHECK(make_rater_id("J\u00FCrgen") == "j-rgen-8c7235");
  CHECK(make_rater_id("\u674E") == "rater-bbd233");
  CHECK(make_rater_id("\u738B") == "rater-93bdea");
  const std::string longest = make_rater_id(std::string(60, 'a') + "\u738B");
  CHECK(longest.size() == 48);
  CHECK(longest != make_rater_id(std::string(60, 'a') + "\u674E"));
  CHECK(is_id("2026-03-14-" + longest + "-999"));
  CHECK(make_rater_id(std::string(40, 'a') + "-\u738B").find("--") == std::string::npos);
}
