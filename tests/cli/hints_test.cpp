#include "catch.hpp"
#include "cli/program.hpp"

using namespace rung;

namespace {

/// The message and hint of a run that fails with that code.
std::string refused(Program& program, const std::vector<std::string>& arguments, ExitCode code) {
  const Ran ran = program.run(arguments);
  CHECK(ran.code == code);
  CHECK(ran.out.empty());
  return unwrap(ran.err);
}

}  // namespace

TEST_CASE("-V prints the version", "[cli]") {
  Program program;
  CHECK(program.run({"-V"}).out == program.run({"--version"}).out);
  CHECK(program.run({"-V"}).code == ExitCode::success);
  CHECK(refused(program, {"--verison"}, ExitCode::usage) ==
        "rung: unknown option `--verison` hint: did you mean `--version`?");
}

TEST_CASE("the unique start of an id names a ladder", "[cli]") {
  Program program;
  CHECK_THAT(program.run({"ladder", "show", "ic4"}).out, ContainsSubstring("IC4"));
  CHECK(program.run({"assess", "ic4", "--set", "1=3"}).code == ExitCode::unfinished);
  CHECK(program.exists("home/drafts/ic4-mle/ana.json"));
  CHECK(refused(program, {"ladder", "show", "ic"}, ExitCode::bad_input) ==
        "rung: `ic` can mean 5 ladders hint: write `ic1-mle`, `ic2-mle`, `ic3-mle`, `ic4-mle`, or `ic5-mle`");
}

TEST_CASE("an unknown level suggests the nearest ones of its family", "[cli]") {
  Program program;
  CHECK(refused(program, {"ladder", "show", "ic9"}, ExitCode::bad_input) ==
        "rung: there is no ladder `ic9` hint: did you mean `ic5-mle`, `ic4-mle`, or `ic3-mle`?");
  CHECK(refused(program, {"assess", "ic0-mle", "--set", "1=3"}, ExitCode::bad_input) ==
        "rung: there is no ladder `ic0-mle` hint: did you mean `ic1-mle`, `ic2-mle`, or `ic3-mle`?");
  // Another track is another family.
  CHECK_THAT(refused(program, {"ladder", "show", "ic3-swe"}, ExitCode::bad_input),
             ContainsSubstring("did you mean `ic3-mle`?"));
}

TEST_CASE("a history of no ladder says that there is no such ladder", "[cli]") {
  TwoSeasons bakery;
  CHECK_THAT(refused(bakery, {"history", "nope"}, ExitCode::bad_input), ContainsSubstring("there is no ladder `nope`"));
  CHECK(bakery.run({"history", "bak"}).out == bakery.run({"history", "baker"}).out);
  CHECK_THAT(refused(bakery, {"history", "ic4"}, ExitCode::bad_input),
             ContainsSubstring("no finished assessment on the ladder `ic4-mle` yet"));
}

TEST_CASE("the history of a ladder that is gone is still shown", "[cli]") {
  TwoSeasons bakery;
  const std::string before = bakery.run({"history", "baker"}).out;
  bakery.run({"ladder", "remove", "baker"});
  CHECK(bakery.run({"history", "baker"}).out == before);
}

TEST_CASE("a diff of the latest assessment alone compares it with the one before", "[cli]") {
  TwoSeasons bakery;
  const Ran ran = bakery.run({"diff", "latest"});
  CHECK(ran.code == ExitCode::success);
  CHECK(ran.out == bakery.run({"diff"}).out);
  CHECK(bakery.run({"diff", "latest~1"}).out == ran.out);
  CHECK(bakery.run({"diff", "baker/2026-04-15-ana"}).out == ran.out);
}

TEST_CASE("an ending is the name of its format", "[cli]") {
  TwoSeasons bakery;
  const std::vector<std::pair<std::string, std::string>> names{
      {"md", "markdown"}, {"txt", "text"}, {"htm", "html"}, {"MARKDOWN", "markdown"}};
  for (const auto& [ending, format] : names) {
    const Ran ran = bakery.run({"report", "--full", "--format", ending});
    CHECK(ran.code == ExitCode::success);
    CHECK(ran.out == bakery.run({"report", "--full", "--format", format}).out);
  }
  CHECK(refused(bakery, {"report", "--format", "pdf"}, ExitCode::usage) ==
        "rung: --format cannot be `pdf` here hint: use text, markdown, html, json, csv, or svg");
  CHECK_THAT(refused(bakery, {"report", "--format", "jsno"}, ExitCode::usage),
             ContainsSubstring("did you mean `json`?"));
}

