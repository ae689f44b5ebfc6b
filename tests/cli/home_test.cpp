#include <sys/stat.h>

#include <filesystem>
#include <sstream>

#include <rung/text/width.hpp>

#include "catch.hpp"
#include "cli/program.hpp"

using namespace rung;

namespace {

bool has_line(const std::string& text, const std::string& words) {
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);)
    if (unwrap(line) == words) return true;
  return false;
}

}  // namespace

TEST_CASE("the first time, home says what Rung is, how long it takes, and how to start", "[cli]") {
  Program program;
  const Ran ran = program.run_at_terminal({});
  CHECK(ran.code == ExitCode::success);
  CHECK(ran.err.empty());
  CHECK(has_line(ran.out, "ana · IC3 Machine Learning Engineer"));
  CHECK(has_line(ran.out, "53 questions, about 10 minutes, you can stop any time."));
  CHECK(ran.out.ends_with("  rung assess  rate yourself\n"));
  CHECK_THAT(ran.out, !ContainsSubstring("Evidence") && !ContainsSubstring("Last result"));
  CHECK_FALSE(program.exists("home"));
}

TEST_CASE("home with a draft says how far it is and how to resume it", "[cli]") {
  Bakery bakery;
  bakery.run({"assess", "baker", "--set", "weigh=2", "--set", "fold=3"});
  bakery.at = "2026-03-15T09:00:00+01:00";
  const Ran ran = bakery.run_at_terminal({});
  CHECK(ran.code == ExitCode::success);
  CHECK(has_line(ran.out, "In progress 2 of 5 answered, yesterday"));
  CHECK(has_line(ran.out, "rung assess continue where you stopped"));
  CHECK_THAT(ran.out, !ContainsSubstring("Last result") && !ContainsSubstring("questions"));
}

TEST_CASE("home counts a run that asks some of the behaviors by those", "[cli]") {
  Bakery bakery;
  bakery.run({"assess", "baker", "--set", "weigh=2", "--set", "fold=2", "--set", "wait=3", "--set", "steam=3", "--set",
              "colour=3"});
  bakery.type_in({"assess", "baker", "--only", "gaps"}, U"3q");
  CHECK(has_line(bakery.run_at_terminal({}).out, "In progress 1 of 3 answered, today"));
}

TEST_CASE("home has the latest result with its age and its gates", "[cli]") {
  TwoSeasons bakery;
  bakery.at = "2026-10-20T09:00:00Z";
  const Ran ran = bakery.run_at_terminal({});
  CHECK(has_line(ran.out, "Last result Apr 15, 6 months ago: 4 of 5 at target, 5 of 7 gates"));
  CHECK(has_line(ran.out, "Evidence no entries since then"));
  CHECK(has_line(ran.out, "rung assess --update rate what may have changed"));
  CHECK(has_line(ran.out, "rung report your last result"));
  CHECK(has_line(ran.out, "rung help everything else"));
  bakery.at = "2026-04-20T09:00:00Z";
  CHECK_THAT(bakery.run_at_terminal({}).out, ContainsSubstring("5 days ago") && !ContainsSubstring("rung assess"));
}

TEST_CASE("home has everything, in its order, and four commands at most", "[cli]") {
  TwoSeasons bakery;
  bakery.at = "2026-10-01T09:00:00Z";
  bakery.run({"log", "Sold out by nine"});
  bakery.run({"log", "Taught the new ovens to Kim", "-b", "steam"});
  bakery.run({"assess", "baker", "--set", "weigh=2"});
  bakery.at = "2026-10-20T09:00:00Z";
  const std::string out = bakery.run_at_terminal({}).out;
  INFO(out);
  CHECK(has_line(out, "In progress 1 of 5 answered, 2 weeks ago"));
  CHECK(has_line(out, "Evidence 2 entries since then, 1 not tied to a behavior"));
  std::size_t last = 0;
  for (const char* part : {"ana · ", "In progress", "Last result", "Evidence", "rung assess", "rung log \"…\"",
                           "rung report", "rung help"}) {
    const auto at = out.find(part);
    INFO(part);
    CHECK(at != std::string::npos);
    CHECK(at >= last);
    last = at;
  }
  CHECK_THAT(out, !ContainsSubstring("rung log review"));
}

