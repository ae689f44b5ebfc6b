#include <fmt/format.h>

#include <sys/stat.h>
#include <unistd.h>

#include "catch.hpp"
#include "cli/program.hpp"

using namespace rung;

namespace {

/// Assessed on the built-in ladder, which has pillars enough for a chart.
struct Engineer : Program {
  Engineer() { run({"assess", "ic3-mle", "--answers", RUNG_SOURCE_ROOT "/examples/sample-answers.yaml"}); }
};

/// At a terminal that is too short for a report.
struct DeliveryDesk : TwoSeasons {
  Ran report(std::vector<std::string> more = {}) {
    more.insert(more.begin(), {"report", "--full"});
    return run_at_terminal(std::move(more));
  }
};

}  // namespace

TEST_CASE("the ending of a file tells its format, in any case", "[cli]") {
  Engineer program;
  const std::vector<std::pair<std::string, std::string>> endings{
      {"a.md", "markdown"}, {"a.markdown", "markdown"}, {"a.MD", "markdown"}, {"a.html", "html"}, {"a.Htm", "html"},
      {"a.json", "json"},   {"a.CSV", "csv"},           {"a.svg", "svg"},     {"a.txt", "text"}};
  for (const auto& [file, format] : endings) {
    INFO(file);
    CHECK(program.run({"report", "-o", file}).code == ExitCode::success);
    CHECK(program.read(file) == program.run({"report", "--full", "--format", format}).out);
  }
}

TEST_CASE("whoever does not exist as a format is told those that do", "[cli]") {
  TwoSeasons bakery;
  const Ran ran = bakery.run({"report", "-o", "gaps.pdf"});
  CHECK(ran.code == ExitCode::usage);
  CHECK_THAT(unwrap(ran.err), ContainsSubstring("end the name as `rung help formats` shows"));
}

TEST_CASE("what is longer than the screen goes to the pager, and only there", "[cli]") {
  DeliveryDesk desk;
  const std::string report = desk.run({"report", "--full"}).out;
  const Ran ran = desk.report();
  CHECK(ran.code == ExitCode::success);
  CHECK(ran.paged == report);
  CHECK(ran.out.empty());
  CHECK_THAT(ran.pager, ContainsSubstring("exec less"));

  for (const std::vector<std::string>& arguments :
       {std::vector<std::string>{"diff"}, {"list"}, {"ladder", "show", "baker"}}) {
    INFO(arguments.front());
    desk.environment.rows = 2;
    CHECK(desk.run_at_terminal(arguments).paged == desk.run(arguments).out);
  }
}

TEST_CASE("the user's own pager is taken, Rung's before the usual one", "[cli]") {
  DeliveryDesk desk;
  desk.environment.variables["PAGER"] = "more -s";
  CHECK(desk.report().pager == "more -s");
  desk.environment.variables["RUNG_PAGER"] = "less -S";
  CHECK(desk.report().pager == "less -S");
}

TEST_CASE("there is no pager where none is wanted or none is needed", "[cli]") {
  DeliveryDesk desk;
  const std::string report = desk.run({"report", "--full"}).out;
  const auto is_printed = [&](const Ran& ran) { return ran.pager.empty() && ran.out == report; };
  CHECK(is_printed(desk.report({"--no-pager"})));
  CHECK(is_printed(desk.report({"-o", "-"})));
  CHECK(desk.report({"--json"}).pager.empty());
  CHECK(desk.report({"-o", "gaps.txt"}).pager.empty());
  CHECK(is_printed(desk.run({"report", "--full"})));

  const auto lines = static_cast<int>(std::count(report.begin(), report.end(), '\n'));
  desk.environment.rows = lines + 1;
  CHECK(is_printed(desk.report()));
  desk.environment.rows = lines;
  CHECK(desk.report().paged == report);

  for (const char* name : {"PAGER", "RUNG_PAGER"}) {
    for (const char* none : {"", "cat", " "}) {
      desk.environment.variables[name] = none;
      CHECK(is_printed(desk.report()));
    }
    desk.environment.variables["PAGER"] = "less";
  }
  desk.environment.variables.erase("RUNG_PAGER");
  desk.environment.variables["TERM"] = "dumb";
  CHECK(is_printed(desk.report()));
}

