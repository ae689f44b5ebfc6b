#include "catch.hpp"
#include "cli/program.hpp"

using namespace rung;

TEST_CASE("diff compares the latest with the one before it", "[cli]") {
  TwoSeasons bakery;
  const Ran ran = bakery.run({"diff"});
  CHECK(ran.code == ExitCode::success);
  CHECK(ran.err.empty());
  CHECK_THAT(unwrap(ran.out), ContainsSubstring("Before 2026-01-15"));
  CHECK_THAT(unwrap(ran.out), ContainsSubstring("Now 2026-04-15 ·"));
  CHECK_THAT(ran.out, ContainsSubstring("Improved: 5 behaviors"));
  CHECK(bakery.run({"diff", winter}).out == ran.out);
  CHECK(bakery.run({"diff", winter, spring}).out == ran.out);
}

TEST_CASE("diff takes the two in the order they are named", "[cli]") {
  TwoSeasons bakery;
  CHECK_THAT(bakery.run({"diff", spring, winter}).out, ContainsSubstring("Regressed: 5 behaviors"));
}

TEST_CASE("diff passes over other raters and ladders", "[cli]") {
  TwoSeasons bakery;
  bakery.at = "2026-03-01T09:00:00Z";
  bakery.run({"assess", "baker", "--about", "ana", "--as", "Ines:peer", "--set", "weigh=1", "--partial"});
  bakery.run({"assess", "--set", "own-projects=1", "--partial"});
  CHECK_THAT(unwrap(bakery.run({"diff"}).out), ContainsSubstring("Before 2026-01-15"));
}

TEST_CASE("diff is Markdown or JSON too, also into a file", "[cli]") {
  TwoSeasons bakery;
  CHECK_THAT(bakery.run({"diff", "--format", "markdown"}).out, Catch::Matchers::StartsWith("# What changed: Baker\n"));
  CHECK(bakery.run({"diff", "-o", "changes.json"}).code == ExitCode::success);
  CHECK(bakery.read("changes.json") == bakery.run({"diff", "--json"}).out);
  CHECK_THAT(bakery.read("changes.json"), ContainsSubstring("\"kind\": \"change report\""));
}

TEST_CASE("with fewer than two assessments there is nothing to compare, and diff says what to do", "[cli]") {
  Bakery bakery;
  const Ran none = bakery.run({"diff"});
  CHECK(none.code == ExitCode::bad_input);
  CHECK_THAT(unwrap(none.err), ContainsSubstring("`rung assess` makes one"));

  bakery.rate_all(2, "2026-01-15T09:00:00Z");
  const Ran one = bakery.run({"diff"});
  CHECK(one.code == ExitCode::bad_input);
  CHECK(one.out.empty());
  CHECK_THAT(unwrap(one.err), ContainsSubstring("there is no assessment of Baker by ana before 2026-01-15-ana"));
  CHECK_THAT(unwrap(one.err), ContainsSubstring("rate again with `rung assess`, or name two: `rung diff OLD NEW`"));

  const Ran same = bakery.run({"diff", "latest"});
  CHECK(same.code == ExitCode::bad_input);
  CHECK(unwrap(same.err) == unwrap(one.err));
  CHECK_THAT(unwrap(bakery.run({"diff", "latest", "latest"}).err),
             ContainsSubstring("both names mean baker/2026-01-15-ana"));
  CHECK(bakery.run({"diff", "latest", "nowhere"}).code == ExitCode::bad_input);
}
