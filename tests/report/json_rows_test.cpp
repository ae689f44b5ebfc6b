#include <rung/assessment/json.hpp>
#include <rung/assessment/json_parse.hpp>
#include <rung/report/rows.hpp>

#include "catch.hpp"
#include "report/fixtures.hpp"

using namespace rung;

TEST_CASE("a row as a JSON line is one object on one line, whatever is in it", "[report]") {
  AnswerRow row = list_rows(fixtures::typical(), "ic2-baker/2026-03-14-kim-doe").front();
  row.reason = "\"quoted\"\\ \t caf\u00E9 \U0001F389";
  row.note = "two\nlines\r \x1b[31m \u202E \x7f \xff";
  row.evidence.reset();
  const std::string line = to_json_line(row);
  CHECK(
      line ==
      R"({"assessment":"ic2-baker/2026-03-14-kim-doe","rater":"Kim Doe","role":"self","date":"2026-03-14",)"
      R"("ladder":"ic2-baker","pillar":"results","responsibility":"impact","behavior":"results.impact.on-time",)"
      R"("text":"I deliver what my team set out to do, when we said we would, at a quality bar that others can )"
      R"(build on.","state":"rated","rating":1,"target":3,"gap":2,"reason":"\"quoted\"\\ \t café 🎉",)"
      R"("note":"two\nlines\r \u001b[31m \u202e \u007f �","evidence":null,"subject":"Kim Doe","origin":"asked","from":"","from_on":"","shown":"",)"
      R"("evidence_items":[{"text":"Retrospective of the spring launch","links":["https://example.org/retro?id=7"],)"
      R"("on":"2026-03-02","entry":null}],"title":"I deliver what my team set out to do …","evidence_counts":1,)"
      R"("next":null,"patterns":""})"
      "\n");
}

TEST_CASE("a JSON line says what the row said", "[report]") {
  AnswerRow row = list_rows(fixtures::typical(), "ic2-baker/2026-03-14-kim-doe").front();
  row.note = "two\nlines, \"quoted\" \\ \t caf\u00E9";
  const std::string line = to_json_line(row);
  const Source source("line", line);
  const auto parsed = parse_json(source);
  REQUIRE(parsed);
  CHECK(parsed.value->find("note")->scalar == row.note);
  CHECK(parsed.value->find("evidence")->scalar == "1");
  CHECK(parsed.value->entries.size() == 26);
}