TEST_CASE("home names the whole command for a draft that `rung assess` would not resume", "[cli]") {
  Bakery bakery;
  bakery.run({"assess", "baker", "--about", "Kim", "--as", "Ines:manager", "--set", "weigh=2"});
  const std::string out = bakery.run_at_terminal({}).out;
  CHECK(has_line(out, "Continue where you stopped: rung assess baker --as Ines:manager --about Kim"));
  CHECK(has_line(out, "In progress 1 of 5 answered about Kim, today"));
  CHECK_THAT(out,
             ContainsSubstring("  rung log \"…\"  write down something you did\n  rung help     everything else\n"));
  bakery.rate_all(3, "2026-03-01T09:00:00Z");
  bakery.at = "2026-03-14T09:26:53+01:00";
  CHECK(has_line(bakery.run_at_terminal({}).out, "In progress 1 of 5 answered about Kim, today"));
}

TEST_CASE("home goes on without what cannot be read, and says so in one line", "[cli]") {
  TwoSeasons bakery;
  const std::string good = bakery.read("home/assessments/baker/2026-04-15-ana.json");
  bakery.write("home/assessments/baker/2026-04-15-ana.json", good.substr(0, good.size() / 2));
  const Ran one = bakery.run_at_terminal({});
  CHECK(one.code == ExitCode::success);
  CHECK(has_line(one.out, "1 stored file cannot be read: rung doctor"));
  CHECK_THAT(one.out, ContainsSubstring("Jan 15"));
  bakery.write("home/assessments/baker/2026-01-15-ana.json", "{");
  bakery.write("home/drafts/baker/ana.json", "{");
  bakery.write("home/log.jsonl", "{\n");
  const Ran all = bakery.run_at_terminal({});
  CHECK(all.code == ExitCode::success);
  CHECK(has_line(all.out, "4 stored files cannot be read: rung doctor"));
  CHECK_THAT(all.out, ContainsSubstring("rung assess"));
}

TEST_CASE("home goes on where its directory is a file or is not known", "[cli]") {
  Program program;
  program.environment.variables["RUNG_HOME"] = "/dev/null/nowhere";
  CHECK(program.run_at_terminal({}).code == ExitCode::success);
  program.environment.variables.erase("RUNG_HOME");
  const Ran ran = program.run_at_terminal({});
  CHECK(ran.code == ExitCode::success);
  CHECK_THAT(ran.out, ContainsSubstring("53 questions"));
}

TEST_CASE("without a terminal on either side there is the help instead of home", "[cli]") {
  TwoSeasons bakery;
  for (const bool in_is_terminal : {true, false}) {
    bakery.environment.in_is_terminal = in_is_terminal;
    bakery.environment.out_is_terminal = !in_is_terminal;
    const Ran ran = bakery.run({});
    CHECK(ran.code == ExitCode::usage);
    CHECK(ran.out.empty());
    CHECK_THAT(ran.err, ContainsSubstring("Usage: rung") && ContainsSubstring("--json"));
  }
  CHECK_THAT(bakery.run_at_terminal({"--help"}).out, ContainsSubstring("Usage: rung"));
}

TEST_CASE("rung --json has the figures of home, at a terminal or not", "[cli]") {
  TwoSeasons bakery;
  bakery.run({"assess", "baker", "--set", "weigh=2"});
  const Ran ran = bakery.run({"--json"});
  CHECK(ran.code == ExitCode::success);
  for (const char* part : {"\"kind\": \"home\"", "\"answered\": 1", "\"asked\": 5", "\"part\": 4", "\"gates\": 7",
                           "\"gates_passed\": 5", "\"reference\": \"baker/2026-04-15-ana\"", "\"entries_since\": 0"})
    CHECK_THAT(ran.out, ContainsSubstring(part));
  CHECK(bakery.run_at_terminal({"--json"}).out == ran.out);
  CHECK(bakery.run({"remove", "--json", "latest"}).code == ExitCode::usage);
}

TEST_CASE("home reads well at 40 columns", "[cli]") {
  TwoSeasons bakery;
  bakery.at = "2026-10-20T09:00:00Z";
  bakery.run({"log", "Sold out by nine"});
  bakery.environment.columns = 40;
  const std::string out = bakery.run_at_terminal({}).out;
  CHECK_THAT(out, ContainsSubstring("  Last result  Apr 15, 6 months ago:\n"
                                    "               4 of 5 at target,\n"
                                    "               5 of 7 gates\n"));
  std::istringstream lines(out);
  for (std::string line; std::getline(lines, line);) CHECK(cell_width(line) <= 40);
}
