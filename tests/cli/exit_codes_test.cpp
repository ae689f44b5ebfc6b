#include <csignal>

#include <fmt/ranges.h>

#include "catch.hpp"
#include "cli/program.hpp"

using namespace rung;

TEST_CASE("0 when what was asked for was done, and standard output was closed", "[cli]") {
  Bakery bakery;
  const Ran ran = bakery.run({"list"});
  CHECK(ran.code == ExitCode::success);
  CHECK(ran.closed_out);
  CHECK(ran.err.empty());
}

TEST_CASE("1 only when a check was asked for and answered no; the report is shown all the same", "[cli]") {
  Bakery bakery;
  bakery.rate_all(2, "2026-03-14T09:00:00Z");
  CHECK(bakery.run({"report"}).code == ExitCode::success);
  const Ran failing = bakery.run({"report", "--check"});
  CHECK(failing.code == ExitCode::negative);
  CHECK(failing.closed_out);
  CHECK_THAT(failing.out, ContainsSubstring("ana · Baker"));

  bakery.rate_all(4, "2026-03-15T09:00:00Z");
  CHECK(bakery.run({"report", "--check"}).code == ExitCode::negative);
  for (const char* behavior : {"weigh", "fold", "wait", "steam", "colour"})
    bakery.run({"assess", "--amend", "latest", "--evidence", fmt::format("{}=Did it", behavior)});
  CHECK(bakery.run({"report", "--check"}).code == ExitCode::success);
}

TEST_CASE("2 when the arguments are wrong, before any file is looked at", "[cli]") {
  Program program;
  program.environment.variables["RUNG_HOME"] = "/dev/null/nowhere";
  const Ran ran = program.run({"report", "--top", "many"});
  CHECK(ran.code == ExitCode::usage);
  CHECK(ran.out.empty());
  CHECK_THAT(ran.err, ContainsSubstring("rung: "));
  CHECK_THAT(ran.err, ContainsSubstring("hint: "));
}

TEST_CASE("2 when questions are to be asked and there is no terminal", "[cli]") {
  Bakery bakery;
  const Ran ran = bakery.run({"assess", "baker"});
  CHECK(ran.code == ExitCode::usage);
  CHECK_THAT(unwrap(ran.err), ContainsSubstring("no terminal on standard input, output, error"));
  CHECK_THAT(unwrap(ran.err), ContainsSubstring("--answers FILE"));
  CHECK(bakery.files("home/drafts").empty());
}

TEST_CASE("2 when nothing says where to keep the files", "[cli]") {
  Program program;
  program.environment.variables = {{"LANG", "C.UTF-8"}};
  const Ran ran = program.run({"list"});
  CHECK(ran.code == ExitCode::usage);
  CHECK_THAT(unwrap(ran.err), ContainsSubstring("set RUNG_HOME to a directory"));
}

TEST_CASE("ladders are read and made where nothing says where to keep files", "[cli]") {
  Program program;
  program.environment.variables = {{"LANG", "C.UTF-8"}};
  program.write("baker.yaml", Program::read_data("baker.yaml"));
  program.write("page.md", "# Baker\n\n## Dough\n\n### Mixing\n\n- I weigh every ingredient.\n- I fold with care.\n");
  for (const std::vector<std::string>& arguments : {std::vector<std::string>{"ladder", "check", "baker.yaml"},
                                                    {"ladder", "check", "baker.yaml", "-o", "check.txt"},
                                                    {"ladder", "check", "ic3-mle"},
                                                    {"ladder", "import", "page.md"},
                                                    {"ladder", "import", "page.md", "-o", "page.yaml"},
                                                    {"ladder", "new", "cook", "-o", "cook.yaml"},
                                                    {"ladder", "show", "baker.yaml"},
                                                    {"ladder", "show", "ic3-mle"},
                                                    {"ladder", "diff", "ic3-mle", "baker.yaml"}}) {
    INFO(fmt::format("{}", fmt::join(arguments, " ")));
    const Ran ran = program.run(arguments);
    INFO(ran.err);
    CHECK(ran.code == ExitCode::success);
  }
  CHECK(program.exists("check.txt"));
  CHECK_THAT(unwrap(program.run({"ladder", "check", "ic3-mel"}).err), ContainsSubstring("did you mean `ic3-mle`?"));
  CHECK(program.run({"ladder", "add", "baker.yaml"}).code == ExitCode::usage);
  CHECK(program.run({"ladder", "diff", "ic3-mle", "baker.yaml", "--open"}).code == ExitCode::usage);
}

