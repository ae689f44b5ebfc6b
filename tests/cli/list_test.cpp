#include <sstream>

#include <rung/text/width.hpp>

#include "catch.hpp"
#include "cli/program.hpp"

using namespace rung;

TEST_CASE("the list is empty at first and says how to begin", "[cli]") {
  Program program;
  const Ran ran = program.run({"list"});
  CHECK(ran.code == ExitCode::success);
  CHECK_THAT(ran.out, ContainsSubstring("None yet. rung assess begins one."));
  CHECK_FALSE(program.exists("home"));
}

TEST_CASE("the list has finished assessments, latest first, and drafts apart", "[cli]") {
  TwoSeasons bakery;
  bakery.run(
      {"assess", "baker", "--about", "ana", "--as", "Ines:peer", "--label", "second opinion", "--set", "weigh=2"});
  bakery.environment.columns = 100;
  const Ran ran = bakery.run({"list"});
  CHECK(ran.code == ExitCode::success);
  const auto in_spring = ran.out.find("baker/2026-04-15-ana");
  const auto in_winter = ran.out.find("baker/2026-01-15-ana");
  const auto of_ines = ran.out.find("drafts/baker/ana--by--ines");
  CHECK(in_spring < in_winter);
  CHECK(in_winter < of_ines);
  CHECK(of_ines != std::string::npos);
  CHECK_THAT(ran.out, ContainsSubstring("second opinion") && ContainsSubstring("1 of 5 answered"));

  const std::string json = bakery.run({"list", "--json"}).out;
  for (const char* part : {"\"kind\": \"assessments\"", "\"reference\": \"baker/2026-04-15-ana\"",
                           "\"reference\": \"drafts/baker/ana--by--ines\"", "\"role\": \"peer\"", "\"answered\": 1"})
    CHECK_THAT(json, ContainsSubstring(part));
}

TEST_CASE("every reference of the list is one that report takes", "[cli]") {
  TwoSeasons bakery;
  bakery.run({"assess", "baker", "--about", "ana", "--as", "Ines:peer", "--set", "weigh=2"});
  for (const char* reference : {"baker/2026-04-15-ana", "baker/2026-01-15-ana", "drafts/baker/ana--by--ines"}) {
    INFO(reference);
    CHECK(bakery.run({"report", reference}).code == ExitCode::success);
  }
}

TEST_CASE("a file that is no assessment is passed over, named, and told by the exit code", "[cli]") {
  TwoSeasons bakery;
  bakery.write("home/assessments/baker/2026-05-01-ana.json", "{\"format\": \"rung-assessment/1\"");
  const Ran list = bakery.run({"list"});
  CHECK(list.code == ExitCode::bad_input);
  CHECK_THAT(list.out, ContainsSubstring("baker/2026-04-15-ana"));
  CHECK_THAT(
      unwrap(list.err),
      ContainsSubstring(
          "warning: skipped: home/assessments/baker/2026-05-01-ana.json is not an assessment that Rung can read"));

  const Ran report = bakery.run({"report"});
  CHECK(report.code == ExitCode::success);
  CHECK_THAT(report.out, ContainsSubstring("self · 2026-04-15"));
  CHECK_THAT(unwrap(report.err), ContainsSubstring("skipped: "));
}

TEST_CASE("a list too long to be held has every assessment once, as data and as text", "[cli]") {
  TwoSeasons bakery;
  const std::string bytes = bakery.read("home/assessments/baker/2026-01-15-ana.json");
  for (int number = 2; number <= 2'100; ++number)
    bakery.write(fmt::format("home/assessments/baker/2026-01-15-ana-{}.json", number), bytes);
  for (const char* format : {"text", "json", "csv", "markdown"}) {
    INFO(format);
    const Ran ran = bakery.run({"list", "--format", format});
    CHECK(ran.code == ExitCode::success);
    CHECK_THAT(ran.out, ContainsSubstring("baker/2026-04-15-ana"));
    for (int number = 2; number <= 2'100; ++number)
      REQUIRE_THAT(ran.out, ContainsSubstring(fmt::format("baker/2026-01-15-ana-{}", number)));
    CHECK(bakery.run({"list", "--format", format, "-o", "list.out"}).code == ExitCode::success);
    CHECK(bakery.read("list.out") == ran.out);
  }
}

TEST_CASE("a path to nothing points at the list, which is a command there is", "[cli]") {
  Bakery bakery;
  const Ran ran = bakery.run({"report", "home/nowhere.json"});
  CHECK(ran.code == ExitCode::bad_input);
  CHECK_THAT(unwrap(ran.err), ContainsSubstring("`rung list`"));
  CHECK(bakery.run({"list"}).code == ExitCode::success);
}

namespace {

/// The line that shows the reference; its number of lines is what counts.
std::vector<std::string> lines_with(const std::string& text, const std::string& part) {
  std::vector<std::string> lines;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);)
    if (line.find(part) != std::string::npos) lines.push_back(line);
  return lines;
}

}  // namespace

TEST_CASE("a list at 80 columns has each assessment on one line: whom it is about, what was carried, its label",
          "[cli]") {
  TwoSeasons bakery;
  bakery.at = "2026-06-15T09:00:00Z";
  bakery.run({"assess", "baker", "--only", "dough", "--label", "summer", "--set", "weigh=4", "--partial"});
  bakery.run({"assess", "baker", "--about", "Ada", "--as", "ana:manager", "--set", "weigh=2", "--partial"});
  const Ran ran = bakery.run({"list"});
  CHECK(ran.code == ExitCode::success);
  const auto partial = lines_with(ran.out, "baker/2026-06-15-ana ");
  REQUIRE(partial.size() == 1);
  CHECK_THAT(partial.front(), ContainsSubstring("1 asked, 4 carried") && ContainsSubstring("summer"));
  const auto other = lines_with(ran.out, "baker/2026-06-15-ada--by--ana");
  REQUIRE(other.size() == 1);
  CHECK_THAT(other.front(), ContainsSubstring("Ada (by a manager)") && !ContainsSubstring("carried"));
  std::istringstream lines(ran.out);
  for (std::string line; std::getline(lines, line);) CHECK(cell_width(line) <= 80);

  const std::string json = bakery.run({"list", "--json"}).out;
  CHECK_THAT(json,
             ContainsSubstring("\"behaviors\": 1,\n      \"carried\": 4") && ContainsSubstring("\"carried\": null"));
}

TEST_CASE("a list has no column and no heading with nothing below it", "[cli]") {
  TwoSeasons bakery;
  CHECK(bakery.run({"list"}).out == "Assessments\n\n  Reference\n  baker/2026-04-15-ana\n  baker/2026-01-15-ana\n");
  Bakery fresh;
  fresh.run({"assess", "baker", "--set", "weigh=2"});
  CHECK(fresh.run({"list"}).out ==
        "Drafts\n\n  Reference         Date        Answers\n  drafts/baker/ana  2026-03-14  1 of 5 answered\n");
}