TEST_CASE("a pager that cannot be started costs nothing but the paging", "[cli]") {
  DeliveryDesk desk;
  desk.pager_starts = false;
  CHECK(desk.report().out == desk.run({"report", "--full"}).out);
}

TEST_CASE("--open writes a page that only its owner can read and hands it to the browser", "[cli]") {
  TwoSeasons bakery;
  const std::string here = std::filesystem::current_path().string();
  bakery.environment.variables["BROWSER"] = "browse --new";
  const std::string name = "home/pages/gap-report_baker_2026-04-15-ana.html";
  const std::string page = fmt::format("{}/{}", here, name);

  const Ran ran = bakery.run({"report", "--open"});
  CHECK(ran.code == ExitCode::success);
  CHECK(ran.out.empty());
  CHECK(ran.launched == std::vector<std::string>{"sh", "-c", "browse --new \"$1\"", "rung", page});
  CHECK_THAT(unwrap(ran.err), ContainsSubstring(fmt::format("Wrote {}.", name)));
  CHECK(bakery.read(name) == bakery.run({"report", "--format", "html"}).out);
  struct stat status {};
  REQUIRE(stat(page.c_str(), &status) == 0);
  CHECK((status.st_mode & 0777U) == 0600U);
  REQUIRE(stat((std::filesystem::path(page).parent_path()).c_str(), &status) == 0);
  CHECK((status.st_mode & 0777U) == 0700U);
}

TEST_CASE("--open keeps one page for each report", "[cli]") {
  TwoSeasons bakery;
  bakery.write("outside.html", "outside");
  std::filesystem::create_directories("home/pages");
  std::filesystem::create_symlink("../../outside.html", "home/pages/gap-report_baker_2026-04-15-ana.html");
  for (int round = 0; round < 2; ++round)
    for (const std::vector<std::string>& arguments : {std::vector<std::string>{"report", "--open"},
                                                      {"report", "--open", "--target", "1"},
                                                      {"report", winter, "--open"},
                                                      {"diff", "--open"},
                                                      {"history", "--open"},
                                                      {"export", "--open"},
                                                      {"report", "--against", "ic3-mle", "--open"},
                                                      {"ladder", "diff", "baker", "ic3-mle", "--open"}})
      CHECK(bakery.run(arguments).code == ExitCode::success);
  CHECK(bakery.files("home/pages") ==
        std::vector<std::string>{"change-report_baker_2026-01-15-ana_baker_2026-04-15-ana.html",
                                 "gap-report_baker_2026-01-15-ana.html", "gap-report_baker_2026-04-15-ana.html",
                                 "history_baker_ana.html", "ladder-diff_baker_ic3-mle.html",
                                 "next-level_baker_2026-04-15-ana_ic3-mle.html"});
  CHECK(bakery.read("home/pages/gap-report_baker_2026-04-15-ana.html") ==
        bakery.run({"report", "--format", "html"}).out);
  CHECK(bakery.read("outside.html") == "outside");
}

TEST_CASE("--open takes the file it is given, and $BROWSER may be a list with a place for the page", "[cli]") {
  TwoSeasons bakery;
  bakery.environment.variables["BROWSER"] = "one %s --raise:two";
  const Ran ran = bakery.run({"report", "--open", "-o", "gaps.html"});
  CHECK(ran.code == ExitCode::success);
  CHECK(ran.launched[2] == "one \"$1\" --raise");
  CHECK(ran.launched.back() == (std::filesystem::current_path() / "gaps.html").string());
  CHECK(bakery.exists("gaps.html"));
}

