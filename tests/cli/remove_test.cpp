#include "catch.hpp"
#include "cli/program.hpp"

using namespace rung;

namespace {

using Names = std::vector<std::string>;

const std::string april_file = "assessments/baker/2026-04-15-ana.json";

/// What is typed at the question, as a line.
Ran reply_line(Program& program, std::vector<std::string> arguments, const std::string& line) {
  program.keys = {TypedLine{line}};
  return program.run_at_terminal(std::move(arguments));
}

}  // namespace

TEST_CASE("an assessment is removed, says where its text is, and is restored", "[cli]") {
  TwoSeasons bakery;
  const std::string bytes = bakery.read("home/" + april_file);
  const Ran removed = bakery.run({"remove", "latest", "--yes"});
  CHECK(removed.code == ExitCode::success);
  CHECK(removed.out == "Removed baker/2026-04-15-ana.\n");
  CHECK(removed.err == "Its text is still in home/removed/" + april_file +
                           ".\n"
                           "Restore it:         rung restore baker/2026-04-15-ana\n"
                           "Delete it for good: rm home/removed/" +
                           april_file + "\n");
  CHECK_FALSE(bakery.exists("home/" + april_file));
  CHECK(bakery.read("home/removed/" + april_file) == bytes);

  const Ran restored = bakery.run({"restore", "2026-04-15-ana"});
  CHECK(restored.code == ExitCode::success);
  CHECK(restored.out == "Restored baker/2026-04-15-ana.\n");
  CHECK(bakery.read("home/" + april_file) == bytes);
}

TEST_CASE("backups go along, and are named in the command that deletes for good", "[cli]") {
  TwoSeasons bakery;
  bakery.write("home/" + april_file + ".bak", "before");
  const Ran removed = bakery.run({"remove", "2026-04-15-ana", "--yes"});
  CHECK_THAT(removed.err,
             ContainsSubstring("rm home/removed/" + april_file + " home/removed/" + april_file + ".bak\n"));
  bakery.run({"restore", "2026-04-15-ana"});
  CHECK(bakery.read("home/" + april_file + ".bak") == "before");
}

TEST_CASE("removing and restoring name the subject if somebody else rates", "[cli]") {
  TwoSeasons bakery;
  bakery.run({"assess", "baker", "--as", "Ines:peer", "--about", "ana", "--partial", "--set", "weigh=2"});
  const std::string view = "baker/2026-04-15-ana--by--ines";
  CHECK(bakery.run({"remove", view, "--yes"}).out == fmt::format("Removed {} about ana.\n", view));
  CHECK(bakery.run({"restore", view}).out == fmt::format("Restored {} about ana.\n", view));
}

TEST_CASE("what was removed is restored by its label", "[cli]") {
  TwoSeasons bakery;
  bakery.run({"assess", "baker", "--label", "draft of spring", "--set", "weigh=2"});
  CHECK(bakery.run({"remove", "draft of spring", "--yes"}).out == "Removed drafts/baker/ana.\n");
  CHECK(bakery.run({"restore", "draft of spring"}).out == "Restored drafts/baker/ana.\n");
  CHECK(bakery.run({"restore", "draft of spring"}).code == ExitCode::bad_input);

  for (int times = 0; times < 2; ++times)
    bakery.run({"assess", "baker", "--new", "--partial", "--set", "weigh=2", "--label", "twice"});
  for (const char* id : {"baker/2026-04-15-ana-2", "baker/2026-04-15-ana-3"})
    CHECK(bakery.run({"remove", id, "--yes"}).code == ExitCode::success);
  CHECK_THAT(unwrap(bakery.run({"restore", "twice"}).err), ContainsSubstring("`twice` can mean more than one"));
}

TEST_CASE("--yes accepts whole names only", "[cli]") {
  TwoSeasons bakery;
  const Ran prefix = bakery.run({"remove", "2026-04", "--yes"});
  CHECK(prefix.code == ExitCode::bad_input);
  CHECK_THAT(prefix.err, ContainsSubstring("there is no assessment `2026-04`"));
  CHECK(bakery.exists("home/" + april_file));
}

TEST_CASE("what is removed appears nowhere but among what can be restored", "[cli]") {
  TwoSeasons bakery;
  bakery.run({"remove", "2026-04-15-ana", "--yes"});
  CHECK_THAT(bakery.run({"list"}).out, !ContainsSubstring("2026-04-15"));
  CHECK_THAT(bakery.run({"export", "--all", "--format", "csv"}).out, !ContainsSubstring("2026-04-15"));
  CHECK_THAT(bakery.run({"history"}).out, !ContainsSubstring("2026-04-15"));
  CHECK_THAT(bakery.run({"report"}).out, ContainsSubstring("2026-01-15"));
  CHECK(bakery.run({"report", spring}).code == ExitCode::bad_input);
  CHECK(bakery.run({"doctor"}).code == ExitCode::success);

  const Ran removed = bakery.run({"restore"});
  CHECK(removed.code == ExitCode::success);
  CHECK_THAT(removed.out, ContainsSubstring("Removed assessments") && ContainsSubstring("baker/2026-04-15-ana"));
  CHECK(bakery.run({"list", "--removed"}).out == removed.out);
  CHECK_THAT(bakery.run({"list", "--removed", "--json"}).out,
             ContainsSubstring("\"reference\": \"baker/2026-04-15-ana\"") && ContainsSubstring("\"drafts\": []"));
}

