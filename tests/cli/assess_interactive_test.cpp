#include <fmt/format.h>

#include "catch.hpp"
#include "cli/program.hpp"

using namespace rung;

TEST_CASE("five keys and f finish an assessment; the report follows", "[cli]") {
  Bakery bakery;
  const Ran ran = bakery.type_in({"assess", "baker"}, U"23344f");
  CHECK(ran.code == ExitCode::success);
  CHECK_THAT(ran.screen, ContainsSubstring("I weigh every ingredient, water included."));
  CHECK_THAT(ran.screen, ContainsSubstring("I bake until the crust is dark."));
  CHECK_THAT(ran.err, ContainsSubstring("Saved as baker/2026-03-14-ana."));
  CHECK_THAT(ran.out, ContainsSubstring("rung report --full"));
  CHECK(bakery.files("home/drafts").empty());
  CHECK(bakery.files("home/assessments") == std::vector<std::string>{"baker/2026-03-14-ana.json"});
}

TEST_CASE("a reason, a note and evidence typed at the prompt are saved", "[cli]") {
  Bakery bakery;
  const Ran ran = bakery.type_in({"assess", "baker"}, U"nno scales here\ne2026-03-01 folded all week\n3q");
  CHECK(ran.code == ExitCode::unfinished);
  const std::string saved = bakery.read(draft);
  CHECK_THAT(saved, ContainsSubstring("\"reason\": \"no scales here\""));
  CHECK_THAT(saved, ContainsSubstring("folded all week"));
  CHECK_THAT(saved, ContainsSubstring("\"rating\": 3"));
}

TEST_CASE("who quits goes on where they stopped", "[cli]") {
  Bakery bakery;
  const Ran first = bakery.type_in({"assess", "baker"}, U"23q");
  CHECK(first.code == ExitCode::unfinished);
  CHECK(first.out.empty());
  CHECK_THAT(unwrap(first.err), ContainsSubstring("2 of 5 answered. Continue with: rung assess baker"));
  CHECK(bakery.files("home/drafts") == std::vector<std::string>{"baker/ana.json"});

  bakery.at = "2026-03-15T07:00:00+01:00";
  const Ran second = bakery.type_in({"assess", "baker"}, U"344f");
  CHECK(second.code == ExitCode::success);
  CHECK_THAT(second.screen, !ContainsSubstring("I weigh every ingredient"));
  CHECK_THAT(second.screen, ContainsSubstring("I wait until the dough is ready"));
  CHECK(bakery.files("home/drafts").empty());
  const std::string saved = bakery.read("home/assessments/baker/2026-03-14-ana.json");
  CHECK_THAT(saved, ContainsSubstring("\"started_at\": \"2026-03-14T09:26:53+01:00\""));
}

TEST_CASE("the end of the input leaves, and never answers", "[cli]") {
  Bakery bakery;
  CHECK(bakery.type_in({"assess", "baker"}, U"3").code == ExitCode::unfinished);
  const Ran second = bakery.type_in({"assess", "baker"}, U"");
  CHECK(second.code == ExitCode::unfinished);
  CHECK_THAT(unwrap(second.err), ContainsSubstring("1 of 5 answered"));
}

TEST_CASE("what scripts left as a draft is finished at the prompt", "[cli]") {
  Bakery bakery;
  bakery.run({"assess", "baker", "--set", "colour=4", "--set", "weigh=1"});
  const Ran ran = bakery.type_in({"assess", "baker"}, U"333\nf");
  CHECK(ran.code == ExitCode::success);
  CHECK_THAT(ran.out, ContainsSubstring("rung report --full"));
}

TEST_CASE("--new starts over and keeps the draft under another name", "[cli]") {
  Bakery bakery;
  bakery.type_in({"assess", "baker"}, U"23q");
  const std::string before = bakery.read(draft);
  bakery.at = "2026-03-20T08:00:00Z";
  const Ran ran = bakery.type_in({"assess", "baker", "--new"}, U"4q");
  CHECK(ran.code == ExitCode::unfinished);
  CHECK_THAT(unwrap(ran.err),
             ContainsSubstring("The draft so far is kept. `rung restore drafts/baker/ana-1` brings it back."));
  CHECK_THAT(unwrap(ran.err), ContainsSubstring("1 of 5 answered"));
  CHECK(bakery.files("home/drafts") == std::vector<std::string>{"baker/ana.json"});
  CHECK(bakery.read("home/removed/drafts/baker/ana-1.json") == before);
  CHECK_THAT(bakery.read(draft), ContainsSubstring("2026-03-20T08:00:00Z"));
}