TEST_CASE("without a browser --open says where the page is, and succeeds", "[cli]") {
  TwoSeasons bakery;
  bakery.browser_opens = false;
  const Ran ran = bakery.run({"report", "--open", "-o", "gaps.html"});
  CHECK(ran.code == ExitCode::success);
  CHECK_THAT(ran.err, ContainsSubstring("Wrote gaps.html."));
  CHECK_THAT(unwrap(ran.err), ContainsSubstring("There is no browser to open it in here: open the file yourself."));
}

TEST_CASE("--open goes with HTML alone", "[cli]") {
  TwoSeasons bakery;
  for (const std::vector<std::string>& more :
       {std::vector<std::string>{"-o", "gaps.md"}, {"--json"}, {"--format", "text"}, {"-o", "-"}}) {
    std::vector<std::string> arguments{"report", "--open"};
    arguments.insert(arguments.end(), more.begin(), more.end());
    const Ran ran = bakery.run(arguments);
    CHECK(ran.code == ExitCode::usage);
    CHECK_THAT(unwrap(ran.err), ContainsSubstring("--open needs an HTML file"));
    CHECK(ran.launched.empty());
  }
  CHECK_FALSE(bakery.exists("gaps.md"));
}

TEST_CASE("a place that takes no report is told with its reason, and what stood there stays", "[cli]") {
  TwoSeasons bakery;
  std::filesystem::create_directory("reports.md");
  bakery.write("old.md", "old\n");
  ::chmod("old.md", 0400);
  bakery.write("shut/old.md", "old\n");
  ::chmod("shut", 0500);
  struct Case {
    std::string file;
    std::string reason;
    bool needs_permissions;
  };
  for (const auto& [file, reason, needs_permissions] :
       {Case{"reports.md", "it is a directory", false}, Case{"nowhere/gaps.md", "No such file or directory", false},
        Case{"gaps/", "is not that of a format", false}, Case{"old.md", "Permission denied", true},
        Case{"shut/old.md", "Permission denied", true}, Case{"shut/new.md", "Permission denied", true}}) {
    if (needs_permissions && geteuid() == 0) continue;
    INFO(file);
    const Ran ran = bakery.run({"report", "-o", file});
    CHECK((ran.code == ExitCode::input_output || ran.code == ExitCode::usage));
    CHECK_THAT(unwrap(ran.err), ContainsSubstring(file) && ContainsSubstring(reason));
    CHECK_THAT(ran.err, !ContainsSubstring("Wrote"));
  }
  CHECK(bakery.run({"report", "--format", "text", "-o", "/dev/full"}).code == ExitCode::input_output);
  CHECK(bakery.read("old.md") == "old\n");
  CHECK(bakery.read("shut/old.md") == "old\n");
  CHECK_FALSE(bakery.exists("shut/new.md"));
  ::chmod("shut", 0700);
}

TEST_CASE("a report never takes the place of an assessment, wherever that lies", "[cli]") {
  Bakery bakery;
  bakery.rate_all(2, "2026-01-10T09:00:00Z");
  const std::string bytes = bakery.read("home/assessments/baker/2026-01-10-ana.json");
  bakery.write("mine.json", bytes);
  for (const std::vector<std::string>& arguments : {std::vector<std::string>{"report", "mine.json", "-o", "mine.json"},
                                                    {"export", "--all", "--format", "jsonl", "-o", "mine.json"}}) {
    const Ran ran = bakery.run(arguments);
    CHECK(ran.code == ExitCode::usage);
    CHECK_THAT(unwrap(ran.err), ContainsSubstring("mine.json holds an assessment"));
    CHECK(bakery.read("mine.json") == bytes);
  }
}

