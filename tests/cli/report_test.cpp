#include <fmt/format.h>

#include "catch.hpp"
#include "cli/program.hpp"

using namespace rung;

TEST_CASE("a report is text, Markdown or JSON, of the latest assessment unless another is named", "[cli]") {
  TwoSeasons bakery;
  const Ran text = bakery.run({"report"});
  CHECK(text.code == ExitCode::success);
  CHECK(text.err.empty());
  CHECK_THAT(text.out, ContainsSubstring("self · 2026-04-15"));
  CHECK_THAT(bakery.run({"report", "--format", "markdown"}).out, Catch::Matchers::StartsWith("# ana · Baker\n"));
  const std::string json = bakery.run({"report", "--format", "json"}).out;
  CHECK_THAT(json, Catch::Matchers::StartsWith("{\n") && ContainsSubstring("\"kind\": \"gap report\""));
  CHECK(bakery.run({"report", "--json"}).out == json);
}

TEST_CASE("a reference is a path, an id, a unique prefix, latest or latest~N", "[cli]") {
  TwoSeasons bakery;
  for (const char* reference : {"home/assessments/baker/2026-01-15-ana.json", "2026-01-15-ana", "baker/2026-01-15-ana",
                                "2026-01", "latest~1"}) {
    INFO(reference);
    const Ran ran = bakery.run({"report", reference});
    CHECK(ran.code == ExitCode::success);
    CHECK_THAT(ran.out, ContainsSubstring("self · 2026-01-15"));
  }
  for (const char* reference : {"2026", "latest~2", "nowhere", "home/nowhere.json"}) {
    INFO(reference);
    const Ran ran = bakery.run({"report", reference});
    CHECK(ran.code == ExitCode::bad_input);
    CHECK(ran.out.empty());
    CHECK_THAT(ran.err, ContainsSubstring("hint: "));
  }
}

TEST_CASE("there is no report without an assessment, and the message says what to do", "[cli]") {
  Bakery bakery;
  for (const std::vector<std::string>& arguments : {std::vector<std::string>{"report"}, {"export", "-o", "gaps.md"}}) {
    const Ran ran = bakery.run(arguments);
    CHECK(ran.code == ExitCode::bad_input);
    CHECK(unwrap(ran.err) == "rung: there is no finished assessment yet hint: `rung assess` makes one");
  }
  CHECK_FALSE(bakery.exists("gaps.md"));
}

TEST_CASE("another target is a what-if; one off the scale is wrong usage", "[cli]") {
  TwoSeasons bakery;
  CHECK_THAT(bakery.run({"report", "--target", "4", "--full"}).out, ContainsSubstring("target 4 Glowing"));
  CHECK_THAT(bakery.run({"report", "--target", "3"}).out, ContainsSubstring("What if the target were 3 Hot?"));
  const Ran checked = bakery.run({"report", winter, "--target", "2", "--check"});
  CHECK(checked.code == ExitCode::usage);
  CHECK_THAT(unwrap(checked.err), ContainsSubstring("--target and --check cannot be used together"));
  for (const std::vector<std::string>& arguments :
       {std::vector<std::string>{"report", "--target", "9"}, {"export", "--target", "9", "-o", "gaps.md"}}) {
    const Ran ran = bakery.run(arguments);
    CHECK(ran.code == ExitCode::usage);
    CHECK(ran.out.empty());
    CHECK_THAT(unwrap(ran.err), ContainsSubstring("the scale is 1 Cold, 2 Warm, 3 Hot, 4 Glowing"));
  }
  CHECK_FALSE(bakery.exists("gaps.md"));
}

TEST_CASE("--top lists the widest gaps and tells how many are left out", "[cli]") {
  TwoSeasons bakery;
  const std::string all = bakery.run({"report", winter, "--full"}).out;
  const std::string one = bakery.run({"report", winter, "--full", "--top", "1"}).out;
  CHECK_THAT(all, ContainsSubstring("Gaps: 5 below target"));
  CHECK_THAT(one, ContainsSubstring("Gaps: 5 below target"));
  CHECK_THAT(all, !ContainsSubstring("more."));
  CHECK_THAT(one, ContainsSubstring("… and 4 more."));
  CHECK_THAT(one, ContainsSubstring("• 1 I weigh every ingredient, water …  2 → 3"));
  CHECK_THAT(one, !ContainsSubstring("• I give the oven steam in the first …"));
}

