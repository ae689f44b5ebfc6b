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
  CHECK_THAT(unwrap(ran.out), ContainsSubstring("5 errors"));
}

TEST_CASE("a ladder is shown by its id or its path, the default one without a name", "[cli]") {
  Bakery bakery;
  const Ran ran = bakery.run({"ladder", "show", "baker"});
  CHECK(ran.code == ExitCode::success);
  CHECK(ran.err.empty());
  for (const char* part :
       {"dough.mixing.weigh", "I bake until the crust is dark.", "It works on a Saturday morning.", "[target 4]"})
    CHECK_THAT(ran.out, ContainsSubstring(part));
  CHECK(bakery.run({"ladder", "show", "home/ladders/baker.yaml"}).out == ran.out);
  CHECK_THAT(bakery.run({"ladder", "show"}).out, ContainsSubstring("ic3-mle"));
}

TEST_CASE("a behavior is shown under its title, and a summary of two statements as two paragraphs", "[cli]") {
  Program program;
  const std::string out = program.run({"ladder", "show", "ic3-mle"}).out;
  CHECK_THAT(out, ContainsSubstring(" Own failures") && ContainsSubstring("\n    I own any failures on my project"));
  CHECK_THAT(out, ContainsSubstring("applied ML techniques and toolkits.\n\n  I've mastered the fundamentals"));
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
  program.run({"ladder", "new", "baker", "-o", "baker.yaml"});
  for (const std::vector<std::string>& command :
       {std::vector<std::string>{"ladder", "check", "baker.yaml"},
        std::vector<std::string>{"ladder", "check", "baker.yaml", "--strict"}}) {
    const Ran ran = program.run(command);
    CHECK(ran.code == ExitCode::success);
    CHECK(ran.out == "baker.yaml: fine, 4 behaviors\n");
    CHECK(ran.err.empty());
  }
}

TEST_CASE("five mistakes in one's own ladder are five diagnostics, each at its place", "[cli]") {
  Program program;
  program.write("own.yaml", Program::read_data("five-mistakes.yaml"));
  const Ran ran = program.run({"ladder", "check", "own.yaml"});
  CHECK(ran.code == ExitCode::bad_input);
  CHECK(ran.out.empty());
  for (const char* place : {"own.yaml:2:5", "own.yaml:4:9", "own.yaml:5:19", "own.yaml:11:9", "own.yaml:15:17"})
    CHECK_THAT(ran.err, ContainsSubstring(place));
  CHECK_THAT(ran.err, ContainsSubstring("did you mean `title`?"));
  CHECK_THAT(ran.err, Catch::Matchers::EndsWith("\n5 errors\n"));
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
  CHECK(ran.out == "good.yaml: 5 behaviors, 1 warning; all gates have their default\n");
  CHECK_THAT(ran.err, ContainsSubstring("--> bad.yaml:2:5") && ContainsSubstring("--> worse:"));
}

TEST_CASE("a file that is not there is told, and the others are checked all the same", "[cli]") {
  Program program;
  program.write("good.yaml", Program::read_data("baker.yaml"));
  const Ran ran = program.run({"ladder", "check", "nowhere.yaml", "good.yaml"});
  CHECK(ran.code == ExitCode::bad_input);
  CHECK_THAT(unwrap(ran.err), ContainsSubstring("error: there is no such file --> nowhere.yaml"));
  CHECK(ran.out == "good.yaml: 5 behaviors, 1 warning; all gates have their default\n");
}

TEST_CASE("a warning does not change the exit code, unless it is asked to be strict", "[cli]") {
  Program program;
  program.write("baker.yaml", Program::read_data("baker.yaml"));
  const Ran ran = program.run({"ladder", "check", "baker.yaml"});
  CHECK(ran.code == ExitCode::success);
  CHECK(ran.out == "baker.yaml: 5 behaviors, 1 warning; all gates have their default\n");
  CHECK_THAT(ran.err, Catch::Matchers::StartsWith("warning: responsibility `dough.proving` has one behavior only\n"));
  const Ran strict = program.run({"ladder", "check", "--strict", "baker.yaml"});
  CHECK(strict.code == ExitCode::bad_input);
  CHECK(strict.out.empty());
  CHECK_THAT(strict.err, Catch::Matchers::StartsWith("error: ") && Catch::Matchers::EndsWith("\n1 error\n"));
}