TEST_CASE("3 when something that was written cannot be used", "[cli]") {
  Program program;
  program.use_ladder("five-mistakes.yaml");
  const Ran ran = program.run({"ladder", "show", "home/ladders/baker.yaml"});
  CHECK(ran.code == ExitCode::bad_input);
  CHECK(ran.out.empty());
  CHECK_THAT(unwrap(ran.err), ContainsSubstring("rung: the ladder home/ladders/baker.yaml cannot be used"));
}

TEST_CASE("4 when a regular file stands where a directory must be", "[cli]") {
  Bakery bakery;
  bakery.write("file", "not a directory\n");
  bakery.environment.variables["RUNG_HOME"] = "file/home";
  for (const std::vector<std::string>& arguments :
       {std::vector<std::string>{"list"}, {"report"}, {"assess", "--set", "own-projects=3"}}) {
    INFO(arguments.front());
    const Ran ran = bakery.run(arguments);
    CHECK(ran.code == ExitCode::input_output);
    CHECK(ran.out.empty());
    CHECK_THAT(unwrap(ran.err), ContainsSubstring("a part of it is a file, not a directory"));
  }
  CHECK(bakery.read("file") == "not a directory\n");
}

TEST_CASE("4 when standard output takes nothing", "[cli]") {
  Bakery bakery;
  bakery.out_is_broken = true;
  for (const std::vector<std::string>& arguments : {std::vector<std::string>{"list"}, {"--version"}, {"--help"}}) {
    INFO(arguments.front());
    const Ran ran = bakery.run(arguments);
    CHECK(ran.code == ExitCode::input_output);
    CHECK_THAT(ran.err, ContainsSubstring("rung: cannot write to standard output: no space left"));
  }
}

TEST_CASE("an assessment is saved although standard output takes no report", "[cli]") {
  Bakery bakery;
  bakery.out_is_broken = true;
  CHECK(bakery.rate_all(3, "2026-03-14T09:00:00Z").code == ExitCode::input_output);
  CHECK(bakery.files("home/assessments") == std::vector<std::string>{"baker/2026-03-14-ana.json"});
}

TEST_CASE("5 when everything is saved and answers are missing", "[cli]") {
  Bakery bakery;
  CHECK(bakery.run({"assess", "baker", "--set", "weigh=3"}).code == ExitCode::unfinished);
  CHECK(bakery.type_in({"assess", "baker"}, U"q").code == ExitCode::unfinished);
}

TEST_CASE("128 and the signal when one ends the questions; what was answered is saved", "[cli]") {
  const auto [signal, code] = GENERATE(table<int, ExitCode>({{SIGINT, ExitCode::interrupted},
                                                             {SIGHUP, ExitCode::hung_up},
                                                             {SIGQUIT, ExitCode::quit},
                                                             {SIGTERM, ExitCode::terminated}}));
  INFO(signal);
  Bakery bakery;
  bakery.keys = {Typed{U'3'}, Interrupted{signal}};
  const Ran ran = bakery.run_at_terminal({"assess", "baker"});
  CHECK(ran.code == code);
  CHECK(static_cast<int>(ran.code) == 128 + signal);
  CHECK_THAT(unwrap(ran.err), ContainsSubstring("1 of 5 answered. Continue with: rung assess baker"));
  CHECK_THAT(bakery.read("home/drafts/baker/ana.json"), ContainsSubstring("\"rating\": 3"));
}
