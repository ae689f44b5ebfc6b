#include <rung/assessment/answer_changes.hpp>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <string>

#include <rung/ladder/builtin.hpp>
#include <rung/ladder/parse.hpp>

#include "assessment/sample_ladder.hpp"
#include "catch.hpp"

using namespace rung;

namespace {

const Date given_on = std::chrono::year(2026) / 3 / 14;

const Ladder ladder = make_ladder();

AnswerChanges parse_changes(const std::string& text, const std::string& source = "answers.yaml") {
  auto parsed = parse_answers(text, source, ladder, {given_on, given_on});
  for (const auto& diagnostic : parsed.diagnostics) UNSCOPED_INFO(diagnostic.message);
  REQUIRE(parsed);
  return *parsed.value;
}

Diagnostics refuse_changes(const std::string& text, const std::string& source = "answers.yaml") {
  auto parsed = parse_answers(text, source, ladder, {given_on, given_on});
  CHECK_FALSE(parsed);
  REQUIRE_FALSE(parsed.diagnostics.empty());
  return parsed.diagnostics;
}

Rating rating_of(const std::string& word) { return parse_changes("quality: " + word).at(0).rating.value(); }

Diagnostic refuse_set(const std::string& argument) {
  auto parsed = parse_set(argument, ladder);
  CHECK_FALSE(parsed);
  REQUIRE(parsed.diagnostics.size() == 1);
  return parsed.diagnostics[0];
}

}  // namespace

TEST_CASE("an answers file gives ratings by behavior key or unique suffix", "[assessment]") {
  const auto changes =
      parse_changes("results.impact.on-time: 3\nquality: 2\nplanning.on-time: unrated\ngrowing.mentoring: 4\n");
  REQUIRE(changes.size() == 4);
  CHECK(changes[0] == AnswerChange{"results.impact.on-time", Rated{3}, {}, {}});
  CHECK(changes[1] == AnswerChange{"results.impact.quality", Rated{2}, {}, {}});
  CHECK(changes[2] == AnswerChange{"results.planning.on-time", Unrated{}, {}, {}});
  CHECK(changes[3] == AnswerChange{"talent.growing.mentoring", Rated{4}, {}, {}});
}

TEST_CASE("a rating is a value, a label in upper or lower case, or one of the other states", "[assessment]") {
  CHECK(rating_of("1") == Rating(Rated{1}));
  CHECK(rating_of("\"4\"") == Rating(Rated{4}));
  CHECK(rating_of("Consistently") == Rating(Rated{3}));
  CHECK(rating_of("not YET") == Rating(Rated{1}));
  CHECK(rating_of("no opportunity") == Rating(NoOpportunity{}));
  CHECK(rating_of("Unrated") == Rating(Unrated{}));
  CHECK(rating_of("'n/a: We ship nothing.'") == Rating(NotApplicable{"We ship nothing."}));
  CHECK(rating_of("N/A:none") == Rating(NotApplicable{"none"}));
  CHECK(rating_of("{rating: n/a, reason: We ship nothing.}") == Rating(NotApplicable{"We ship nothing."}));
  CHECK(rating_of("{rating: not applicable, reason: none}") == Rating(NotApplicable{"none"}));
}

TEST_CASE("an answer may have a note and evidence, with a rating or without", "[assessment]") {
  const auto changes = parse_changes(R"(quality:
  rating: 2
  note: |
    First line.
    Second line.
  evidence:
    - 2026-02-20 Shipped it https://x.org/1
    - Nothing broke
    - {text: Held, link: "https://x.org/2", on: 2026-03-01}
mentoring:
  evidence: 2026-01-02 A talk
)");
  REQUIRE(changes.size() == 2);
  CHECK(changes[0].note == "First line.\nSecond line.\n");
  REQUIRE(changes[0].evidence.size() == 3);
  CHECK(changes[0].evidence[0] == Evidence{"Shipped it", {"https://x.org/1"}, *parse_date("2026-02-20"), ""});
  CHECK(changes[0].evidence[1] == Evidence{"Nothing broke", {}, given_on, ""});
  CHECK(changes[0].evidence[2] == Evidence{"Held", {"https://x.org/2"}, *parse_date("2026-03-01"), ""});
  CHECK_FALSE(changes[1].rating);
  CHECK_FALSE(changes[1].note);
  CHECK(changes[1].evidence == std::vector<Evidence>{{"A talk", {}, *parse_date("2026-01-02"), ""}});
}