TEST_CASE("-o writes a file in the form that its name tells", "[cli]") {
  TwoSeasons bakery;
  bakery.environment.columns = 40;
  const std::vector<std::pair<std::string, std::string>> files{
      {"gaps.txt", "ana · Baker "}, {"gaps.md", "# ana"}, {"gaps.markdown", "# ana"}, {"gaps.json", "{\n"}};
  for (const auto& [file, start] : files) {
    INFO(file);
    const Ran ran = bakery.run({"report", "--color", "always", "-o", file});
    CHECK(ran.code == ExitCode::success);
    CHECK(ran.out.empty());
    CHECK_THAT(ran.err, ContainsSubstring(fmt::format("Wrote {}.", file)));
    CHECK_THAT(bakery.read(file), Catch::Matchers::StartsWith(start));
    CHECK_THAT(bakery.read(file), !ContainsSubstring("\x1b["));
  }
  // A file is as wide as any, whatever the terminal is.
  bakery.environment.columns = 80;
  CHECK(bakery.read("gaps.txt") == bakery.run({"report", "--full"}).out);
}

TEST_CASE("--format goes before the name of the file, and - is standard output", "[cli]") {
  TwoSeasons bakery;
  CHECK(bakery.run({"report", "--format", "json", "-o", "gaps.txt"}).code == ExitCode::success);
  CHECK_THAT(bakery.read("gaps.txt"), Catch::Matchers::StartsWith("{\n"));
  CHECK(bakery.run({"report", "-o", "-"}).out == bakery.run({"report"}).out);
  CHECK_FALSE(bakery.exists("-"));
}

TEST_CASE("an ending that tells no format is wrong usage, and nothing is written", "[cli]") {
  TwoSeasons bakery;
  for (const char* command : {"report", "export", "diff", "list"}) {
    INFO(command);
    const Ran ran = bakery.run({command, "-o", "gaps.pdf"});
    CHECK(ran.code == ExitCode::usage);
    CHECK_THAT(unwrap(ran.err), ContainsSubstring("the ending of `gaps.pdf` is not that of a format"));
    CHECK_THAT(unwrap(ran.err), ContainsSubstring("end the name as `rung help formats` shows"));
    CHECK_FALSE(bakery.exists("gaps.pdf"));
  }
}

TEST_CASE("a file that cannot be written is told, with what stood there left alone", "[cli]") {
  TwoSeasons bakery;
  const Ran ran = bakery.run({"report", "-o", "nowhere/gaps.md"});
  CHECK(ran.code == ExitCode::input_output);
  CHECK_THAT(ran.err, ContainsSubstring("nowhere"));
}

TEST_CASE("export writes the report to a file and needs one", "[cli]") {
  TwoSeasons bakery;
  CHECK(bakery.run({"export", "-o", "gaps.md"}).code == ExitCode::success);
  CHECK(bakery.read("gaps.md") == bakery.run({"report", "--format", "markdown"}).out);
  CHECK(bakery.run({"export", winter, "-o", "winter.json"}).code == ExitCode::success);
  CHECK(bakery.read("winter.json") == bakery.run({"report", winter, "--json"}).out);
  CHECK(bakery.run({"export"}).code == ExitCode::usage);
}

TEST_CASE("a report needs the assessment alone, not the ladder it was made with", "[cli]") {
  TwoSeasons bakery;
  const std::string before = bakery.run({"report"}).out;
  bakery.write("home/ladders/baker.yaml", "not a ladder\n");
  CHECK(bakery.run({"report"}).out == before);
}

TEST_CASE("a report is never written over answers", "[cli]") {
  TwoSeasons bakery;
  const std::string file = "home/assessments/baker/2026-01-15-ana.json";
  for (const std::string& target : {file, std::string("home/drafts/../assessments/baker/new.json")}) {
    const Ran ran = bakery.run({"export", "-o", target});
    CHECK(ran.code == ExitCode::usage);
    CHECK_THAT(unwrap(ran.err), ContainsSubstring("Rung keeps its own files in home/assessments"));
  }
  CHECK(bakery.run({"report", file}).code == ExitCode::success);
}

TEST_CASE("--check with every gate off says that there is nothing to judge", "[cli]") {
  Bakery bakery;
  std::string ladder = bakery.read("home/ladders/baker.yaml");
  const std::size_t gates = ladder.find("gates:");
  const std::string off =
      "gates: {coverage: false, not_applicable: false, at_target: false, pillar_at_target: false, "
      "responsibility_at_target: false, floor: false, shown: false}\n";
  if (gates == std::string::npos)
    ladder.insert(ladder.find("pillars:"), off);
  else
    ladder.replace(gates, ladder.find('\n', gates) + 1 - gates, off);
  bakery.write("home/ladders/baker.yaml", ladder);
  bakery.rate_all(1, "2026-01-15T09:00:00Z");
  const Ran ran = bakery.run({"report", "--check"});
  CHECK(ran.code == ExitCode::success);
  CHECK(ran.err == "No gate of this ladder is on, so --check has nothing to judge.\n");
  CHECK(bakery.run({"report"}).err.empty());
}
