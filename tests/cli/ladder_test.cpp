#include "catch.hpp"
#include "cli/program.hpp"

using namespace rung;

TEST_CASE("the built-in ladder is listed, and one's own beside it", "[cli]") {
  Program program;
  const Ran builtin = program.run({"ladder", "list"});
  CHECK(builtin.code == ExitCode::success);
  CHECK_THAT(builtin.out, ContainsSubstring("ic3-mle") && ContainsSubstring("built-in"));
  CHECK_THAT(builtin.out, !ContainsSubstring("baker"));

  program.use_ladder("baker.yaml");
  const Ran own = program.run({"ladder", "list"});
  CHECK_THAT(own.out, ContainsSubstring("Baker") && ContainsSubstring("home/ladders/baker.yaml"));
  const std::string json = program.run({"ladder", "list", "--json"}).out;
  CHECK_THAT(json, ContainsSubstring("\"id\": \"baker\"") && ContainsSubstring("\"id\": \"ic3-mle\""));
}

TEST_CASE("an own ladder with mistakes is listed with their number", "[cli]") {
  Program program;
  program.use_ladder("five-mistakes.yaml");
  const Ran ran = program.run({"ladder", "list"});
  CHECK(ran.code == ExitCode::success);
  CHECK_THAT(unwrap(ran.out), ContainsSubstring("5 mistakes"));
}

TEST_CASE("a ladder is shown by its id or its path, the default one without a name", "[cli]") {
  Bakery bakery;
  const Ran ran = bakery.run({"ladder", "show", "baker"});
  CHECK(ran.code == ExitCode::success);
  CHECK(ran.err.empty());
  for (const char* part : {"dough.mixing.weigh", "I bake until the crust is dark.", "It works on a Saturday morning.",
                           "[target 4 Glowing]"}) {
    CHECK_THAT(ran.out, ContainsSubstring(part));
  }
  CHECK(bakery.run({"ladder", "show", "home/ladders/baker.yaml"}).out == ran.out);
  CHECK_THAT(bakery.run({"ladder", "show"}).out, ContainsSubstring("ic3-mle"));
}

TEST_CASE("a ladder is shown as Markdown or JSON too, also into a file", "[cli]") {
  Bakery bakery;
  CHECK_THAT(bakery.run({"ladder", "show", "baker", "--format", "markdown"}).out,
             Catch::Matchers::StartsWith("# Baker\n"));
  CHECK(bakery.run({"ladder", "show", "baker", "-o", "baker.json"}).code == ExitCode::success);
  CHECK(bakery.read("baker.json") == bakery.run({"ladder", "show", "baker", "--json"}).out);
}

TEST_CASE("a ladder is written as YAML that is the same ladder again", "[cli]") {
  Bakery bakery;
  const Ran ran = bakery.run({"ladder", "show", "baker", "--format", "yaml"});
  CHECK(ran.code == ExitCode::success);
  CHECK(bakery.run({"ladder", "show", "baker", "-o", "copy.yaml"}).code == ExitCode::success);
  CHECK(bakery.read("copy.yaml") == ran.out);
  CHECK(bakery.run({"ladder", "show", "./copy.yaml"}).out == bakery.run({"ladder", "show", "baker"}).out);
}

TEST_CASE("only a ladder can be written as YAML", "[cli]") {
  Program program;
  const Ran ran = program.run({"ladder", "list", "-o", "list.yaml"});
  CHECK(ran.code == ExitCode::usage);
  CHECK_THAT(unwrap(ran.err), ContainsSubstring("only a ladder can be written as YAML"));
}

TEST_CASE("an unknown ladder gets a suggestion, or the way to the list", "[cli]") {
  Bakery bakery;
  const Ran near = bakery.run({"ladder", "show", "bakr"});
  CHECK(near.code == ExitCode::bad_input);
  CHECK(unwrap(near.err) == "rung: there is no ladder `bakr` hint: did you mean `baker`?");
  const Ran far = bakery.run({"ladder", "show", "zzzzzz"});
  CHECK(far.code == ExitCode::bad_input);
  CHECK_THAT(unwrap(far.err), ContainsSubstring("rung ladder list"));
}

TEST_CASE("a sound ladder is said to be fine", "[cli]") {
  Program program;
  program.write("baker.yaml", Program::read_data("baker.yaml"));
  const Ran ran = program.run({"ladder", "check", "baker.yaml"});
  CHECK(ran.code == ExitCode::success);
  CHECK(ran.out == "baker.yaml: fine, 5 behaviors\n");
  CHECK(ran.err.empty());
}

TEST_CASE("five mistakes in one's own ladder are five diagnostics, each at its place", "[cli]") {
  Program program;
  program.write("own.yaml", Program::read_data("five-mistakes.yaml"));
  const Ran ran = program.run({"ladder", "check", "own.yaml"});
  CHECK(ran.code == ExitCode::bad_input);
  CHECK(ran.out.empty());
  for (const char* place : {"own.yaml:2:5", "own.yaml:4:9", "own.yaml:5:19", "own.yaml:11:9", "own.yaml:15:17"}) {
    CHECK_THAT(ran.err, ContainsSubstring(place));
  }
  CHECK_THAT(ran.err, ContainsSubstring("did you mean `title`?"));
  CHECK_THAT(ran.err, Catch::Matchers::EndsWith("\n5 mistakes\n"));
  std::size_t errors = 0;
  for (auto at = ran.err.find("error: "); at != std::string::npos; at = ran.err.find("error: ", at + 1)) ++errors;
  CHECK(errors == 5);
}

TEST_CASE("of several ladders each gets its own verdict", "[cli]") {
  Program program;
  program.write("good.yaml", Program::read_data("baker.yaml"));
  program.write("bad.yaml", Program::read_data("five-mistakes.yaml"));
  program.write("worse", "format: rung-ladder/1\n");
  const Ran ran = program.run({"ladder", "check", "bad.yaml", "worse", "good.yaml"});
  CHECK(ran.code == ExitCode::bad_input);
  CHECK(ran.out == "good.yaml: fine, 5 behaviors\n");
  CHECK_THAT(ran.err, ContainsSubstring("--> bad.yaml:2:5") && ContainsSubstring("--> worse:"));
}

TEST_CASE("a file that is not there is told, and the others are checked all the same", "[cli]") {
  Program program;
  program.write("good.yaml", Program::read_data("baker.yaml"));
  const Ran ran = program.run({"ladder", "check", "nowhere.yaml", "good.yaml"});
  CHECK(ran.code == ExitCode::bad_input);
  CHECK_THAT(unwrap(ran.err), ContainsSubstring("error: there is no such file --> nowhere.yaml 1 mistake"));
  CHECK(ran.out == "good.yaml: fine, 5 behaviors\n");
}
