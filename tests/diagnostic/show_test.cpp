#include <rung/diagnostic/show.hpp>

#include "catch.hpp"

#include <rung/diagnostic/source.hpp>
#include <rung/diagnostic/suggest.hpp>
#include <rung/text/paint.hpp>

using namespace rung;

namespace {

std::string shown(const Diagnostic& diagnostic, int width) { return paint(show({diagnostic}, width), Paint{}); }

}  // namespace

TEST_CASE("a diagnostic shows the place, the line, a caret and a hint", "[diagnostic]") {
  const Source source("mine.yaml", "id: a\n  behaviours: []\n");
  Diagnostic diagnostic = source.diagnose({2, 3}, 10, "unknown key `behaviours`", "did you mean `behaviors`?");
  diagnostic.related = Position{1, 1};
  CHECK(shown(diagnostic, 80) ==
        "error: unknown key `behaviours`\n"
        " --> mine.yaml:2:3\n"
        "  |\n"
        "2 |   behaviours: []\n"
        "  |   ^^^^^^^^^^\n"
        "  = the first stands at 1:1\n"
        "  = hint: did you mean `behaviors`?\n");
}

TEST_CASE("a warning is told as one, and its message goes on below its own beginning", "[diagnostic]") {
  const Source source("mine.yaml", "id: a\n");
  Diagnostic diagnostic = source.diagnose({1, 5}, 1, "this id is short");
  CHECK(diagnostic.severity == Severity::error);
  diagnostic.severity = Severity::warning;
  CHECK_THAT(shown(diagnostic, 80), Catch::Matchers::StartsWith("warning: this id is short\n --> mine.yaml:1:5\n"));
  CHECK_THAT(shown(diagnostic, 20), Catch::Matchers::StartsWith("warning: this id is\n         short\n"));
}

TEST_CASE("the caret is placed by cells", "[diagnostic]") {
  const Source source("x", "日本: bad");
  CHECK_THAT(shown(source.diagnose({1, 5}, 3, "m"), 80), ContainsSubstring("1 | 日本: bad\n  |       ^^^\n"));
}

TEST_CASE("a long line is cut around the caret", "[diagnostic]") {
  const std::string text = std::string(300, 'a') + "HERE" + std::string(300, 'b');
  const Source source("x", text);
  const Block block = show({source.diagnose({1, 301}, 4, "m")}, 40);
  for (const Line& line : block) CHECK(cell_width(line) <= 40);
  CHECK_THAT(paint(block, Paint{}), ContainsSubstring("HERE") && ContainsSubstring("^^^^"));
}

TEST_CASE("a problem without a place names its source alone", "[diagnostic]") {
  CHECK(shown(Diagnostic{"--set", {}, 1, "m", "", "", {}}, 80) == "error: m\n --> --set\n");
}

TEST_CASE("near misses are suggested and far ones are not", "[diagnostic]") {
  const std::vector<std::string> words{"behaviors", "pillars", "scale"};
  CHECK(did_you_mean("behaviours", words) == "did you mean `behaviors`?");
  CHECK(did_you_mean("pilalrs", words) == "did you mean `pillars`?");
  CHECK(did_you_mean("footnotes", words).empty());
  CHECK_FALSE(suggest("zz", std::vector<std::string>{"a"}));
}
