#include <fmt/format.h>

#include "catch.hpp"
#include "cli/program.hpp"

using namespace rung;

namespace {

Ran rate_as(Bakery& bakery, const std::string& rater, const std::string& when) {
  bakery.at = when;
  return bakery.run({"assess", "baker", "--about", "ana", "--as", rater, "--set", "weigh=2", "--partial"});
}

}  // namespace

TEST_CASE("the history has every assessment of the latest self-rating's ladder and rater", "[cli]") {
  TwoSeasons bakery;
  bakery.run({"assess", "baker", "--set", "weigh=1"});
  const Ran ran = bakery.run({"history", "--json"});
  CHECK(ran.code == ExitCode::success);
  CHECK(ran.err.empty());
  CHECK_THAT(ran.out, ContainsSubstring("\"kind\": \"history\"") && ContainsSubstring("\"rater\": \"ana\"") &&
                          ContainsSubstring("\"left_out\": 0"));
  CHECK(ran.out.find("2026-01-15-ana") < ran.out.find("2026-04-15-ana"));
  CHECK(bakery.run({"history", "baker", "--json"}).out == ran.out);
  CHECK(bakery.run({"history", "home/ladders/baker.yaml", "--json"}).out == ran.out);
}

TEST_CASE("the history says how many by others it leaves out, and shows them when asked", "[cli]") {
  TwoSeasons bakery;
  rate_as(bakery, "Ines:peer", "2026-02-01T10:00:00Z");
  Ran ran = bakery.run({"history", "--json"});
  CHECK_THAT(ran.out, ContainsSubstring("\"rater\": \"ana\"") && ContainsSubstring("\"left_out\": 1"));
  ran = bakery.run({"history", "--rater", "Ines", "--json"});
  CHECK(ran.code == ExitCode::success);
  CHECK_THAT(ran.out, ContainsSubstring("\"rater\": \"Ines\"") && ContainsSubstring("\"left_out\": 2") &&
                          ContainsSubstring("2026-02-01-ana--by--ines"));
  rate_as(bakery, "Ines:peer", "2026-05-01T10:00:00Z");
  CHECK_THAT(bakery.run({"history", "--json"}).out, ContainsSubstring("\"rater\": \"ana\""));
}

TEST_CASE("the history leaves out what was finished before --since", "[cli]") {
  TwoSeasons bakery;
  rate_as(bakery, "Ines:peer", "2026-01-01T10:00:00Z");
  Ran ran = bakery.run({"history", "--since", "2026-01-16", "--json"});
  CHECK(ran.code == ExitCode::success);
  CHECK_THAT(ran.out, ContainsSubstring("\"since\": \"2026-01-16\"") && ContainsSubstring("2026-04-15-ana") &&
                          !ContainsSubstring("2026-01-15-ana") && ContainsSubstring("\"left_out\": 0"));
  CHECK_THAT(bakery.run({"history", "--since", "2026-01-15", "--json"}).out, ContainsSubstring("2026-01-15-ana"));
  ran = bakery.run({"history", "--since", "2026-04-16"});
  CHECK(ran.code == ExitCode::bad_input);
  CHECK(unwrap(ran.err) ==
        "rung: there is no finished assessment on the ladder `baker` by `ana` since 2026-04-16 "
        "hint: the latest one is of 2026-04-15");
}

TEST_CASE("what --since cannot read as a date is told with an example", "[cli]") {
  TwoSeasons bakery;
  for (const char* date : {"2026-02-30", "14.3.2026", "2026", "yesterday"}) {
    const Ran ran = bakery.run({"history", "--since", date});
    CHECK(ran.code == ExitCode::usage);
    CHECK(unwrap(ran.err) ==
          fmt::format("rung: --since: `{}` is not a date hint: write it as year-month-day, for example 2026-03-14",
                      date));
  }
  CHECK(bakery.run({"history", "--since", ""}).code == ExitCode::usage);
  CHECK(bakery.run({"history", "--rater", ""}).code == ExitCode::usage);
}

