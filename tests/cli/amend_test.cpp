#include <fmt/format.h>

#include <csignal>

#include "catch.hpp"
#include "cli/program.hpp"

using namespace rung;

namespace {

using Names = std::vector<std::string>;
const std::string winter_file = "home/assessments/baker/2026-01-15-ana.json";
const std::string spring_file = "home/assessments/baker/2026-04-15-ana.json";
const std::string spring_backup = "home/assessments/baker/2026-04-15-ana.json.bak";

struct Later : TwoSeasons {
  Later() { at = "2026-05-01T08:00:00Z"; }
};

}  // namespace

TEST_CASE("--amend with --set puts a finished assessment right and keeps the old file", "[cli]") {
  Later bakery;
  const std::string before = bakery.read(spring_file);
  const Ran ran = bakery.run({"assess", "--amend", "latest", "--set", "weigh=4"});
  CHECK(ran.code == ExitCode::success);
  const std::string told = unwrap(ran.err);
  CHECK_THAT(
      told, ContainsSubstring(fmt::format(
                "Amending 2026-04-15-ana. Saved as baker/2026-04-15-ana. The old file is kept as {}.", spring_backup)));
  CHECK_THAT(ran.out, ContainsSubstring("self · 2026-04-15"));
  CHECK(bakery.read(spring_backup) == before);
  const std::string after = bakery.read(spring_file);
  CHECK_THAT(after, ContainsSubstring("\"finished_at\": \"2026-04-15T09:00:00Z\""));
  CHECK_THAT(after, ContainsSubstring("\"answered_at\": \"2026-05-01T08:00:00Z\""));
  CHECK(bakery.files("home/drafts").empty());

  const Ran list = bakery.run({"list"});
  CHECK(list.code == ExitCode::success);
  CHECK_THAT(list.out, !ContainsSubstring(".bak"));
  CHECK_THAT(bakery.run({"diff", spring_backup, "latest"}).out, ContainsSubstring("3 Hot → 4 Glowing"));
}

TEST_CASE("an amendment that changes nothing says so and writes nothing", "[cli]") {
  Later bakery;
  const std::string before = bakery.read(spring_file);
  Ran ran;
  SECTION("scripted") { ran = bakery.run({"assess", "--amend", "latest", "--set", "weigh=3"}); }
  SECTION("finished at the prompt") { ran = bakery.type_in({"assess", "--amend", "latest"}, U"f"); }
  SECTION("left at the prompt") { ran = bakery.type_in({"assess", "--amend", "latest"}, U"q"); }
  CHECK(ran.code == ExitCode::success);
  CHECK_THAT(ran.err, ContainsSubstring("Nothing was changed."));
  CHECK_THAT(ran.err, !ContainsSubstring("Go on with"));
  CHECK(bakery.read(spring_file) == before);
  CHECK(bakery.files("home/assessments").size() == 2);
  CHECK(bakery.files("home/drafts").empty());
}

TEST_CASE("an amendment with nothing changed still ends with the signal's code", "[cli]") {
  Later bakery;
  bakery.keys = {Interrupted{SIGINT}};
  const Ran ran = bakery.run_at_terminal({"assess", "--amend", "latest"});
  CHECK(ran.code == ExitCode::interrupted);
  CHECK_THAT(ran.err, ContainsSubstring("Nothing was changed."));
  CHECK(bakery.files("home/drafts").empty());
}

TEST_CASE("an amendment that was left is listed, and goes on by either command", "[cli]") {
  Later bakery;
  const Ran left = bakery.run({"assess", "--amend", "2026-01", "--label", "put right", "--set", "weigh=unrated"});
  CHECK(left.code == ExitCode::unfinished);
  CHECK_THAT(unwrap(left.err), ContainsSubstring("Continue with: rung assess --amend baker/2026-01-15-ana"));
  CHECK_THAT(bakery.run({"list", "--json"}).out, ContainsSubstring("\"amends\": \"baker/2026-01-15-ana\""));
  bakery.environment.columns = 120;
  CHECK_THAT(bakery.run({"list"}).out, ContainsSubstring("put right, amends 2026-01-15-ana"));

  // The ladder's own file changes in between: the amendment does not.
  bakery.use_ladder("baker-changed.yaml");
  Ran ran;
  SECTION("the one that is told") {
    ran = bakery.type_in({"assess", "--amend", "baker/2026-01-15-ana"}, U"4\n\n\n\nf");
  }
  SECTION("the plain one") { ran = bakery.type_in({"assess", "baker"}, U"4\n\n\n\nf"); }
  SECTION("the plain one with answers to the frozen ladder") {
    ran = bakery.run({"assess", "baker", "--set", "weigh=4", "--set", "colour=1"});
  }
  CHECK(ran.code == ExitCode::success);
  CHECK_THAT(unwrap(ran.err), ContainsSubstring("Amending 2026-01-15-ana."));
  CHECK_THAT(unwrap(ran.err), !ContainsSubstring("The ladder changed"));
  CHECK_THAT(bakery.read(winter_file), ContainsSubstring("\"rating\": 4") && ContainsSubstring("put right"));
  CHECK(bakery.files("home/assessments").size() == 3);
  CHECK(bakery.files("home/drafts").empty());
}

