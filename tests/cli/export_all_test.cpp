#include <algorithm>

#include "catch.hpp"
#include "cli/program.hpp"

using namespace rung;

namespace {

std::vector<std::string> lines_of(const std::string& text) {
  std::istringstream in(text);
  std::vector<std::string> lines;
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

/// Two assessments by ana, and one by Ines of another ladder in between.
struct TwoLadders : TwoSeasons {
  TwoLadders() {
    write("home/ladders/miller.yaml",
          "format: rung-ladder/1\nid: miller\ntitle: Miller\npillars:\n  - id: grain\n    title: Grain\n"
          "    responsibilities:\n      - id: milling\n        title: Milling\n        behaviors:\n"
          "          - {id: stone, text: I keep the stones sharp.}\n");
    at = "2026-02-01T10:00:00Z";
    run({"assess", "miller", "--about", "ana", "--as", "Ines:peer", "--set", "stone=2", "--note",
         "stone=Sharp, \"most\" days."});
  }
};

}  // namespace

TEST_CASE("all answers come as JSON Lines, by date", "[cli]") {
  TwoLadders bakery;
  bakery.run({"assess", "baker", "--set", "weigh=1"});
  const Ran ran = bakery.run({"export", "--all", "--format", "jsonl"});
  CHECK(ran.code == ExitCode::success);
  CHECK(ran.err.empty());
  const auto lines = lines_of(ran.out);
  REQUIRE(lines.size() == 11);
  const auto count = [&](std::size_t from, std::size_t to, const std::string& part) {
    return std::count_if(lines.begin() + static_cast<std::ptrdiff_t>(from),
                         lines.begin() + static_cast<std::ptrdiff_t>(to),
                         [&](const std::string& line) { return line.find(part) != std::string::npos; });
  };
  CHECK(count(0, 5, R"("assessment":"baker/2026-01-15-ana")") == 5);
  CHECK(count(5, 6, R"("assessment":"miller/2026-02-01-ana--by--ines")") == 1);
  CHECK(count(6, 11, R"("assessment":"baker/2026-04-15-ana")") == 5);
  CHECK(count(0, 11, R"("behavior":"dough.mixing.weigh")") == 2);
  CHECK_THAT(lines[5], ContainsSubstring(R"("rating":2)") && ContainsSubstring(R"("note":"Sharp, \"most\" days.")"));
}

TEST_CASE("all answers come as CSV under one heading", "[cli]") {
  TwoLadders bakery;
  const Ran ran = bakery.run({"export", "--all", "--format", "csv"});
  CHECK(ran.code == ExitCode::success);
  const auto lines = lines_of(ran.out);
  REQUIRE(lines.size() == 12);
  CHECK(lines[0].rfind("assessment,rater,role,date,", 0) == 0);
  CHECK_THAT(lines[6], ContainsSubstring(R"("Sharp, ""most"" days.")"));
}

TEST_CASE("all answers go into a file whose name tells the format", "[cli]") {
  TwoLadders bakery;
  Ran ran = bakery.run({"export", "--all", "-o", "all.jsonl"});
  CHECK(ran.code == ExitCode::success);
  CHECK(ran.out.empty());
  CHECK(unwrap(ran.err) == "Wrote all.jsonl.");
  CHECK(bakery.read("all.jsonl") == bakery.run({"export", "--all", "--format", "jsonl"}).out);
  CHECK(bakery.run({"export", "--all", "-o", "all.csv"}).code == ExitCode::success);
  CHECK(bakery.read("all.csv") == bakery.run({"export", "--all", "--format", "csv", "-o", "-"}).out);
  CHECK(bakery.run({"export", "--all", "--format", "csv", "-o", "gone/all.csv"}).code == ExitCode::input_output);
}

TEST_CASE("all answers of nothing are no rows", "[cli]") {
  Bakery bakery;
  Ran ran = bakery.run({"export", "--all", "--format", "jsonl"});
  CHECK(ran.code == ExitCode::success);
  CHECK(ran.out.empty());
  ran = bakery.run({"export", "--all", "--format", "csv"});
  CHECK(lines_of(ran.out).size() == 1);
}

TEST_CASE("files that cannot be read are named, and all other answers are written", "[cli]") {
  TwoLadders bakery;
  bakery.write("home/assessments/baker/2026-02-02-ana.json", "{");
  bakery.write("home/assessments/miller/2026-02-03-ana.json", "[]");
  const Ran ran = bakery.run({"export", "--all", "-o", "all.csv"});
  CHECK(ran.code == ExitCode::bad_input);
  CHECK(lines_of(bakery.read("all.csv")).size() == 12);
  CHECK(unwrap(ran.err) ==
        "Wrote all.csv. "
        "warning: skipped: home/assessments/baker/2026-02-02-ana.json is not an assessment that Rung can read "
        "warning: skipped: home/assessments/miller/2026-02-03-ana.json is not an assessment that Rung can read "
        "`rung doctor` says what is wrong and what you can do.");
}

TEST_CASE("what does not go with --all is a mistake in the arguments", "[cli]") {
  TwoSeasons bakery;
  const auto refusal = [&](std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), "export");
    const Ran ran = bakery.run(arguments);
    CHECK(ran.code == ExitCode::usage);
    CHECK(ran.out.empty());
    return unwrap(ran.err);
  };
  const std::string no_format =
      "rung: `rung export --all` writes jsonl or csv hint: add --format jsonl or --format csv, or end the "
      "file's name in .jsonl or .csv";
  CHECK(refusal({"--all"}) == no_format);
  CHECK(refusal({"--all", "--json"}) == no_format);
  CHECK(refusal({"--all", "--format", "markdown"}) == no_format);
  CHECK(refusal({"--all", "-o", "all.md"}) == no_format);
  CHECK(refusal({"--format", "jsonl", "-o", "one.jsonl"}) ==
        "rung: --format jsonl is only for --all hint: add --all, or use --format json");
  CHECK_THAT(refusal({"--all", "latest", "--format", "csv"}), ContainsSubstring("cannot be used together"));
  CHECK_THAT(refusal({"--all", "--target", "4", "--format", "csv"}), ContainsSubstring("cannot be used together"));
  CHECK(refusal({}) ==
        "rung: `rung export` needs a file hint: add -o FILE, such as -o report.html (-o - writes to standard output)");
  CHECK(refusal({"--all", "--format", "csv", "-o", "home/assessments/baker/2026-04-15-ana.json"}) ==
        "rung: cannot write home/assessments/baker/2026-04-15-ana.json: Rung keeps its own files in home/assessments "
        "hint: write the file somewhere else");
}

TEST_CASE("standard output that breaks ends the export of all answers", "[cli]") {
  TwoSeasons bakery;
  bakery.out_is_broken = true;
  CHECK(bakery.run({"export", "--all", "--format", "jsonl"}).code == ExitCode::input_output);
}

TEST_CASE("an export of all answers that takes long tells how far it is, except between the rows", "[cli]") {
  TwoSeasons bakery;
  bakery.tick = std::chrono::milliseconds(501);
  bakery.environment.err_is_terminal = true;
  CHECK_THAT(bakery.run({"export", "--all", "-o", "all.csv"}).err,
             ContainsSubstring("\rreading assessments: 2 of 2\r") && ContainsSubstring(" \rWrote all.csv."));
  CHECK_THAT(bakery.run({"export", "--all", "--format", "csv"}).err, ContainsSubstring("2 of 2"));
  bakery.environment.out_is_terminal = true;
  CHECK(bakery.run({"export", "--all", "--format", "csv"}).err.empty());
}