TEST_CASE("an answers file may be JSON, by its name or its content", "[assessment]") {
  const std::string json = "{\"quality\": 2, \"mentoring\": {\"rating\": \"n/a\", \"reason\": \"x \\ud83d\\ude42\"}}";
  for (const std::string source : {"answers.json", "<stdin>"}) {
    const auto changes = parse_changes(json, source);
    REQUIRE(changes.size() == 2);
    CHECK(changes[0].rating == Rating(Rated{2}));
    CHECK(changes[1].rating == Rating(NotApplicable{"x \xF0\x9F\x99\x82"}));
  }
  CHECK(parse_changes("{quality: 2}", "<stdin>").size() == 1);
  const auto diagnostics = refuse_changes("{\"quality\": 2,\n}", "answers.json");
  CHECK(diagnostics[0].at == Position{2, 1});
  CHECK_THAT(diagnostics[0].message, ContainsSubstring("not valid JSON"));
  CHECK(refuse_changes("{\"quality\":\n 7}", "answers.json")[0].at == Position{2, 2});
}

TEST_CASE("errors in an answers file are reported with their places", "[assessment]") {
  struct Mistake {
    std::string text;
    Position at;
    std::string message;
    std::string hint;
  };
  const Mistake mistakes[] = {
      {"qualty: 2", {1, 1}, "the ladder `ic3` has no behavior `qualty`", "did you mean `quality`?"},
      {"results.impact.qualit: 2", {1, 1}, "no behavior `results.impact.qualit`", "`results.impact.quality`"},
      {"zzzzzzzz: 2", {1, 1}, "no behavior `zzzzzzzz`", "`rung ladder show ic3` lists the behaviors"},
      {"uality: 2", {1, 1}, "no behavior `uality`", "did you mean `quality`?"},
      {"on-time: 2",
       {1, 1},
       "`on-time` can mean 2 behaviors",
       "write one of `results.impact.on-time`, `results.planning.on-time`"},
      {"quality: 2\nresults.impact.quality: 3",
       {2, 1},
       "`results.impact.quality` is answered twice",
       "the first answer is in line 1"},
      {"quality: 7", {1, 10}, "`7` is not on the scale", "1 Not yet, 2 Sometimes, 3 Consistently, 4 Beyond; or write"},
      {"quality: 02", {1, 10}, "`02` is not on the scale", ""},
      {"quality: 2.0", {1, 10}, "`2.0` is not on the scale", ""},
      {"quality: often", {1, 10}, "`often` is not on the scale", ""},
      {"quality:", {1, 1}, "the rating is empty", "`unrated`"},
      {"quality: ''", {1, 10}, "the rating is empty", "`unrated`"},
      {"quality: [2]", {1, 10}, "a rating is a word, not a list", ""},
      {"quality: n/a", {1, 10}, "n/a needs a reason", "`n/a: REASON`"},
      {"quality: {rating: n/a, reason: ' '}", {1, 19}, "n/a needs a reason", ""},
      {"quality: {rating: 2, reason: x}", {1, 30}, "only an answer that is n/a has a `reason`", "use `note`"},
      {"quality: {reason: x}", {1, 19}, "a `reason` needs a `rating` that is n/a", ""},
      {"quality: {ratng: 2}", {1, 11}, "unknown key `ratng`", "did you mean `rating`?"},
      {"quality: {evidence: [{text: x, link: 'ftp://x'}]}", {1, 38}, "`ftp://x` is not a link", "https://"},
      {"quality: {evidence: [{text: x, on: 2026-02-30}]}", {1, 36}, "`2026-02-30` is not a date", ""},
      {"quality: {evidence: [{on: 2026-02-20}]}", {1, 22}, "no `text`", ""},
      {"quality: {evidence: ['']}", {1, 22}, "the evidence is empty", ""},
      {"- quality", {1, 1}, "answers must be a map", "`on-time: 3`"},
  };
  for (const auto& mistake : mistakes) {
    CAPTURE(mistake.text);
    const auto diagnostics = refuse_changes(mistake.text);
    CAPTURE(diagnostics[0].message, diagnostics[0].hint, diagnostics[0].at.line, diagnostics[0].at.column);
    CHECK(diagnostics.size() == 1);
    CHECK(diagnostics[0].source == "answers.yaml");
    CHECK(diagnostics[0].at == mistake.at);
    CHECK_THAT(diagnostics[0].message, ContainsSubstring(mistake.message));
    CHECK_THAT(diagnostics[0].hint, ContainsSubstring(mistake.hint));
  }
}

