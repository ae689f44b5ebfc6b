#include <fmt/format.h>

#include "catch.hpp"
#include "cli/program.hpp"

using namespace rung;

TEST_CASE("--blind hides the last ratings and says so in the line that resumes", "[cli]") {
  Bakery bakery;
  bakery.rate_all(2, "2026-01-10T09:00:00Z");
  bakery.at = "2026-03-14T09:26:53+01:00";
  const Ran ran = bakery.type_in({"assess", "baker", "--blind"}, U"?2q");
  CHECK_THAT(ran.screen, !ContainsSubstring("was 2"));
  CHECK_THAT(ran.screen, !ContainsSubstring("Last time (2026-01-10): 2"));
  CHECK_THAT(unwrap(ran.err), ContainsSubstring("rung assess baker --blind"));
}

TEST_CASE("--from suggests the ratings of another assessment and = accepts one", "[cli]") {
  Bakery bakery;
  bakery.rate_all(4, "2026-01-10T09:00:00Z");
  bakery.at = "2026-03-14T09:26:53+01:00";
  const Ran ran =
      bakery.type_in({"assess", "baker", "--about", "ana", "--as", "Ines:manager", "--from", "latest"}, U"==2====q");
  CHECK_THAT(unwrap(ran.screen), ContainsSubstring("5 of 5 have a suggestion from 2026-01-10-ana; = shows one."));
  CHECK_THAT(ran.screen, ContainsSubstring("suggested by ana (2026-01-10): 4"));
  CHECK_THAT(unwrap(ran.err), ContainsSubstring("4 of 5 answered"));
  CHECK_THAT(unwrap(ran.err), ContainsSubstring("--as Ines:manager --about ana --from latest"));
  const std::string saved = bakery.read("home/drafts/baker/ana--by--ines.json");
  CHECK_THAT(saved, ContainsSubstring("\"rating\": 2"));
  CHECK_THAT(saved, ContainsSubstring("\"rating\": 4"));
}

TEST_CASE("--from and --blind exclude each other", "[cli]") {
  Bakery bakery;
  const Ran ran = bakery.type_in({"assess", "baker", "--from", "latest", "--blind"}, U"q");
  CHECK(ran.code == ExitCode::usage);
  CHECK(ran.screen.empty());
}

TEST_CASE("--only asks what is selected, and counts what is asked", "[cli]") {
  Bakery bakery;
  const Ran ran = bakery.type_in({"assess", "baker", "--only", "oven"}, U"33q");
  CHECK_THAT(unwrap(ran.screen), ContainsSubstring("2 of 5 asked."));
  CHECK_THAT(ran.screen, ContainsSubstring("\n4   "));
  CHECK_THAT(ran.screen, !ContainsSubstring("\n1   "));
  CHECK_THAT(ran.screen, ContainsSubstring("All 2 are answered."));
  CHECK_THAT(unwrap(ran.err), ContainsSubstring("rung assess baker"));
}

TEST_CASE("--only with what the ladder does not have gets a suggestion", "[cli]") {
  Bakery bakery;
  const Ran ran = bakery.type_in({"assess", "baker", "--only", "ovn"}, U"q");
  CHECK(ran.code == ExitCode::usage);
  CHECK_THAT(ran.err, ContainsSubstring("the ladder `baker` has no pillar or responsibility `ovn`"));
  CHECK_THAT(ran.err, ContainsSubstring("did you mean `oven`?"));
  const Ran far = bakery.type_in({"assess", "baker", "--only", "everything"}, U"q");
  CHECK_THAT(unwrap(far.err),
             ContainsSubstring("unrated, gaps, claimed, noted, a pillar's id, or PILLAR.RESPONSIBILITY"));
}

TEST_CASE("the keys are told outside the prompt too", "[cli]") {
  Program program;
  const Ran ran = program.run({"help", "keys"});
  CHECK(ran.code == ExitCode::success);
  CHECK_THAT(ran.out, ContainsSubstring("rate with that value and go on"));
  CHECK_THAT(ran.out, ContainsSubstring("Ctrl-W"));
  CHECK(program.run({"help", "assess"}).out == program.run({"assess", "--help"}).out);
  CHECK(program.run({"help", "ladder", "show"}).out == program.run({"ladder", "show", "--help"}).out);
  CHECK(program.run({"help"}).out == program.run({"--help"}).out);
  const Ran unknown = program.run({"help", "kyes"});
  CHECK(unknown.code == ExitCode::usage);
  CHECK_THAT(unknown.err, ContainsSubstring("did you mean `keys`?"));
}

