#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "catch.hpp"
#include "cli/program.hpp"

using namespace rung;

namespace {

const std::string answers = RUNG_SOURCE_ROOT "/examples/sample-answers.yaml";
const std::string later = RUNG_SOURCE_ROOT "/examples/sample-answers-later.yaml";

/// Half a year of an engineer, from the sample answers.
struct Sample : Program {
  Sample() {
    at = "2026-03-14T09:26:53+01:00";
    run({"assess", "ic3-mle", "--as", "Sample", "--label", "spring", "--answers", answers});
    at = "2026-09-15T16:05:00+02:00";
    run({"assess", "ic3-mle", "--as", "Sample", "--label", "autumn", "--answers", answers, "--answers", later});
  }
};

/// Like check_golden, for examples/NAME.
void check_example(const std::string& text, const std::string& name) {
  const auto path = std::filesystem::path(RUNG_SOURCE_ROOT) / "examples" / name;
  INFO("examples/" << name);
  if (std::getenv("RUNG_REWRITE_GOLDENS") != nullptr) {
    std::ofstream(path, std::ios::binary) << text;
    FAIL_CHECK("rewritten");
    return;
  }
  std::ifstream file(path, std::ios::binary);
  REQUIRE(file.is_open());
  std::ostringstream expected;
  expected << file.rdbuf();
  CHECK(text == expected.str());
}

}  // namespace

TEST_CASE("the reports among the examples are what the program makes of the sample answers", "[cli]") {
  Sample sample;
  CHECK(sample.run({"report", "-o", "report.txt"}).code == ExitCode::success);
  CHECK(sample.run({"report", "-o", "report.md"}).code == ExitCode::success);
  CHECK(sample.run({"report", "-o", "report.html"}).code == ExitCode::success);
  CHECK(sample.run({"report", "-o", "card.svg"}).code == ExitCode::success);
  CHECK(sample.run({"export", "--packet", "-o", "packet.md"}).code == ExitCode::success);
  CHECK(sample.run({"diff", "-o", "diff.md"}).code == ExitCode::success);
  check_example(sample.run({"report"}).out, "result.txt");
  for (const char* name : {"report.txt", "report.md", "report.html", "card.svg", "packet.md", "diff.md"})
    check_example(sample.read(name), name);
}