TEST_CASE("without an assessment there is no history", "[cli]") {
  Bakery bakery;
  Ran ran = bakery.run({"history"});
  CHECK(ran.code == ExitCode::bad_input);
  CHECK(unwrap(ran.err) == "rung: there is no finished assessment yet hint: `rung assess` makes one");
  bakery.rate_all(2, "2026-01-15T09:00:00Z");
  ran = bakery.run({"history", "ic3-mle"});
  CHECK(ran.code == ExitCode::bad_input);
  CHECK_THAT(unwrap(ran.err), ContainsSubstring("on the ladder `ic3-mle` yet"));
  ran = bakery.run({"history", "bakr"});
  CHECK(ran.code == ExitCode::bad_input);
  CHECK(unwrap(ran.err) == "rung: there is no ladder `bakr` hint: did you mean `baker`?");
  ran = bakery.run({"history", "--rater", "Bob"});
  CHECK(ran.code == ExitCode::bad_input);
  CHECK_THAT(unwrap(ran.err), ContainsSubstring("by `Bob` yet"));
}

TEST_CASE("a file that cannot be read is named, and the history is shown without it", "[cli]") {
  TwoSeasons bakery;
  bakery.write("home/assessments/baker/2026-02-01-ana.json", "{");
  const Ran ran = bakery.run({"history", "--json"});
  CHECK(ran.code == ExitCode::bad_input);
  CHECK(unwrap(ran.err) ==
        "warning: skipped: home/assessments/baker/2026-02-01-ana.json is not an assessment that Rung can read "
        "`rung doctor` says what is wrong and what you can do.");
  CHECK_THAT(ran.out, ContainsSubstring("2026-01-15-ana") && ContainsSubstring("2026-04-15-ana"));
}

TEST_CASE("the history is written to a file by its extension", "[cli]") {
  TwoSeasons bakery;
  CHECK(bakery.run({"history", "-o", "history.json"}).code == ExitCode::success);
  CHECK_THAT(bakery.read("history.json"), ContainsSubstring("\"kind\": \"history\""));
  CHECK(bakery.run({"history", "--format", "csv", "-o", "history.txt"}).code == ExitCode::success);
  CHECK_THAT(bakery.read("history.txt"), ContainsSubstring("baker/2026-04-15-ana,"));
  CHECK(bakery.run({"history", "-o", "home/assessments/baker/2026-04-15-ana.json"}).code == ExitCode::usage);
}

TEST_CASE("what takes long tells how far it is, at a terminal, and wipes that", "[cli]") {
  TwoSeasons bakery;
  bakery.tick = std::chrono::milliseconds(501);
  bakery.environment.err_is_terminal = true;
  const std::string line = "reading assessments: 1 of 2";
  CHECK(bakery.run({"history", "--json"}).err ==
        fmt::format("\r{0}\rreading assessments: 2 of 2\r{1:{2}}\r", line, "", line.size()));

  SECTION("not when it is quick") { bakery.tick = std::chrono::milliseconds(100); }
  SECTION("not where standard error is no terminal") { bakery.environment.err_is_terminal = false; }
  SECTION("not on a terminal that cannot rewrite a line") { bakery.environment.variables["TERM"] = "dumb"; }
  SECTION("not to those who asked for whole lines") { bakery.environment.variables["ACCESSIBLE"] = "1"; }
  SECTION("not where it would not fit") { bakery.environment.columns = 27; }
  CHECK(bakery.run({"history", "--json"}).err.empty());
}

TEST_CASE("where no assessment can be read, the one that stands in the way is named", "[cli]") {
  Bakery bakery;
  bakery.write("home/assessments/baker/2026-01-10-ana.json", "{");
  for (const std::string command : {"history", "report"}) {
    INFO(command);
    const Ran ran = bakery.run({command});
    CHECK(ran.code == ExitCode::bad_input);
    CHECK_THAT(unwrap(ran.err), ContainsSubstring("no finished assessment can be read"));
    CHECK_THAT(unwrap(ran.err), ContainsSubstring("home/assessments/baker/2026-01-10-ana.json"));
  }
}

TEST_CASE("a long label gives way before the figures do", "[cli]") {
  Bakery bakery;
  bakery.at = "2026-01-10T09:00:00Z";
  bakery.run({"assess", "baker", "--label", "the second half with Dana, a draft that nobody else has seen so far",
              "--partial", "--set", "weigh=2"});
  const Ran ran = bakery.run({"history"});
  CHECK_THAT(ran.out, ContainsSubstring("the second ha…"));
  CHECK_THAT(ran.out, ContainsSubstring("Rated  ·"));
  CHECK_THAT(ran.out, ContainsSubstring("Gates"));
}
