#include <set>
#include <sstream>

#include "catch.hpp"
#include "cli/program.hpp"

using namespace rung;

namespace {

/// The words that the last of `typed` can become; `:files` among them asks for the names of files.
std::vector<std::string> candidates(Program& program, std::vector<std::string> typed) {
  typed.insert(typed.begin(), {"complete", "--"});
  const Ran ran = program.run(typed);
  CHECK(ran.code == ExitCode::success);
  CHECK(ran.err.empty());
  std::vector<std::string> words;
  std::istringstream lines(ran.out);
  for (std::string line; std::getline(lines, line);) words.push_back(line.substr(0, line.find('\t')));
  return words;
}

using CompletedWords = std::vector<std::string>;

}  // namespace

TEST_CASE("commands complete, hidden ones do not", "[cli]") {
  Program program;
  CHECK(candidates(program, {"re"}) == CompletedWords{"report", "remove", "restore"});
  CHECK(candidates(program, {"comp"}) == CompletedWords{"completion"});
  CHECK(candidates(program, {"ladder", "s"}) == CompletedWords{"show", "schema"});
  CHECK(candidates(program, {"log", "re"}) == CompletedWords{"remove", "restore", "review"});
  CHECK(candidates(program, {"log", "edit", "re"}).empty());
  CHECK(candidates(program, {""}).size() > 10);
}

TEST_CASE("the options of the command complete, unless they were given", "[cli]") {
  Program program;
  CHECK(candidates(program, {"report", "--f"}) == CompletedWords{"--full", "--format"});
  CHECK(candidates(program, {"report", "--full", "--f"}) == CompletedWords{"--format"});
  CHECK(candidates(program, {"assess", "--set", "1=2", "--se"}) == CompletedWords{"--set"});
  CHECK(candidates(program, {"report", "--col"}) == CompletedWords{"--color"});
  CHECK(candidates(program, {"log", "--", "--f"}).empty());
}

TEST_CASE("values of options complete, behind a space or an equals sign", "[cli]") {
  Program program;
  CHECK(candidates(program, {"report", "--format", "m"}) == CompletedWords{"markdown"});
  CHECK(candidates(program, {"report", "--format=m"}) == CompletedWords{"--format=markdown"});
  CHECK(candidates(program, {"--color", "n"}) == CompletedWords{"never"});
  CHECK(candidates(program, {"assess", "--only", "cl"}) == CompletedWords{"claimed"});
  CHECK(candidates(program, {"assess", "--only", "scope.c"}) == CompletedWords{"scope.collaborative-reach"});
  CHECK(candidates(program, {"report", "-o", "x"}) == CompletedWords{":files"});
  CHECK(candidates(program, {"completion", ""}) == CompletedWords{"bash", "zsh", "fish"});
  CHECK(candidates(program, {"report", "--top", ""}).empty());
}

TEST_CASE("ids of ladders complete, one's own included", "[cli]") {
  Bakery bakery;
  CHECK(candidates(bakery, {"assess", "b"}) == CompletedWords{"baker", ":files"});
  CHECK(candidates(bakery, {"assess", "ic3"}) == CompletedWords{"ic3-mle", ":files"});
  CHECK(candidates(bakery, {"ladder", "diff", "ic3-mle", "ic4"}) == CompletedWords{"ic4-mle", ":files"});
  CHECK(candidates(bakery, {"assess", "baker", "ic"}).empty());
}

TEST_CASE("references complete, those of drafts too", "[cli]") {
  TwoSeasons bakery;
  bakery.run({"assess", "baker", "--set", "weigh=2"});
  const CompletedWords all{"latest", "baker/2026-04-15-ana", "baker/2026-01-15-ana", "drafts/baker/ana"};
  CHECK(candidates(bakery, {"report", ""}) == all);
  CHECK(candidates(bakery, {"diff", "latest", ""}) == all);
  CHECK(candidates(bakery, {"report", "baker/2026-04"}) == CompletedWords{"baker/2026-04-15-ana"});
  CHECK(candidates(bakery, {"assess", "--from", "lat"}) == CompletedWords{"latest"});
}

TEST_CASE("behaviors complete by key or by its end, of the ladder that is named or of the usual one", "[cli]") {
  Bakery bakery;
  CHECK(candidates(bakery, {"assess", "baker", "--set", "dough.m"}) ==
        CompletedWords{"dough.mixing.weigh=", "dough.mixing.fold="});
  CHECK(candidates(bakery, {"assess", "baker", "--note", "wei"}) == CompletedWords{"weigh="});
  CHECK(candidates(bakery, {"log", "list", "--ladder", "baker", "-b", "wei"}) == CompletedWords{"weigh"});
  CHECK(candidates(bakery, {"log", "list", "-b", "set-g"}) == CompletedWords{"set-goals"});
  CHECK(candidates(bakery, {"assess", "baker", "--set", "set-g"}).empty());
}

TEST_CASE("a candidate comes with what it is", "[cli]") {
  Program program;
  CHECK(program.run({"complete", "--", "repo"}).out == "report\tShow a result on one screen\n");
  CHECK(program.run({"complete", "--", "log", "-b", "set-g"}).out == "set-goals\tSet goals with my manager\n");
}

TEST_CASE("completion is silent where nothing can be read, and about what is wrong", "[cli]") {
  Program program;
  program.environment.variables.clear();
  CHECK(candidates(program, {"report", "l"}) == CompletedWords{"latest"});
  CHECK(candidates(program, {"report", "--nope", "--f"}) == CompletedWords{"--full", "--format"});
  CHECK(candidates(program, {"nope", ""}).empty());
  program.write("home/ladders/baker.yaml", "id: [");
  program.environment.variables["RUNG_HOME"] = "home";
  CHECK(candidates(program, {"assess", "baker", "--set", ""}).empty());
}

TEST_CASE("an unknown shell gets the list of those there are", "[cli]") {
  Program program;
  const Ran ran = program.run({"completion", "csh"});
  CHECK(ran.code == ExitCode::usage);
  CHECK(unwrap(ran.err) == "rung: SHELL cannot be `csh` hint: did you mean `zsh`?");
  CHECK_THAT(unwrap(program.run({"completion", "tcsh-8"}).err), ContainsSubstring("use bash, zsh, or fish"));
}
