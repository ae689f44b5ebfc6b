#include <filesystem>
#include <fstream>
#include <iterator>
#include <regex>
#include <sstream>
#include <string>

#include <rung/assessment/json.hpp>
#include <rung/text/width.hpp>

#include "pty/session.hpp"
#include "store/scratch.hpp"

using namespace rung;

namespace {

constexpr const char* prompt = "› ";

Assessment read_assessment(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  REQUIRE(file);
  const std::string text{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
  auto parsed = parse_assessment(text, path.string());
  REQUIRE(parsed);
  return *std::move(parsed.value);
}

std::filesystem::path draft_of(const std::string& home) { return home + "/drafts/ic3-mle-kim.json"; }

std::vector<std::filesystem::path> finished_in(const std::string& home) {
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(home + "/assessments/ic3-mle"))
    files.push_back(entry.path());
  return files;
}

/// Without colours, terminal modes and carriage returns. Anything that moves the cursor stays, and counts.
std::string without_styles(const std::string& output) {
  static const std::regex styles("\x1b\\[[0-9;]*m|\x1b\\[\\?[0-9]+[hl]|\r");
  return std::regex_replace(output, styles, "");
}

std::vector<std::string> assess() { return {"assess", "--as", "Kim"}; }

}  // namespace

TEST_CASE("a burst of 53 keys rates all 53 behaviors and one more key finishes", "[pty]") {
  const Scratch scratch;
  const std::string home = scratch / "home";
  Session session(home, assess());
  session.wait_for(prompt);
  std::string keys;
  for (int i = 0; i < 53; ++i) keys += static_cast<char>('1' + i % 4);
  session.type(keys);
  session.wait_for("[53/53]");
  session.wait_for("saved");
  session.type("f");
  session.wait_for("Gap report: IC3 Machine Learning Engineer");
  CHECK(session.wait_for_exit() == 0);
  CHECK(session.is_terminal_restored());

  const auto files = finished_in(home);
  REQUIRE(files.size() == 1);
  const Assessment assessment = read_assessment(files.front());
  REQUIRE(assessment.answers.size() == 53);
  for (std::size_t i = 0; i < 53; ++i)
    CHECK(assessment.answers[i].rating == Rating(Rated{static_cast<int>(1 + i % 4)}));
  CHECK_FALSE(std::filesystem::exists(draft_of(home)));
}

TEST_CASE("what was shown as saved is there after a kill, and the next session goes on", "[pty]") {
  const Scratch scratch;
  const std::string home = scratch / "home";
  {
    Session session(home, assess());
    session.wait_for(prompt);
    session.type("123");
    for (int i = 0; i < 3; ++i) session.wait_for("saved");
    session.wait_for("[4/53]");
    session.kill_now(SIGKILL);
  }
  CHECK(count_answered(read_assessment(draft_of(home))) == 3);
  Session session(home, assess());
  session.wait_for("3 of 53");
  session.wait_for("[4/53]");
  session.type("q");
  CHECK(session.wait_for_exit() == 5);
}

TEST_CASE("an interrupt leaves the draft on disk and the terminal as it was", "[pty]") {
  const auto [signal, code] = GENERATE(table<int, int>({{SIGINT, 130}, {SIGTERM, 143}, {SIGHUP, 129}, {SIGQUIT, 131}}));
  const Scratch scratch;
  const std::string home = scratch / "home";
  Session session(home, assess());
  session.wait_for(prompt);
  session.type("3");
  session.wait_for("saved");
  session.wait_for(prompt);
  session.send_signal(signal);
  CHECK(session.wait_for_exit() == code);
  CHECK(session.is_terminal_restored());
  CHECK(count_answered(read_assessment(draft_of(home))) == 1);
}

TEST_CASE("Ctrl-C while a note is typed keeps what was saved and drops the note", "[pty]") {
  const Scratch scratch;
  const std::string home = scratch / "home";
  Session session(home, assess());
  session.wait_for(prompt);
  session.type("2e");
  session.wait_for("Enter alone cancels");
  session.wait_for(prompt);
  session.type("half a no\x03");
  CHECK(session.wait_for_exit() == 130);
  CHECK(session.is_terminal_restored());
  const Assessment draft = read_assessment(draft_of(home));
  CHECK(draft.answers[0].rating == Rating(Rated{2}));
  CHECK(draft.answers[1].note.empty());
}

TEST_CASE("a second session on the same draft is refused", "[pty]") {
  const Scratch scratch;
  const std::string home = scratch / "home";
  Session first(home, assess());
  first.wait_for(prompt);
  Session second(home, assess());
  CHECK(second.wait_for_exit() == 4);
  CHECK_THAT(second.output(), ContainsSubstring("session"));
  first.type("4");
  first.wait_for("saved");
  first.type("q");
  CHECK(first.wait_for_exit() == 5);
}

TEST_CASE("without a terminal to read from it ends at once and writes nothing", "[pty]") {
  const Scratch scratch;
  const std::string home = scratch / "home";
  const std::string command = "RUNG_HOME='" + home + "' '" RUNG_PROGRAM "' assess </dev/null >/dev/null 2>&1";
  const int status = std::system(command.c_str());
  CHECK(WEXITSTATUS(status) == 2);
  CHECK_FALSE(std::filesystem::exists(home));
}

TEST_CASE("without a standard output the report goes nowhere, least of all into a data file", "[pty]") {
  const Scratch scratch;
  const std::string home = scratch / "home";
  const std::string command = "RUNG_HOME='" + home +
                              "' '" RUNG_PROGRAM
                              "' assess --as Kim --partial --set own-projects=3 >&- 2>/dev/null </dev/null";
  CHECK(WEXITSTATUS(std::system(command.c_str())) == 4);
  CHECK(std::filesystem::file_size(home + "/drafts/ic3-mle-kim.lock") == 0);
}

TEST_CASE("no line is wider than a narrow terminal", "[pty]") {
  const Scratch scratch;
  Session session(scratch / "home", assess(), 40);
  session.wait_for(prompt);
  session.type("1?");
  session.wait_for("Keys");
  session.wait_for(prompt);
  session.type("q");
  CHECK(session.wait_for_exit() == 5);
  const std::string text = without_styles(session.output());
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);) CHECK(cell_width(line) <= 40);
}