TEST_CASE("a ladder that changed between is told before the first question", "[cli]") {
  Bakery bakery;
  bakery.type_in({"assess", "baker"}, U"2344q");
  bakery.use_ladder("baker-changed.yaml");
  const Ran ran = bakery.type_in({"assess", "baker"}, U"q");
  CHECK(ran.code == ExitCode::unfinished);
  const std::string told = unwrap(ran.err);
  CHECK_THAT(told, ContainsSubstring("The ladder changed since this draft was begun: 1 reworded, 1 added, 1 removed."));
  CHECK_THAT(told, ContainsSubstring("reworded dough.mixing.weigh"));
  CHECK_THAT(told, ContainsSubstring("added oven.baking.cool"));
  CHECK_THAT(told, ContainsSubstring("removed oven.baking.colour"));
  CHECK_THAT(told, ContainsSubstring("4 of 5 answered"));
}

TEST_CASE("the last rating of the same rater is shown after the answer", "[cli]") {
  Bakery bakery;
  bakery.rate_all(2, "2026-01-10T09:00:00Z");
  bakery.at = "2026-03-14T09:26:53+01:00";
  const Ran ran = bakery.type_in({"assess", "baker"}, U"q");
  CHECK_THAT(ran.screen, !ContainsSubstring("was 2"));
  CHECK_THAT(bakery.type_in({"assess", "baker"}, U"3q").screen, ContainsSubstring("3 Hot · was 2 in January · saved"));
  const Ran other = bakery.type_in({"assess", "baker", "--about", "ana", "--as", "Ines:peer"}, U"3q");
  CHECK_THAT(other.screen, !ContainsSubstring("was 2"));
}

TEST_CASE("whole lines are asked for with --plain, with ACCESSIBLE and on a dumb terminal", "[cli]") {
  const std::vector<Event> lines{TypedLine{"2"}, TypedLine{"3"}, TypedLine{"n no proving here"},
                                 TypedLine{"o"}, TypedLine{"4"}, TypedLine{"f"}};
  Bakery bakery;
  std::vector<std::string> arguments{"assess", "baker"};
  SECTION("--plain") { arguments.emplace_back("--plain"); }
  SECTION("ACCESSIBLE") { bakery.environment.variables["ACCESSIBLE"] = "1"; }
  SECTION("TERM=dumb") { bakery.environment.variables["TERM"] = "dumb"; }
  bakery.keys = lines;
  const Ran ran = bakery.run_at_terminal(arguments);
  CHECK(ran.code == ExitCode::success);
  CHECK_THAT(ran.out, ContainsSubstring("  Dough  23 n") && ContainsSubstring("  Oven   o4"));
}

TEST_CASE("one stream that is no terminal is enough to ask nothing", "[cli]") {
  Bakery bakery;
  bakery.keys = type(U"23344f");
  bakery.environment.in_is_terminal = true;
  bakery.environment.err_is_terminal = true;
  const Ran ran = bakery.run({"assess", "baker"});
  CHECK(ran.code == ExitCode::usage);
  CHECK(ran.screen.empty());
}

TEST_CASE("where CI is set nothing is asked, unless --input is given", "[cli]") {
  Bakery bakery;
  const std::string ci = GENERATE("true", "1", "woodpecker");
  bakery.environment.variables["CI"] = ci;
  const Ran refused = bakery.type_in({"assess", "baker"}, U"23344f");
  CHECK(refused.code == ExitCode::usage);
  CHECK(refused.screen.empty());
  const std::string told = unwrap(refused.err);
  CHECK_THAT(told, ContainsSubstring("cannot ask questions: the environment variable CI is set"));
  CHECK_THAT(told, ContainsSubstring("--answers FILE") && ContainsSubstring("--input"));
  CHECK(bakery.files("home/drafts").empty());

  const Ran asked = bakery.type_in({"assess", "baker", "--input"}, U"23q");
  CHECK(asked.code == ExitCode::unfinished);
  CHECK_THAT(unwrap(asked.err), ContainsSubstring("Continue with: rung assess baker --input"));
  CHECK(bakery.run({"assess", "baker", "--set", "weigh=2"}).code == ExitCode::unfinished);
}

TEST_CASE("a CI that is empty, 0 or false is none, and --input needs a terminal all the same", "[cli]") {
  Bakery bakery;
  const std::string ci = GENERATE("", "0", "false");
  bakery.environment.variables["CI"] = ci;
  CHECK(bakery.type_in({"assess", "baker"}, U"23q").code == ExitCode::unfinished);
  CHECK(bakery.run({"assess", "baker", "--input"}).code == ExitCode::usage);
}

TEST_CASE("a draft that cannot be read is told with its place and left alone", "[cli]") {
  Bakery bakery;
  bakery.write(draft, "{\"format\": \"rung-assessment/1\",\n  oops\n");
  const std::string before = bakery.read(draft);
  const Ran ran = bakery.type_in({"assess", "baker"}, U"3q");
  CHECK(ran.code == ExitCode::bad_input);
  CHECK(ran.screen.empty());
  CHECK_THAT(ran.err, ContainsSubstring("ana.json:2:3"));
  CHECK(bakery.read(draft) == before);
}
