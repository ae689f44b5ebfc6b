#include <fmt/format.h>
#include <fmt/ranges.h>

#include <filesystem>

#include "catch.hpp"
#include "cli/program.hpp"

using namespace rung;

namespace {

using Words = std::vector<std::string>;

/// The words of every command, by the file that holds it: `ladder check` for ladder_check.cpp.
std::vector<Words> every_command() {
  std::vector<Words> commands;
  for (const auto& entry : std::filesystem::directory_iterator(RUNG_SOURCE_ROOT "/src/cli/commands")) {
    if (entry.path().extension() != ".cpp") continue;
    const std::string name = entry.path().stem().string();
    const std::size_t group = name.find('_');
    commands.push_back(group == std::string::npos ? Words{name} : Words{name.substr(0, group), name.substr(group + 1)});
  }
  return commands;
}

}  // namespace

TEST_CASE("the version is one line on standard output", "[cli]") {
  Program program;
  const Ran ran = program.run({"--version"});
  CHECK(ran.code == ExitCode::success);
  CHECK_THAT(ran.out, Catch::Matchers::Matches("rung [0-9]+\\.[0-9]+\\.[0-9]+\n"));
  CHECK(ran.err.empty());
}

TEST_CASE("help names every command and the page of exit codes", "[cli]") {
  Program program;
  const Ran ran = program.run({"--help"});
  CHECK(ran.code == ExitCode::success);
  CHECK(ran.err.empty());
  for (const char* word : {"assess", "report", "diff", "list", "export", "ladder", "exit-codes", "--color"})
    CHECK_THAT(ran.out, ContainsSubstring(word));
}

TEST_CASE("every file of src/cli/commands is a command, known under its name alone", "[cli]") {
  const std::vector<Words> commands = every_command();
  REQUIRE(commands.size() >= 17);
  for (Words words : commands) {
    const std::string name = fmt::format("{}", fmt::join(words, " "));
    INFO(name);
    Program program;
    Words topic = words;
    topic.insert(topic.begin(), "help");
    words.emplace_back("--help");
    const Ran ran = program.run(words);
    CHECK(ran.code == ExitCode::success);
    const std::string usage = fmt::format("\nUsage: rung {} ", name);
    CHECK_THAT(ran.out, ContainsSubstring(usage));
    // What only the scripts of `rung completion` use is no topic.
    const std::string help = name == "complete" ? ran.out : program.run(topic).out;
    CHECK_THAT(help, ContainsSubstring(usage));
    CHECK(help == ran.out);
    words.pop_back();
    // Behind `log`, whatever is no command is a text.
    if (words.size() > 1 && words.front() == "log") continue;
    words.back() += 's';
    CHECK_THAT(unwrap(program.run(words).err), ContainsSubstring(fmt::format("unknown command `{}`", words.back())));
  }
}

TEST_CASE("each command has help of its own, which needs no home", "[cli]") {
  Program program;
  program.environment.variables.clear();
  const std::vector<std::pair<std::vector<std::string>, std::vector<std::string>>> commands{
      {{"assess"},
       {"--answers", "--set", "--note", "--partial", "--new", "--as", "--about", "--on", "--label", "--update",
        "--evidence", "--plain", "--input", "--amend"}},
      {{"report"},
       {"--target", "--top", "--check", "--format", "--json", "--output", "--open", "--no-pager", "svg", "--redact"}},
      {{"diff"}, {"OLD", "NEW", "--format", "--json", "--output", "--open", "--no-pager", "svg", "--redact"}},
      {{"list"}, {"--format", "--json", "--output", "--no-pager", "csv"}},
      {{"export"}, {"REF", "--target", "--all", "--format", "--output", "--open", "--redact"}},
      {{"history"},
       {"LADDER", "--rater", "--since", "--format", "--json", "--output", "--open", "--no-pager", "svg", "--redact"}},
      {{"ladder"}, {"list", "show", "check"}},
      {{"ladder", "list"}, {"--format", "--json", "--output"}},
      {{"ladder", "show"}, {"LADDER", "--format", "--json", "--output", "--no-pager"}},
      {{"ladder", "check"}, {"FILE", "--strict", "--json", "--output"}},
      {{"ladder", "new"}, {"ID", "--output", "--force"}},
      {{"ladder", "schema"}, {"JSON Schema"}},
      {{"ladder", "add"}, {"FILE", "--force"}},
      {{"ladder", "remove"}, {"ID"}},
  };
  for (const auto& [command, words] : commands) {
    std::vector<std::string> arguments = command;
    arguments.emplace_back("--help");
    const Ran ran = program.run(arguments);
    INFO(command.back());
    CHECK(ran.code == ExitCode::success);
    CHECK(ran.err.empty());
    for (const std::string& word : words) CHECK_THAT(ran.out, ContainsSubstring(word));
  }
}

TEST_CASE("no arguments at all is wrong usage, and all of the help", "[cli]") {
  Program program;
  const Ran ran = program.run({});
  CHECK(ran.code == ExitCode::usage);
  CHECK(ran.out.empty());
  for (const char* word : {"assess", "report", "diff", "list", "export", "ladder"})
    CHECK_THAT(ran.err, ContainsSubstring(word));
  CHECK_THAT(ran.err, ContainsSubstring("\n  assess                    Rate every key behavior"));
}

