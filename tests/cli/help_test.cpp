#include <fmt/format.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <regex>
#include <set>
#include <sstream>

#include <rung/error.hpp>
#include <rung/text/width.hpp>

#include "catch.hpp"
#include "cli/program.hpp"

using namespace rung;

namespace {

using HelpWords = std::vector<std::string>;

/// What is typed for every help: the program's, and that of each file in src/cli/commands.
std::vector<HelpWords> every_help() {
  std::vector<HelpWords> all{{"--help"}, {"ladder", "--help"}};
  for (const auto& entry : std::filesystem::directory_iterator(RUNG_SOURCE_ROOT "/src/cli/commands")) {
    if (entry.path().extension() != ".cpp") continue;
    std::istringstream name(std::regex_replace(entry.path().stem().string(), std::regex("_"), " "));
    HelpWords& words = all.emplace_back();
    for (std::string word; name >> word;) words.push_back(word);
    words.emplace_back("--help");
  }
  return all;
}

std::vector<std::string> split_help(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

constexpr std::size_t description_column = 28;

/// The description in a line that begins one, beside its option or below it; empty in other lines.
std::string description_in(const std::string& line) {
  return line.size() > description_column && line[description_column - 1] == ' ' ? line.substr(description_column)
                                                                                 : std::string();
}

}  // namespace

TEST_CASE("every help has two examples, and fits into 80, 60, and 40 columns", "[cli]") {
  for (const HelpWords& words : every_help()) {
    Program program;
    for (const int columns : {80, 60, 40}) {
      program.environment.columns = columns;
      const Ran ran = program.run(words);
      INFO(ran.out);
      REQUIRE(ran.code == ExitCode::success);
      int examples = 0;
      bool is_example = false;
      for (const std::string& line : split_help(ran.out)) {
        CHECK(cell_width(line) <= columns);
        if (is_example && std::regex_search(line, std::regex("^  \\S"))) ++examples;
        is_example = is_example || line == "Examples:";
      }
      CHECK(examples == 2);
    }
  }
}

TEST_CASE("a help is no wider on a wide terminal", "[cli]") {
  Program program;
  const std::string usual = program.run({"assess", "--help"}).out;
  program.environment.columns = 200;
  CHECK(program.run({"assess", "--help"}).out == usual);
}

TEST_CASE("what describes an option is one line that begins with a verb and has no full stop", "[cli]") {
  const std::set<std::string> verbs{"Add",    "Ask",   "Choose", "Compare", "Edit",   "Exit",    "Export",
                                    "Finish", "Hide",  "Import", "Judge",   "Label",  "Leave",   "List",
                                    "Log",    "Never", "Print",  "Rate",    "Read",   "Remove",  "Replace",
                                    "Set",    "Short", "Show",   "Skip",    "Start",  "Suggest", "Tie",
                                    "Treat",  "Untie", "Use",    "Write",   "Change", "Draw",    "Ladder"};
  int described = 0;
  for (const HelpWords& words : every_help()) {
    Program program;
    bool is_option = false;
    for (const std::string& line : split_help(program.run(words).out)) {
      is_option = line.starts_with("  -") || line.starts_with("      --") || (is_option && line.starts_with("       "));
      const std::string description = description_in(line);
      if (!is_option || description.empty()) continue;
      INFO(line);
      CHECK(verbs.count(description.substr(0, description.find(' '))) == 1);
      CHECK(cell_width(description) <= 52);
      CHECK(!description.ends_with('.'));
      ++described;
    }
  }
  CHECK(described > 100);
}

TEST_CASE("the help of the program lists everyday commands first, and the topics", "[cli]") {
  Program program;
  const std::string help = program.run({"help"}).out;
  CHECK(help == program.run({"--help"}).out);
  std::size_t last = help.find("Everyday commands:");
  REQUIRE(last != std::string::npos);
  for (const char* word :
       {"\n  assess ", "\n  log ", "\n  report ", "\n  diff ", "Look back and share:", "\n  history ",
        "Ladders:", "\n  ladder ", "\n  doctor ", "Options:", "Topics", "\n  keys ", "\n  exit-codes ", "Examples:"}) {
    INFO(word);
    const std::size_t found = help.find(word);
    CHECK(found != std::string::npos);
    CHECK(last < found);
    last = found;
  }
  CHECK_THAT(help, !ContainsSubstring("\n  complete "));
}

TEST_CASE("options of assess stand in sections", "[cli]") {
  Program program;
  const std::string help = program.run({"help", "assess"}).out;
  std::size_t last = 0;
  for (const char* word : {"Common:", "--label", "Second time:", "--update", "Scripted:", "--answers",
                           "Other options:", "--help", "Names:", "unrated, gaps, claimed, noted", "Examples:"}) {
    INFO(word);
    const std::size_t found = help.find(word, last);
    CHECK(found != std::string::npos);
    last = found;
  }
}

TEST_CASE("every topic that the help lists has a page, through the pager", "[cli]") {
  Program program;
  const std::string help = program.run({"help"}).out;
  const std::string topics = help.substr(help.find("Topics"), help.find("Examples:") - help.find("Topics"));
  int pages = 0;
  for (const std::string& line : split_help(topics)) {
    if (!line.starts_with("  ")) continue;
    const std::string topic = line.substr(2, line.find(' ', 2) - 2);
    INFO(topic);
    const Ran ran = program.run({"help", topic});
    CHECK(ran.code == ExitCode::success);
    CHECK(ran.out.size() > 500);
    program.environment.rows = 10;
    CHECK(program.run_at_terminal({"help", topic}).paged == ran.out);
    CHECK(program.run_at_terminal({"help", topic, "--no-pager"}).out == ran.out);
    ++pages;
  }
  CHECK(pages == 6);
}

TEST_CASE("a topic may be written in two words", "[cli]") {
  Program program;
  CHECK(program.run({"help", "exit", "codes"}).out == program.run({"help", "exit-codes"}).out);
}

TEST_CASE("help on what there is none of suggests a topic or a command", "[cli]") {
  Program program;
  const Ran topic = program.run({"help", "format"});
  CHECK(topic.code == ExitCode::usage);
  CHECK_THAT(unwrap(topic.err), ContainsSubstring("there is no help on `format` hint: did you mean `formats`?"));
  CHECK_THAT(unwrap(program.run({"help", "ladder", "lst"}).err),
             ContainsSubstring("there is no help on `ladder lst` hint: did you mean `list`?"));
  CHECK_THAT(unwrap(program.run({"help", "report", "x"}).err), ContainsSubstring("there is no help on `report x`"));
}

TEST_CASE("the page of exit codes names every exit code", "[cli]") {
  Program program;
  const std::string page = program.run({"help", "exit-codes"}).out;
  for (const ExitCode code :
       {ExitCode::success, ExitCode::negative, ExitCode::usage, ExitCode::bad_input, ExitCode::input_output,
        ExitCode::unfinished, ExitCode::hung_up, ExitCode::interrupted, ExitCode::quit, ExitCode::terminated})
    CHECK_THAT(page, ContainsSubstring(fmt::format("\n  {} ", static_cast<int>(code))));
}

TEST_CASE("the page of accessibility names what turns plain mode on, and what turns colors off", "[cli]") {
  Program program;
  const std::string page = program.run({"help", "accessibility"}).out;
  for (const char* word : {"--plain", "ACCESSIBLE=1", "TERM=dumb", "NO_COLOR=1", "--color never", "LC_ALL=C"})
    CHECK_THAT(page, ContainsSubstring(word));
}

TEST_CASE("no error names a file of the repository", "[cli]") {
  const std::regex name("\"[^\"\n]*docs/[^\"\n]*\"");
  int files = 0;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(RUNG_SOURCE_ROOT "/src")) {
    if (entry.path().extension() != ".cpp" || entry.path().string().find("/cmake/") != std::string::npos) continue;
    std::ifstream file(entry.path());
    const std::string text{std::istreambuf_iterator<char>(file), {}};
    INFO(entry.path().string());
    CHECK_FALSE(std::regex_search(text, name));
    ++files;
  }
  CHECK(files > 150);
}