TEST_CASE("an assessment is recognized wherever its format stands", "[cli]") {
  Bakery bakery;
  bakery.rate_all(2, "2026-01-10T09:00:00Z");
  std::string bytes = bakery.read("home/assessments/baker/2026-01-10-ana.json");
  const std::string format = "  \"format\": \"rung-assessment/2\",\n";
  REQUIRE_THAT(bytes, ContainsSubstring(format));
  bytes.erase(bytes.find(format), format.size());
  const std::size_t end = bytes.rfind("\n}");
  const std::string escaped = GENERATE(std::string("/"), std::string("\\/"));
  const bool is_damaged = GENERATE(false, true);
  if (is_damaged && escaped != "/") return;
  bytes = fmt::format("{},\n  \"format\": \"rung-assessment{}1\"{}", bytes.substr(0, end), escaped,
                      is_damaged ? "" : bytes.substr(end));
  bakery.write("sorted.json", bytes);
  const Ran ran = bakery.run({"report", "-o", "sorted.json"});
  CHECK(ran.code == ExitCode::usage);
  CHECK_THAT(unwrap(ran.err), ContainsSubstring("sorted.json holds an assessment"));
  CHECK(bakery.read("sorted.json") == bytes);
}

TEST_CASE("a report whose text speaks of an assessment is replaced", "[cli]") {
  TwoSeasons bakery;
  bakery.write("gaps.json", "{\"note\": \"rung-assessment/1\"}\n");
  CHECK(bakery.run({"report", "-o", "gaps.json"}).code == ExitCode::success);
  CHECK(bakery.read("gaps.json") == bakery.run({"report", "--json"}).out);
}

TEST_CASE("nothing is written where Rung keeps its own files, however the path is spelled", "[cli]") {
  TwoSeasons bakery;
  const auto here = std::filesystem::current_path();
  for (const char* room : {"assessments", "drafts", "ladders", "removed"}) {
    std::filesystem::create_directories(here / "home" / room / "below");
    std::filesystem::create_directory_symlink(here / "home" / room, here / fmt::format("link-{}", room));
  }
  std::filesystem::create_symlink(here / "home/ladders/baker.yaml", here / "ladder.txt");
  const auto before = bakery.files("home");
  struct Case {
    std::string from;
    std::string file;
    std::string room;
  };
  for (const auto& [from, file, room] :
       {Case{"home/drafts", "tiny-ann.json", "drafts"}, Case{"home", "drafts/tiny-ann.json", "drafts"},
        Case{"home/ladders/below", "x.html", "ladders"}, Case{"home/removed", "below/x.csv", "removed"},
        Case{"", "home/drafts/../assessments/baker/new.json", "assessments"}, Case{"", "link-removed/x.md", "removed"},
        Case{"link-assessments/baker", "x.md", "assessments"}, Case{"", "home/drafts/not/there.md", "drafts"},
        Case{"", "link-ladders/ic3-mle.txt", "ladders"}, Case{"", "ladder.txt", "ladders"}}) {
    INFO(from << " " << file);
    std::filesystem::current_path(here / from);
    bakery.environment.variables["RUNG_HOME"] = (here / "home").string();
    for (const char* command : {"report", "list"}) {
      const Ran ran = bakery.run({command, "-o", file});
      CHECK(ran.code == ExitCode::usage);
      CHECK_THAT(unwrap(ran.err),
                 ContainsSubstring(fmt::format("cannot write {}: Rung keeps its own files in", file)) &&
                     ContainsSubstring(fmt::format("home/{}", room)) && ContainsSubstring("hint: write the file"));
    }
  }
  std::filesystem::current_path(here);
  CHECK(bakery.files("home") == before);
  CHECK(bakery.run({"report", "-o", "home/report.html"}).code == ExitCode::success);
  CHECK_THAT(unwrap(bakery.run({"ladder", "new", "cook", "-o", "home/ladders/cook.yaml"}).err),
             ContainsSubstring("`rung ladder add FILE`"));
}

TEST_CASE("rows of every answer are neither opened nor drawn", "[cli]") {
  Bakery bakery;
  CHECK(bakery.run({"export", "--all", "--format", "csv", "--open"}).code == ExitCode::usage);
}