TEST_CASE("what is wrong with an option is said in our words", "[cli]") {
  TwoSeasons bakery;
  CHECK(refused(bakery, {"report", "--top", "abc"}, ExitCode::usage) ==
        "rung: --top needs a whole number, not `abc` hint: give a number from 0, as in --top 3");
  CHECK_THAT(refused(bakery, {"report", "--top", "2.5"}, ExitCode::usage), ContainsSubstring("not `2.5`"));
  CHECK_THAT(refused(bakery, {"report", "--target", "abc"}, ExitCode::usage),
             ContainsSubstring("--target needs a whole number, not `abc`"));
  CHECK(refused(bakery, {"report", "--top"}, ExitCode::usage) ==
        "rung: --top needs a value hint: `rung report --help` lists the options");
  CHECK(refused(bakery, {"report", "--color", "alwys"}, ExitCode::usage) ==
        "rung: --color cannot be `alwys` hint: did you mean `always`?");
  CHECK(refused(bakery, {"report", "--full=yes"}, ExitCode::usage) ==
        "rung: --full takes no value hint: `rung report --help` lists the options");
  CHECK(refused(bakery, {"report", "--check", "--target", "2"}, ExitCode::usage) ==
        "rung: --target and --check cannot be used together hint: leave one of them out");
  CHECK(refused(bakery, {"report", "--top", "1", "--top", "2"}, ExitCode::usage) ==
        "rung: --top can be given only once hint: `rung report --help` lists the options");
}

TEST_CASE("a behavior has the same names in every option", "[cli]") {
  for (const char* name : {"dough.mixing.weigh", "mixing.weigh", "weigh", "1"}) {
    INFO(name);
    Bakery bakery;
    CHECK(bakery
              .run({"assess", "baker", "--set", fmt::format("{}=3", name), "--note", fmt::format("{}=In grams", name),
                    "--evidence", fmt::format("{}=2026-03-01 The recipe book", name)})
              .code == ExitCode::unfinished);
    const std::string draft = bakery.read("home/drafts/baker/ana.json");
    CHECK_THAT(draft, ContainsSubstring("In grams") && ContainsSubstring("The recipe book") &&
                          ContainsSubstring("\"rating\": 3"));
    CHECK_THAT(bakery.run({"log", "Bought a scale", "--ladder", "baker", "-b", name}).out,
               ContainsSubstring("evidence of"));
    CHECK_THAT(bakery.run({"log", "list", "--ladder", "baker", "-b", name}).out, ContainsSubstring("Bought a scale"));
    CHECK_THAT(bakery.read("home/log.jsonl"), ContainsSubstring("dough.mixing.weigh"));
  }
}

TEST_CASE("an end that several behaviors have lists them, in every option alike", "[cli]") {
  Program program;
  const std::string yaml =
      "format: rung-ladder/1\nid: twin\ntitle: Twin\npillars:\n"
      "  - {id: a, title: A, responsibilities: [{id: x, title: X, behaviors: [{id: plan, text: P.}]}]}\n"
      "  - {id: b, title: B, responsibilities: [{id: x, title: X, behaviors: [{id: plan, text: P.}]}]}\n";
  program.write("home/ladders/twin.yaml", yaml);
  const std::string message = "`plan` can mean 2 behaviors";
  const std::string hint = "write one of `a.x.plan`, `b.x.plan`";
  for (const std::vector<std::string>& arguments : {std::vector<std::string>{"assess", "twin", "--set", "plan=3"},
                                                    {"assess", "twin", "--note", "plan=so"},
                                                    {"assess", "twin", "--evidence", "plan=so"},
                                                    {"log", "so", "--ladder", "twin", "-b", "plan"}}) {
    const std::string err = unwrap(program.run(arguments).err);
    CHECK_THAT(err, ContainsSubstring(message) && ContainsSubstring(hint));
  }
}

TEST_CASE("numbers are not read from files", "[cli]") {
  Bakery bakery;
  bakery.write("answers.yaml", "1: 3\n");
  CHECK_THAT(refused(bakery, {"assess", "baker", "--answers", "answers.yaml"}, ExitCode::bad_input),
             ContainsSubstring("the ladder `baker` has no behavior `1`"));
}