TEST_CASE("a directory among the files is told, and the others are checked all the same", "[cli]") {
  Program program;
  program.write("good.yaml", Program::read_data("baker.yaml"));
  program.write("pages/one.yaml", "");
  const Ran ran = program.run({"ladder", "check", "pages", "good.yaml", ""});
  CHECK(ran.code == ExitCode::bad_input);
  CHECK_THAT(ran.out, ContainsSubstring("good.yaml: "));
  CHECK_THAT(ran.err, ContainsSubstring("is a directory"));
  CHECK_THAT(ran.err, ContainsSubstring("2 errors"));
}

TEST_CASE("a ladder is checked by its id where no file has that name", "[cli]") {
  Bakery bakery;
  CHECK(bakery.run({"ladder", "check", "baker"}).out ==
        "home/ladders/baker.yaml: 5 behaviors, 1 warning; all gates have their default\n");
  CHECK_THAT(bakery.run({"ladder", "check", "ic3-mle"}).out, ContainsSubstring("built-in ic3-mle: 53 behaviors"));
  bakery.write("baker", "format: rung-ladder/1\n");
  CHECK_THAT(bakery.run({"ladder", "check", "baker"}).err, ContainsSubstring("--> baker:1"));
  const Ran near = bakery.run({"ladder", "check", "bakr"});
  CHECK(near.code == ExitCode::bad_input);
  CHECK_THAT(unwrap(near.err), ContainsSubstring("error: there is no such file, nor a ladder of that id --> bakr = "
                                                 "hint: did you mean `baker`?"));
}

TEST_CASE("what was checked is written as JSON too, also into a file", "[cli]") {
  Program program;
  program.write("baker.yaml", Program::read_data("baker.yaml"));
  program.write("bad.yaml", Program::read_data("five-mistakes.yaml"));
  const Ran ran = program.run({"ladder", "check", "--json", "baker.yaml", "bad.yaml"});
  CHECK(ran.code == ExitCode::bad_input);
  CHECK(ran.err.empty());
  CHECK_THAT(ran.out, ContainsSubstring("\"errors\": 5,\n  \"warnings\": 1,"));
  CHECK(program.run({"ladder", "check", "baker.yaml", "bad.yaml", "-o", "check.json"}).code == ExitCode::bad_input);
  CHECK(program.read("check.json") == ran.out);
  CHECK(program.run({"ladder", "check", "baker.yaml", "-o", "check.md"}).code == ExitCode::usage);
  CHECK(program.run({"ladder", "check", "baker.yaml", "--json", "-o", "baker.yaml"}).code == ExitCode::usage);
  CHECK(program.read("baker.yaml") == Program::read_data("baker.yaml"));
}

TEST_CASE("a new ladder goes to standard output or into a file that is not there yet", "[cli]") {
  Program program;
  const Ran ran = program.run({"ladder", "new", "baker"});
  CHECK(ran.code == ExitCode::success);
  CHECK_THAT(ran.out, ContainsSubstring("\nid: baker\n"));
  CHECK(program.run({"ladder", "new", "baker", "-o", "b.yaml"}).code == ExitCode::success);
  CHECK(program.read("b.yaml") == ran.out);
  const Ran again = program.run({"ladder", "new", "other", "-o", "b.yaml"});
  CHECK(again.code == ExitCode::usage);
  CHECK(program.read("b.yaml") == ran.out);
  CHECK(program.run({"ladder", "new", "other", "-o", "b.yaml", "--force"}).code == ExitCode::success);
  CHECK_THAT(program.read("b.yaml"), ContainsSubstring("\nid: other\n"));
  const Ran wrong = program.run({"ladder", "new", "Senior Baker"});
  CHECK(wrong.code == ExitCode::usage);
  CHECK_THAT(unwrap(wrong.err), ContainsSubstring("`Senior Baker` is not an id"));
}