TEST_CASE("what is unknown gets a suggestion, or the list of what there is", "[cli]") {
  struct Wrong {
    std::vector<std::string> arguments;
    std::string message;
    std::string hint;
  };
  const std::vector<Wrong> all{
      {{"reprot"}, "unknown command `reprot`", "did you mean `report`?"},
      {{"zzzzzz"}, "unknown command `zzzzzz`", "commands: assess, log, report, diff, history, list, export, ladder"},
      {{"report", "--chekc"}, "unknown option `--chekc`", "did you mean `--check`?"},
      {{"assess", "--answer=x"}, "unknown option `--answer=x`", "did you mean `--answers`?"},
      {{"report", "--zzzzzz"}, "unknown option `--zzzzzz`", "rung report --help"},
      {{"report", "a", "b"}, "takes no further argument `b`", "rung report --help"},
      {{"ladder"}, "`rung ladder` needs a command", "commands: list, show, diff, check"},
      {{"--colour", "always", "reprot"}, "unknown command `reprot`", "did you mean `report`?"},
      {{"--color=always", "reprot"}, "unknown command `reprot`", "did you mean `report`?"},
      {{"ladder", "--color", "always"}, "`rung ladder` needs a command", "commands: list, show"},
      {{"ladder", "lst"}, "unknown command `lst`", "did you mean `list`?"},
      {{"report", "--top", "-1"}, "--top needs a whole number, not `-1`", "give a number from 0"},
      {{"report", "--format", "pdf"}, "--format cannot be `pdf`", "use text, markdown"},
      {{"assess", "--as", "Ines:boss"}, "unknown role `boss`", "self, manager, peer, or report"},
      {{"assess", "--as", " "}, "--as needs a name", "--as Ines:peer"},
      {{"assess", "--as", "a\x1b[31mb"}, "--as contains the character U+001B (escape)", "without control characters"},
      {{"assess", "--as", "J\xF6rg"}, "--as contains the character byte 0xF6", "write it in UTF-8"},
      {{"assess", "--label", "a\u202E"}, "--label contains the character U+202E", "without control characters"},
      {{"assess", "--label", "a\nb"}, "--label contains the character line break", "in one line"},
      {{"assess", "--amend", ""}, "--amend needs a value", "`rung assess --help`"},
      {{"assess", "baker", "--amend", "latest"}, "--amend and LADDER cannot be used together", "leave one of them out"},
      {{"assess", "--as", "Ines", "--amend", "latest"},
       "--amend and --as cannot be used together",
       "leave one of them out"},
      {{"assess", "--on", "2026-03-14", "--amend", "latest"},
       "--amend and --on cannot be used together",
       "leave one of them out"},
      {{"report", "-o", ""}, "--output", "rung report --help"},
  };
  for (const Wrong& wrong : all) {
    Program program;
    const Ran ran = program.run(wrong.arguments);
    INFO(wrong.message);
    CHECK(ran.code == ExitCode::usage);
    CHECK(ran.out.empty());
    CHECK_THAT(unwrap(ran.err), ContainsSubstring(wrong.message));
    CHECK_THAT(unwrap(ran.err), ContainsSubstring(wrong.hint));
  }
}

TEST_CASE("required arguments that are missing are wrong usage", "[cli]") {
  for (const std::vector<std::string>& arguments : {std::vector<std::string>{"export"}, {"ladder", "check"}}) {
    Program program;
    const Ran ran = program.run(arguments);
    CHECK(ran.code == ExitCode::usage);
    CHECK_THAT(unwrap(ran.err),
               ContainsSubstring("`rung export` needs a file") || ContainsSubstring("`rung ladder check` needs FILE"));
  }
}

TEST_CASE("color is on at a terminal, and off where it is not wanted", "[cli]") {
  Program program;
  program.environment.variables.erase("NO_COLOR");
  const std::string escape = "\x1b[";
  CHECK_THAT(program.run_at_terminal({"list"}).out, ContainsSubstring(escape));
  CHECK_THAT(program.run({"list"}).out, !ContainsSubstring(escape));
  CHECK_THAT(program.run({"--color", "always", "list"}).out, ContainsSubstring(escape));
  CHECK_THAT(program.run({"list", "--colour", "always"}).out, ContainsSubstring(escape));
  CHECK_THAT(program.run_at_terminal({"--color", "never", "list"}).out, !ContainsSubstring(escape));
  program.environment.variables["TERM"] = "dumb";
  CHECK_THAT(program.run_at_terminal({"list"}).out, !ContainsSubstring(escape));
  program.environment.variables["CLICOLOR_FORCE"] = "1";
  CHECK_THAT(program.run({"list"}).out, ContainsSubstring(escape));
  program.environment.variables["NO_COLOR"] = "1";
  CHECK_THAT(program.run_at_terminal({"list"}).out, !ContainsSubstring(escape));
  CHECK_THAT(program.run({"--color", "always", "list"}).out, ContainsSubstring(escape));
}

TEST_CASE("the choice of color holds for error messages too", "[cli]") {
  Program program;
  program.environment.err_is_terminal = true;
  CHECK(program.run({"--color", "never", "report", "nope"}).err.find('\x1b') == std::string::npos);
  program.environment.err_is_terminal = false;
  CHECK(program.run({"--color", "always", "report", "nope"}).err.find('\x1b') != std::string::npos);
}

TEST_CASE("the locale decides the glyphs: LC_ALL before LC_CTYPE before LANG", "[cli]") {
  TwoSeasons program;
  CHECK_THAT(program.run({"report"}).out, ContainsSubstring("█"));
  program.environment.variables["LC_ALL"] = "C";
  CHECK_THAT(program.run({"report"}).out, !ContainsSubstring("█"));
  program.environment.variables["LC_ALL"] = "";
  program.environment.variables["LC_CTYPE"] = "de_DE.utf8";
  program.environment.variables["LANG"] = "C";
  CHECK_THAT(program.run({"report"}).out, ContainsSubstring("█"));
}