TEST_CASE("with nothing removed the list of it says so", "[cli]") {
  Bakery bakery;
  CHECK_THAT(bakery.run({"restore"}).out, ContainsSubstring("None."));
  CHECK_FALSE(bakery.exists("home/removed"));
}

TEST_CASE("remove shows what it is and asks; only yes removes it", "[cli]") {
  TwoSeasons bakery;
  for (const char* answer : {"", "n", "no", "what", "nay"}) {
    INFO(answer);
    const Ran kept = reply_line(bakery, {"remove", spring}, answer);
    CHECK(kept.code == ExitCode::success);
    CHECK_THAT(kept.err, ContainsSubstring("baker/2026-04-15-ana\n") &&
                             ContainsSubstring("  Baker, 2026-04-15, by ana, 5 of 5 answered\n") &&
                             ContainsSubstring("Nothing was removed."));
    CHECK(kept.screen == "Remove it? y/N ");
    CHECK(kept.out.empty());
    CHECK(bakery.exists("home/" + april_file));
  }
  bakery.keys = {};
  CHECK_THAT(bakery.run_at_terminal({"remove", spring}).err, ContainsSubstring("Nothing was removed."));
  bakery.keys = {Interrupted{2}};
  CHECK(bakery.run_at_terminal({"remove", spring}).code == ExitCode::interrupted);
  CHECK(bakery.exists("home/" + april_file));
  CHECK(reply_line(bakery, {"remove", spring}, " Yes ").out == "Removed baker/2026-04-15-ana.\n");
  CHECK(reply_line(bakery, {"remove", winter}, "y").code == ExitCode::success);
  CHECK(bakery.files("home/assessments").empty());
}

TEST_CASE("without a terminal remove needs --yes", "[cli]") {
  TwoSeasons bakery;
  const Ran ran = bakery.run({"remove", spring});
  CHECK(ran.code == ExitCode::usage);
  CHECK_THAT(unwrap(ran.err), ContainsSubstring("hint: add --yes to remove without asking"));
  CHECK(bakery.exists("home/" + april_file));
  CHECK(bakery.run({"remove", "--yes"}).code == ExitCode::usage);
  CHECK(bakery.run({"remove", "", "--yes"}).code == ExitCode::usage);
  CHECK(bakery.run({"remove", "nowhere", "--yes"}).code == ExitCode::bad_input);
}

TEST_CASE("a file that cannot be read can be removed", "[cli]") {
  TwoSeasons bakery;
  bakery.write("home/" + april_file, "{ torn");
  const Ran asked = reply_line(bakery, {"remove", "baker/2026-04-15-ana"}, "y");
  CHECK_THAT(asked.err, ContainsSubstring("a file that Rung cannot read"));
  CHECK(asked.code == ExitCode::success);
  CHECK(bakery.read("home/removed/" + april_file) == "{ torn");
  CHECK(bakery.run({"list"}).code == ExitCode::success);
}

TEST_CASE("an assessment is not restored over another one", "[cli]") {
  TwoSeasons bakery;
  bakery.run({"remove", "2026-04-15-ana", "--yes"});
  bakery.write("home/" + april_file, bakery.read("home/assessments/baker/2026-01-15-ana.json"));
  const Ran ran = bakery.run({"restore", "2026-04-15-ana"});
  CHECK(ran.code == ExitCode::bad_input);
  CHECK_THAT(unwrap(ran.err), ContainsSubstring("home/" + april_file + " exists"));
  CHECK(bakery.exists("home/removed/" + april_file));
}

TEST_CASE("a path outside the home is not removed", "[cli]") {
  TwoSeasons bakery;
  bakery.write("copy.json", bakery.read("home/" + april_file));
  const Ran ran = bakery.run({"remove", "copy.json", "--yes"});
  CHECK(ran.code == ExitCode::bad_input);
  CHECK_THAT(unwrap(ran.err), ContainsSubstring("copy.json is not among the assessments that Rung keeps"));
  CHECK(bakery.exists("copy.json"));
  CHECK(bakery.run({"remove", "home/" + april_file, "--yes"}).out == "Removed baker/2026-04-15-ana.\n");
}

TEST_CASE("a draft is removed and restored by its reference", "[cli]") {
  Bakery bakery;
  bakery.write("home/drafts/baker/ana.json", "{}");
  const Ran removed = bakery.run({"remove", "drafts/ana", "--yes"});
  CHECK(removed.out == "Removed drafts/baker/ana.\n");
  CHECK_THAT(removed.err, ContainsSubstring("rung restore drafts/baker/ana-1\n"));
  CHECK(bakery.files("home") == Names{"ladders/baker.yaml", "removed/drafts/baker/ana-1.json"});
  CHECK(bakery.run({"restore", "drafts/baker/ana-1"}).out == "Restored drafts/baker/ana.\n");
  CHECK(bakery.files("home") == Names{"drafts/baker/ana.json", "ladders/baker.yaml"});
}