TEST_CASE("the schema is printed even where no home can be found", "[cli]") {
  Program program;
  program.environment.variables.clear();
  const Ran ran = program.run({"ladder", "schema"});
  CHECK(ran.code == ExitCode::success);
  CHECK_THAT(ran.out, ContainsSubstring("\"title\": \"Rung ladder\""));
}

TEST_CASE("a ladder is added, meant by its id, and removed again", "[cli]") {
  Program program;
  program.write("baker.yaml", Program::read_data("baker.yaml"));
  const Ran added = program.run({"ladder", "add", "baker.yaml"});
  CHECK(added.code == ExitCode::success);
  CHECK(added.out == "Added baker as home/ladders/baker.yaml.\n");
  CHECK_THAT(added.err, ContainsSubstring("1 warning"));
  CHECK(program.run({"ladder", "show", "baker"}).code == ExitCode::success);
  const Ran again = program.run({"ladder", "add", "baker.yaml"});
  CHECK(again.code == ExitCode::bad_input);
  CHECK_THAT(unwrap(program.run({"ladder", "add", "--force", "baker.yaml"}).err),
             ContainsSubstring("The old file is kept as home/ladders/baker.yaml.bak."));
  const Ran removed = program.run({"ladder", "remove", "baker"});
  CHECK(removed.code == ExitCode::success);
  CHECK(removed.out == "Removed home/ladders/baker.yaml.\n");
  CHECK_THAT(removed.err, ContainsSubstring("frozen copy"));
  CHECK(program.run({"ladder", "show", "baker"}).code == ExitCode::bad_input);
}

TEST_CASE("a ladder with mistakes is not added, and a built-in one not removed", "[cli]") {
  Program program;
  program.write("bad.yaml", Program::read_data("five-mistakes.yaml"));
  const Ran ran = program.run({"ladder", "add", "bad.yaml"});
  CHECK(ran.code == ExitCode::bad_input);
  CHECK_THAT(ran.err, ContainsSubstring("bad.yaml:2:5") && ContainsSubstring("bad.yaml was not added"));
  CHECK_FALSE(program.exists("home/ladders"));
  const Ran builtin = program.run({"ladder", "remove", "ic3-mle"});
  CHECK(builtin.code == ExitCode::bad_input);
  CHECK_THAT(unwrap(builtin.err), ContainsSubstring("built in and cannot be removed"));
}

TEST_CASE("the list tells whose a ladder is, what it hides, and which id two files state", "[cli]") {
  Program program;
  std::string hiding = Program::read_data("baker.yaml");
  hiding.replace(hiding.find("id: baker"), 9, "id: ic3-mle");
  program.write("hiding.yaml", hiding);
  CHECK_THAT(unwrap(program.run({"ladder", "add", "hiding.yaml"}).err),
             ContainsSubstring("It stands in front of the built-in ic3-mle from now on."));
  CHECK_THAT(unwrap(program.run({"ladder", "list"}).out),
             ContainsSubstring("home/ladders/ic3-mle.yaml, in front of the built-in one"));
  program.use_ladder("baker.yaml");
  CHECK_THAT(unwrap(program.run({"ladder", "list"}).out),
             ContainsSubstring("baker Baker 5 yours") && ContainsSubstring("baker home/ladders/baker.yaml "));
  program.write("home/ladders/second.yaml", Program::read_data("baker.yaml"));
  CHECK_THAT(unwrap(program.run({"ladder", "list"}).out), ContainsSubstring("another file has this id too"));
  CHECK_THAT(program.run({"ladder", "list", "--json"}).out,
             ContainsSubstring("\"ambiguous\": true") && ContainsSubstring("\"shadows_builtin\": true"));
}