TEST_CASE("an amendment at the prompt begins in the review and is a draft from the first change on", "[cli]") {
  Later bakery;
  const Ran looked = bakery.type_in({"assess", "--amend", "latest"}, U"");
  CHECK(bakery.files("home/drafts").empty());
  CHECK_THAT(looked.screen, !ContainsSubstring("2026-04-15"));
  CHECK_THAT(looked.screen, ContainsSubstring("Review"));
  CHECK(bakery.type_in({"assess", "--amend", "latest"}, U"g1\n1").code == ExitCode::unfinished);
  CHECK(bakery.files("home/drafts") == std::vector<std::string>{"baker/ana.json"});
}

TEST_CASE("a partial assessment may be amended without --partial, unless it leaves more unrated", "[cli]") {
  Bakery bakery;
  bakery.run({"assess", "baker", "--set", "weigh=2", "--set", "fold=2", "--partial"});
  CHECK(bakery.run({"assess", "--amend", "latest", "--set", "weigh=3"}).code == ExitCode::success);
  CHECK(bakery.run({"assess", "--amend", "latest", "--set", "fold=unrated"}).code == ExitCode::unfinished);
  CHECK(bakery.run({"assess", "--amend", "latest", "--set", "fold=unrated", "--set", "steam=3"}).code ==
        ExitCode::unfinished);
  CHECK(bakery.run({"assess", "--amend", "latest", "--partial", "--note", "weigh=x"}).code == ExitCode::success);
  CHECK(bakery.files("home/assessments").size() == 3);
}

TEST_CASE("--amend --about names the subject that an assessment lacks, without any other change", "[cli]") {
  Later bakery;
  bakery.run({"assess", "baker", "--as", "Ines:peer", "--about", "Bo", "--set", "weigh=2", "--set", "fold=2", "--set",
              "wait=2", "--set", "steam=2", "--set", "colour=2"});
  const std::string file = "home/assessments/baker/2026-05-01-bo--by--ines.json";
  std::string unknown = bakery.read(file);
  unknown.replace(unknown.find("\"name\": \"Bo\""), 12, "\"name\": \"\"");
  bakery.write(file, unknown);
  const std::string id = "baker/2026-05-01-bo--by--ines";
  CHECK_THAT(unwrap(bakery.type_in({"assess", "--amend", id, "--about", "Bo"}, U"g1\n3q").err),
             ContainsSubstring(fmt::format("rung assess --amend {} --about Bo", id)));
  bakery.run({"remove", "drafts/baker/bo--by--ines", "--yes"});

  const Ran ran = bakery.type_in({"assess", "--amend", id, "--about", "Bo"}, U"f");
  CHECK(ran.code == ExitCode::success);
  CHECK_THAT(ran.err, !ContainsSubstring("Nothing was changed"));
  CHECK_THAT(bakery.read(file), ContainsSubstring("\"name\": \"Bo\""));
  CHECK(bakery.read(fmt::format("{}.bak", file)) == unknown);
}

TEST_CASE("what cannot be amended is refused with what to do", "[cli]") {
  Later bakery;
  bakery.run({"assess", "baker", "--as", "Ines", "--set", "weigh=2"});
  bakery.write("copy.json", bakery.read(spring_file));
  struct Wrong {
    std::string reference;
    std::string message;
    std::string hint;
  };
  const std::vector<Wrong> all{
      {"drafts/baker/ines", "drafts/baker/ines is a draft, not a finished assessment", "`rung assess` goes on with it"},
      {"./copy.json", "./copy.json is not among the stored assessments", "`rung list`"},
      {"nothing", "there is no assessment `nothing`", "hint: "},
  };
  for (const Wrong& wrong : all) {
    const Ran ran = bakery.run({"assess", "--amend", wrong.reference, "--set", "weigh=4"});
    INFO(wrong.reference);
    CHECK(ran.code == ExitCode::bad_input);
    CHECK_THAT(unwrap(ran.err), ContainsSubstring(wrong.message));
    CHECK_THAT(unwrap(ran.err), ContainsSubstring(wrong.hint));
  }
  CHECK(bakery.run({"assess", "--amend", spring_file, "--set", "weigh=4"}).code == ExitCode::success);
}

TEST_CASE("a draft in the way of an amendment is refused, and kept aside with --new", "[cli]") {
  Later bakery;
  bakery.run({"assess", "baker", "--set", "weigh=1"});
  const std::string before = bakery.read(draft);
  const Ran refused = bakery.run({"assess", "--amend", "latest", "--set", "weigh=4"});
  CHECK(refused.code == ExitCode::bad_input);
  CHECK_THAT(unwrap(refused.err), ContainsSubstring("another draft is open"));
  CHECK_THAT(unwrap(refused.err), ContainsSubstring("add --new"));
  CHECK(bakery.read(draft) == before);
  CHECK(bakery.run({"assess", "--amend", "latest", "--new", "--set", "weigh=4"}).code == ExitCode::success);
  CHECK(bakery.files("home/drafts").empty());
  CHECK(bakery.files("home/removed") == Names{"drafts/baker/ana-1.json"});
}