TEST_CASE("all errors of an answers file are listed, up to the limit", "[assessment]") {
  const auto diagnostics = refuse_changes("qualty: 2\nquality: 9\nmentoring: {note: 1, mood: x}\n");
  REQUIRE(diagnostics.size() == 3);
  CHECK(diagnostics[0].at == Position{1, 1});
  CHECK(diagnostics[1].at == Position{2, 10});
  CHECK(diagnostics[2].at == Position{3, 22});
  std::string many;
  for (int i = 0; i < 3'000; ++i) many += "behavior-" + std::to_string(i) + ": 1\n";
  CHECK(refuse_changes(many).size() == max_diagnostics);
}

TEST_CASE("the sample answers fit the built-in ladder", "[assessment]") {
  const auto builtin = builtin_ladders();
  const auto found = std::find_if(builtin.begin(), builtin.end(), [](const auto& b) { return b.id == "ic3-mle"; });
  REQUIRE(found != builtin.end());
  const auto sample_ladder = parse_ladder(found->yaml, found->id);
  REQUIRE(sample_ladder);
  for (const std::string name : {"sample-answers.yaml", "sample-answers-later.yaml"}) {
    std::ifstream file(std::string(RUNG_SOURCE_ROOT) + "/examples/" + name, std::ios::binary);
    REQUIRE(file);
    const std::string text{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
    const auto changes = parse_answers(text, name, *sample_ladder.value, {given_on, std::chrono::year(2026) / 12 / 31});
    for (const auto& diagnostic : changes.diagnostics) UNSCOPED_INFO(name + ": " + diagnostic.message);
    REQUIRE(changes);
    CHECK(changes.value->size() >= 10);
  }
}

TEST_CASE("--set takes a key and a rating", "[assessment]") {
  CHECK(parse_set("quality=2", ladder).value == AnswerChange{"results.impact.quality", Rated{2}, {}, {}});
  CHECK(parse_set("quality = Sometimes", ladder).value->rating == Rating(Rated{2}));
  CHECK(parse_set("2=2", ladder).value->behavior == list_behaviors(ladder)[1].behavior->key);
  CHECK(parse_set("quality=n/a:a = b: c", ladder).value->rating == Rating(NotApplicable{"a = b: c"}));
  CHECK(parse_set("quality=no opportunity", ladder).value->rating == Rating(NoOpportunity{}));
}

TEST_CASE("errors in --set are reported with their column", "[assessment]") {
  const auto off_scale = refuse_set("quality=7");
  CHECK(off_scale.source == "--set");
  CHECK(off_scale.at == Position{1, 9});
  CHECK(off_scale.line == "quality=7");
  CHECK_THAT(off_scale.message, ContainsSubstring("`7` is not on the scale"));
  CHECK(refuse_set("quality").message == "--set needs KEY=VALUE");
  CHECK(refuse_set("").message == "--set needs KEY=VALUE");
  CHECK(refuse_set("quality=").message == "the rating is empty");
  CHECK(refuse_set("quality=n/a").at == Position{1, 9});
  CHECK(refuse_set("qualty=2").hint == "did you mean `quality`?");
  CHECK_THAT(refuse_set("on-time=2").message, ContainsSubstring("can mean 2 behaviors"));
  CHECK_THAT(refuse_set("quality=2\x1B").message, ContainsSubstring("U+001B"));
  CHECK(refuse_set("=2").at == Position{1, 1});
  CHECK(refuse_set("quality=n/a: no").hint == "say why, in two words or more");
  CHECK(refuse_set("0=2").message == "the ladder `ic3` has no behavior `0`");
  CHECK(refuse_set("1000=2").message == "the ladder `ic3` has no behavior `1000`");
}

TEST_CASE("--note takes a key and a text, which may contain anything that can be shown", "[assessment]") {
  CHECK(parse_note("quality=It held = well ", ladder).value->note == "It held = well");
  CHECK(parse_note("quality=", ladder).value->note == "");
  CHECK_FALSE(parse_note("quality=x", ladder).value->rating);
  const auto parsed = parse_note("quality", ladder);
  REQUIRE(parsed.diagnostics.size() == 1);
  CHECK(parsed.diagnostics[0].source == "--note");
  CHECK(parsed.diagnostics[0].message == "--note needs KEY=TEXT");
}

TEST_CASE("evidence of a day that does not exist, or is still to come, is a mistake", "[assessment]") {
  const EvidenceDays days{std::chrono::year(2026) / 2 / 1, given_on};
  const auto refuse = [&days](const std::string& argument) {
    const auto parsed = parse_evidence(argument, ladder, days);
    CHECK_FALSE(parsed);
    REQUIRE(parsed.diagnostics.size() == 1);
    return parsed.diagnostics[0];
  };
  CHECK(refuse("quality=2026-02-30 Held").message == "there is no day `2026-02-30`");
  CHECK(refuse("quality=2026-02-30 Held").at == Position{1, 9});
  CHECK(refuse("quality=2026-13-01: Held").hint == "write it like 2026-03-14");
  CHECK(refuse("quality=2026-03-15 Held").message == "2026-03-15 is in the future");
  CHECK(parse_evidence("quality=2026-03-14 Held", ladder, days).value->evidence[0].on == given_on);
  CHECK(parse_evidence("quality=Held on 2026-02-30", ladder, days).value->evidence[0].on == days.usual);

  CHECK(refuse_changes("quality: {evidence: 2026-02-30 Held}")[0].message == "there is no day `2026-02-30`");
  CHECK(refuse_changes("quality: {evidence: [{text: Held, on: 2026-02-30}]}").size() == 1);
  const Diagnostics future = refuse_changes("quality:\n  evidence:\n    - {text: Held, on: 2026-03-15}\n");
  CHECK(future[0].message == "2026-03-15 is in the future");
  CHECK(future[0].at == Position{3, 7});
}

TEST_CASE("applied changes replace ratings and notes and add evidence once", "[assessment]") {
  Assessment assessment = make_assessment();
  const auto first = make_time("2026-03-14T10:00:00Z");
  const auto later = make_time("2026-03-14T11:00:00Z");
  const Evidence evidence{"Held", {}, *parse_date("2026-03-01"), ""};
  const AnswerChanges changes{{"results.impact.quality", Rated{2}, "one", {evidence}},
                              {"results.impact.quality", Rated{3}, {}, {evidence}}};
  apply(assessment, changes, first);
  const Answer* quality = find_answer(assessment, "results.impact.quality");
  CHECK(*quality == Answer{"results.impact.quality", Rated{3}, "one", {evidence}, Origin::given, {}, first});
  CHECK_FALSE(find_answer(assessment, "results.impact.on-time")->answered_at);

  apply(assessment, {{"results.impact.quality", Rated{3}, "one", {evidence}}}, later);
  CHECK(quality->answered_at == first);
  apply(assessment, {{"results.impact.quality", {}, "two", {}}}, later);
  CHECK(*quality == Answer{"results.impact.quality", Rated{3}, "two", {evidence}, Origin::given, {}, later});
}