TEST_CASE("a mistake in an option is found before --new sets a draft aside", "[cli]") {
  Bakery bakery;
  bakery.type_in({"assess", "baker"}, U"23q");
  CHECK(bakery.type_in({"assess", "baker", "--new", "--only", "nonsense"}, U"q").code == ExitCode::usage);
  CHECK(bakery.type_in({"assess", "baker", "--new", "--from", "nobody"}, U"q").code == ExitCode::bad_input);
  CHECK(bakery.files("home/drafts") == std::vector<std::string>{"baker/ana.json"});
}

TEST_CASE("a draft suggests nothing: it may still change", "[cli]") {
  Bakery bakery;
  bakery.type_in({"assess", "baker"}, U"23q");
  const Ran ran = bakery.type_in({"assess", "baker", "--from", "drafts/baker/ana"}, U"q");
  CHECK(ran.code == ExitCode::bad_input);
  CHECK_THAT(unwrap(ran.err), ContainsSubstring("drafts/baker/ana is a draft"));
}

TEST_CASE("a draft that something else changed is told when it happens and on leaving", "[cli]") {
  Bakery bakery;
  bakery.environment.variables["EDITOR"] = "ed";
  bakery.editor = [&](const std::vector<std::string>&) {
    bakery.write("home/drafts/baker/ana.json", fmt::format("{}\n", bakery.read("home/drafts/baker/ana.json")));
    return Exited{0};
  };
  const Ran ran = bakery.type_in({"assess", "baker"}, U"2E33q");
  const std::string told =
      "The draft was changed outside Rung, so your answers are now saved beside it, in "
      "home/drafts/baker/ana.json.conflict.";
  CHECK_THAT(unwrap(ran.screen), ContainsSubstring(told));
  CHECK(unwrap(ran.screen).find(told) == unwrap(ran.screen).rfind(told));
  CHECK_THAT(unwrap(ran.err), ContainsSubstring(told));
}

TEST_CASE("a draft that something else changed is told of when its session finishes beside it", "[cli]") {
  Bakery bakery;
  bakery.environment.variables["EDITOR"] = "ed";
  bakery.editor = [&](const std::vector<std::string>&) {
    bakery.write("home/drafts/baker/ana.json", fmt::format("{}\n", bakery.read("home/drafts/baker/ana.json")));
    return Exited{0};
  };
  const Ran ran = bakery.type_in({"assess", "baker"}, U"2E33333f");
  CHECK(ran.code == ExitCode::success);
  CHECK_THAT(unwrap(ran.err), ContainsSubstring("The draft home/drafts/baker/ana.json still exists. `rung assess` "
                                                "resumes it; `rung remove` removes it."));
  CHECK(bakery.files("home/drafts") == std::vector<std::string>{"baker/ana.json"});
  CHECK(bakery.run({"remove", "drafts/baker/ana", "--yes"}).code == ExitCode::success);
}

TEST_CASE("amending an older assessment remembers the one before it, not a later one", "[cli]") {
  Bakery bakery;
  bakery.rate_all(1, "2026-01-10T09:00:00Z");
  bakery.rate_all(2, "2026-02-10T09:00:00Z");
  bakery.rate_all(3, "2026-03-10T09:00:00Z");
  const Ran ran = bakery.type_in({"assess", "--amend", "2026-02-10-ana"}, U"g1\n?q");
  CHECK_THAT(ran.screen, ContainsSubstring("Last time (2026-01-10)"));
  CHECK_THAT(ran.screen, !ContainsSubstring("2026-03-10"));
}

TEST_CASE("answers are carried over to another ladder as suggestions, old words and new behaviors", "[cli]") {
  Bakery bakery;
  CHECK(
      bakery.run({"assess", "ic3-mle", "--partial", "--set", "own-projects=3", "--set", "team-and-partners=2"}).code ==
      ExitCode::success);
  const Ran ran = bakery.type_in({"assess", "ic4-mle", "--from", "latest"}, U"q");
  CHECK_THAT(unwrap(ran.screen), ContainsSubstring("30 of its behaviors are here, 24 of these are new."));
  CHECK_THAT(unwrap(ran.screen), ContainsSubstring("in other words in IC3 Machine Learning Engineer (?)") &&
                                     !ContainsSubstring("ana (2026-03-14)"));
}
