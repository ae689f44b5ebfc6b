#include "catch.hpp"
#include "cli/program.hpp"

using namespace rung;

namespace {

/// Two assessments with a note, evidence and a reason.
struct Confided : Bakery {
  Confided() {
    at = "2026-01-15T09:00:00Z";
    answer("1");
    at = "2026-04-15T09:00:00Z";
    answer("2");
  }

 private:
  void answer(const std::string& value) {
    write("answers.yaml", "weigh: {rating: " + value +
                              ", note: SECRET note, evidence: [2026-01-01 SECRET fact]}\n"
                              "colour: {rating: n/a, reason: SECRET reason}\n");
    REQUIRE(run({"assess", "baker", "--answers", "answers.yaml", "--partial"}).code == ExitCode::success);
  }
};

}  // namespace

TEST_CASE("--redact leaves notes, evidence and reasons out of every format", "[cli]") {
  Confided bakery;
  for (std::vector<std::string> command : {std::vector<std::string>{"report", "--full"}, {"diff"}}) {
    for (const std::string format : {"text", "markdown", "json", "html"}) {
      INFO(command.front() << " as " << format);
      std::vector<std::string> words = command;
      words.insert(words.end(), {"--format", format});
      CHECK_THAT(bakery.run(words).out, ContainsSubstring("SECRET"));
      words.emplace_back("--redact");
      const Ran ran = bakery.run(words);
      CHECK(ran.code == ExitCode::success);
      CHECK_THAT(ran.out, !ContainsSubstring("SECRET"));
      CHECK_THAT(ran.out, ContainsSubstring("edacted") || ContainsSubstring("eft out"));
    }
  }
}

TEST_CASE("a redacted report can be written to a file, and what is stored stays whole", "[cli]") {
  Confided bakery;
  for (const std::string file : {"gaps.md", "gaps.txt", "gaps.json", "gaps.html", "gaps.csv"}) {
    INFO(file);
    CHECK(bakery.run({"export", "--redact", "-o", file}).code == ExitCode::success);
    CHECK_THAT(bakery.read(file), !ContainsSubstring("SECRET"));
  }
  CHECK_THAT(bakery.run({"report", "--full"}).out, ContainsSubstring("SECRET note"));
}

TEST_CASE("rows of every answer can be redacted too", "[cli]") {
  Confided bakery;
  for (const std::string format : {"csv", "jsonl"}) {
    INFO(format);
    CHECK_THAT(bakery.run({"export", "--all", "--format", format, "-o", "-"}).out, ContainsSubstring("SECRET reason"));
    const Ran ran = bakery.run({"export", "--all", "--format", format, "-o", "-", "--redact"});
    CHECK(ran.code == ExitCode::success);
    CHECK_THAT(ran.out, !ContainsSubstring("SECRET"));
  }
}

TEST_CASE("--json beside another format is wrong usage", "[cli]") {
  Confided bakery;
  const Ran ran = bakery.run({"report", "--json", "--format", "text"});
  CHECK(ran.code == ExitCode::usage);
  CHECK(ran.out.empty());
  CHECK(unwrap(ran.err) == "rung: --json and --format text contradict each other hint: leave one of them out");
  CHECK(bakery.run({"report", "--json", "--format", "json"}).out == bakery.run({"report", "--json"}).out);
}
