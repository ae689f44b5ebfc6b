#include "catch.hpp"
#include "cli/program.hpp"

using namespace rung;

TEST_CASE("doctor finds nothing where nothing is wrong, and creates nothing", "[cli]") {
  Program empty;
  const Ran nothing = empty.run({"doctor"});
  CHECK(nothing.code == ExitCode::success);
  CHECK_THAT(nothing.out, ContainsSubstring("All is well"));
  CHECK_FALSE(empty.exists("home"));

  TwoSeasons bakery;
  const Ran ran = bakery.run({"doctor"});
  CHECK(ran.code == ExitCode::success);
  CHECK_THAT(ran.out, ContainsSubstring("2 finished assessments · 0 drafts · 1 ladder of yours"));
}

TEST_CASE("doctor names a damaged file, exits with 1 and leaves the file as it is", "[cli]") {
  TwoSeasons bakery;
  bakery.write("home/assessments/baker/2026-05-01-ana.json", "{\"format\": \"rung-assessment/1\"");
  const Ran ran = bakery.run({"doctor"});
  CHECK(ran.code == ExitCode::negative);
  CHECK(ran.err.empty());
  CHECK_THAT(unwrap(ran.out), ContainsSubstring("assessments/baker/2026-05-01-ana.json [damaged]") &&
                                  ContainsSubstring("1:31: this is not valid JSON: unexpected end of input"));
  CHECK(bakery.read("home/assessments/baker/2026-05-01-ana.json") == "{\"format\": \"rung-assessment/1\"");

  const Ran json = bakery.run({"doctor", "--json"});
  CHECK(json.code == ExitCode::negative);
  CHECK_THAT(json.out, ContainsSubstring("\"kind\": \"health\"") && ContainsSubstring("\"finding\": \"damaged\"") &&
                           ContainsSubstring("\"command\": null"));
}

TEST_CASE("what passes a file over points at doctor", "[cli]") {
  TwoSeasons bakery;
  bakery.write("home/assessments/baker/2026-05-01-ana.json", "{");
  CHECK_THAT(unwrap(bakery.run({"list"}).err), ContainsSubstring("`rung doctor` says what is wrong"));
}
