#include <sstream>
#include <string>
#include <vector>

#include <rung/report/render.hpp>
#include <rung/text/width.hpp>

#include "catch.hpp"

using namespace rung;

namespace {

Square digit(const char* mark, TargetSide side, bool has_evidence = false) {
  return {mark, mark, {side, has_evidence}, "key"};
}

Map map() {
  return {
      {"Pillar", "Behaviors", "At target"},
      {{"Results",
        {{"Impact", {digit("3", TargetSide::at, true), digit("1", TargetSide::below), digit("n", TargetSide::none)}},
         {"Making | decisions", {digit("4", TargetSide::above)}}},
        Share{2, 3},
        0.6,
        ""},
       {"Craft",
        {{"Tests", {digit("2", TargetSide::below), digit("3", TargetSide::at)}}},
        Share{1, 2},
        0.6,
        "needs\u00A02"},
       {"Talent", {{"Growth", {digit("n", TargetSide::none)}}}, {}, 0.6, "nothing to judge"}},
      {{"n\u00A0not\u00A0applicable", Tone::muted}}};
}

Map long_map() {
  Map one = map();
  for (int more = 0; more < 70; ++more) one.rows[1].groups[0].squares.push_back(digit("3", TargetSide::at));
  return one;
}

Curves curves(std::size_t times) {
  Curves one;
  one.curves = {{"Results", {}}, {"A pillar that came later", {}}};
  for (std::size_t at = 0; at < times; ++at) {
    one.times.push_back("2026-01-" + std::string(at + 1 < 10 ? "0" : "") + std::to_string(at + 1));
    one.curves[0].values.emplace_back(Share{static_cast<int>(at), static_cast<int>(times) - 1});
    one.curves[1].values.push_back(at == 0 ? std::nullopt : std::optional(Share{1, 3}));
  }
  return one;
}

Dumbbells dumbbells() {
  return {{"Pillar", "Before", "Now", "Moved"},
          {{"Scope", {2, 4}, {3, 4}, 0.6, "1 up, 1 down"},
           {"Direction", {6, 6}, {3, 6}, 0.6, "3 down"},
           {"Craft", {0, 0}, {0, 0}, 0.6, ""}}};
}

Matrix matrix(std::size_t times) {
  Matrix one{"Behavior", curves(times).times, {{"Results", {}, {}}}, {{"n not applicable", Tone::muted}}};
  one.rows.push_back({"A behavior with a long name",
                      std::vector<Square>(times, {"2", "2 Sometimes", {TargetSide::below, false}}), "never moved"});
  one.rows.push_back({"Ship", std::vector<Square>(times, {"n", "not applicable", {}}), ""});
  one.rows.back().squares.front() = {"3", "3 Consistently", {TargetSide::at, true}};
  return one;
}

std::string draw(const Document& document, int width = 60, Paint how = {}) {
  return render(document, Format::text, {width, how});
}

std::string write_as_markdown(const Document& document) { return render(document, Format::markdown); }

}  // namespace

TEST_CASE("a map has a digit for each behavior, a bar with the tick of its gate, and what is needed", "[report]") {
  CHECK(draw({map()}) ==
        "  Results  31n 4  ██████┊░░░  2/3\n"
        "  Craft    23     █████░┊░░░  1/2  needs 2\n"
        "  Talent   n                    –  nothing to judge\n"
        "  n not applicable\n");
  CHECK_THAT(draw({map()}, 60, {Colour::off, Glyphs::ascii}), ContainsSubstring("  Results  31n 4  ######|---  2/3\n"));
}

TEST_CASE("the digits of a map are colored one by one", "[report]") {
  CHECK_THAT(draw({map()}, 60, {Colour::on, Glyphs::unicode}),
             ContainsSubstring("3\x1b[33m1\x1b[0m\x1b[2mn\x1b[0m \x1b[32m4\x1b[0m"));
}

TEST_CASE("a map without room loses its bars, then has its digits below", "[report]") {
  CHECK_THAT(draw({map()}, 42), ContainsSubstring("  Results  31n 4  2/3\n  Craft    23     1/2  needs 2\n"));
  CHECK_THAT(draw({map()}, 24), ContainsSubstring("  Results 2/3\n    31n 4\n  Craft 1/2 needs 2\n    23\n"));
}

TEST_CASE("many digits go on in the next line", "[report]") {
  CHECK_THAT(draw({long_map()}),
             ContainsSubstring("  Craft 1/2 needs 2\n    23333") && ContainsSubstring("3\n    333"));
}

TEST_CASE("steps are numbered, and a reason that does not fit stands below", "[report]") {
  const Steps steps{{{"Talent", {text("Ask for feedback")}, "2\u00A0→\u00A03", "never moved since 2025"},
                     {"Scope", {text("Add evidence to 31 claims, first: Lead projects")}, "", "10 more needed"},
                     {"Craft", {text("Test")}, "1\u00A0→\u00A03", ""}},
                    {text("Also below target: Plan")}};
  CHECK(draw({heading(2, "Next"), steps}, 70) ==
        "Next\n"
        "  1  Talent  Ask for feedback  2 → 3   never moved since 2025\n"
        "  2  Scope   Add evidence to 31 claims, first: Lead projects\n"
        "             10 more needed\n"
        "  3  Craft   Test              1 → 3\n"
        "  Also below target: Plan\n");
  CHECK(draw({steps}, 30) ==
        "  1  Talent: Ask for feedback\n"
        "     2 → 3 never moved since\n"
        "     2025\n"
        "  2  Scope: Add evidence to 31\n"
        "     claims, first: Lead\n"
        "     projects 10 more needed\n"
        "  3  Craft: Test 1 → 3\n"
        "  Also below target: Plan\n");
}

TEST_CASE("curves are sparks with the first and the last share written out", "[report]") {
  CHECK(draw({curves(8)}, 80) ==
        "                            Over time  First        Last\n"
        "  Results                   ▁▂▃▄▅▆▇█   0 of 7 (0%)  7 of 7 (100%)\n"
        "  A pillar that came later  ·▄▄▄▄▄▄▄   ·            1 of 3 (33%)\n"
        "\n"
        "  8 times, 2026-01-01 to 2026-01-08. ·: none.\n");
  CHECK_THAT(draw({curves(8)}, 80, {Colour::off, Glyphs::ascii}),
             ContainsSubstring("  Results                   0124578#   0 of 7") &&
                 ContainsSubstring("0 to 9: tenths, #: all."));
}

TEST_CASE("curves without room for it have brief shares", "[report]") {
  CHECK(draw({curves(8)}, 40) ==
        "                 Over time  First → last\n"
        "  Results        ▁▂▃▄▅▆▇█   0/7 → 7/7\n"
        "  A pillar that  ·▄▄▄▄▄▄▄   · → 1/3\n"
        "  came later\n"
        "\n"
        "  8 times, 2026-01-01 to 2026-01-08.\n"
        "  ·: none.\n");
}

TEST_CASE("curves that are too long for the line keep the latest times and say so", "[report]") {
  const std::string shown = draw({curves(30)}, 80);
  CHECK_THAT(shown, ContainsSubstring("The latest 24 of 30 times, 2026-01-07 to 2026-01-30."));
  CHECK_THAT(shown, !ContainsSubstring("·"));
}

TEST_CASE("dumbbells are tracks on which a share that reaches the gate is behind its tick", "[report]") {
  const std::string drawn = draw({dumbbells()}, 66);
  CHECK_THAT(drawn, Catch::Matchers::StartsWith("  Scope      ───────────○━━┊━━●──────  2/4 → 3/4  1 up, 1 down\n"
                                                "  Direction  ───────────●━━┊━━━━━━━━○  6/6 → 3/6  3 down\n"
                                                "  Craft                                  – →   –\n"
                                                "\n"
                                                "  ○ before, ● now, ┊ gate (60"));
  CHECK_THAT(draw({dumbbells()}, 66, {Colour::off, Glyphs::ascii}), ContainsSubstring("-----------o==|==@------"));
  CHECK_THAT(draw({dumbbells()}, 66, {Colour::on, Glyphs::unicode}), ContainsSubstring("\x1b[32m●"));
}

TEST_CASE("dumbbells without room have their tracks below", "[report]") {
  CHECK_THAT(draw({dumbbells()}, 36), ContainsSubstring("  Scope                    2/4 → 3/4\n    ─"));
}

TEST_CASE("in Markdown dumbbells are a table with the tracks in one width", "[report]") {
  const std::string written = write_as_markdown({dumbbells()});
  CHECK_THAT(written, ContainsSubstring("| Pillar |  | Before | Now | Moved |"));
  CHECK_THAT(written, ContainsSubstring(" | 2/4 | 3/4 | 1 up, 1 down |"));
}

TEST_CASE("a matrix has the dates above its columns", "[report]") {
  CHECK(draw({matrix(2)}, 60) ==
        "                                 2026  2026\n"
        "                                01-01 01-02\n"
        "  Results\n"
        "    A behavior with a long name     2     2  never moved\n"
        "    Ship                            3     n\n"
        "\n"
        "  n not applicable.\n");
}

TEST_CASE("a matrix without room lists its dates and has remarks below", "[report]") {
  CHECK(draw({matrix(4)}, 30) ==
        "  Columns: 2026-01-01,\n"
        "  2026-01-02, 2026-01-03,\n"
        "  2026-01-04.\n"
        "  Results\n"
        "    A behavior with a… 2 2 2 2\n"
        "      never moved\n"
        "    Ship               3 n n n\n"
        "\n"
        "  n not applicable.\n");
  CHECK_THAT(draw({matrix(6)}, 30), ContainsSubstring("  The latest 4: 2026-01-03,\n"));
}

TEST_CASE("in Markdown a matrix is a table, what is below target in bold", "[report]") {
  CHECK(write_as_markdown({matrix(2)}) ==
        "| Behavior | 2026-01-01 | 2026-01-02 |  |\n"
        "| --- | ---: | ---: | --- |\n"
        "| **Results** |  |  |  |\n"
        "| › A behavior with a long name | **2** | **2** | never moved |\n"
        "| › Ship | 3• | n |  |\n"
        "\n"
        "bold: below target, •: evidence that counts, n not applicable.\n");
}

TEST_CASE("curves show what the gate asks where there is room", "[report]") {
  Curves one = curves(3);
  one.curves[0].gate = 0.6;
  CHECK_THAT(draw({one}, 90), ContainsSubstring("  Gate\n") && ContainsSubstring("60"));
  CHECK_THAT(draw({one}, 40), !ContainsSubstring("Gate"));
}

TEST_CASE("charts as text fit any width and no line ends in a space", "[report]") {
  for (const Element& element : {Element(map()), Element(long_map()), Element(curves(3)), Element(curves(200)),
                                 Element(dumbbells()), Element(matrix(1)), Element(matrix(5)), Element(matrix(200))}) {
    for (int width = 20; width <= 200; ++width) {
      std::istringstream lines(draw({element}, width));
      for (std::string line; std::getline(lines, line);) {
        INFO(width << ": " << line);
        CHECK(cell_width(line) <= width);
        CHECK((line.empty() || line.back() != ' '));
      }
    }
  }
}

TEST_CASE("nothing is drawn as text of charts without anything in them", "[report]") {
  CHECK(draw({Curves{}}).empty());
  CHECK(write_as_markdown({Curves{}}).empty());
}

TEST_CASE("in Markdown a meter is a bar of whole cells before its figure", "[report]") {
  const Table table{
      {{"Pillar"}, {"At target", Align::right}},
      {{0, {{{{"Results"}}, {}}, {{{"2/4"}}, Share{2, 4}}}}, {1, {{{{"Impact"}}, {}}, {{{"1/99"}}, Share{1, 99}}}}}};
  CHECK_THAT(write_as_markdown({table}), ContainsSubstring("| Results | █████░░░░░ 2/4 |\n"
                                                           "| › Impact | █░░░░░░░░░ 1/99 |\n"));
}

TEST_CASE("in Markdown curves are sparks in one width", "[report]") {
  CHECK(write_as_markdown({curves(8)}) ==
        "|  | Over time | First | Last |\n"
        "| --- | --- | --- | --- |\n"
        "| Results | `▁▂▃▄▅▆▇█` | 0 of 7 (0%) | 7 of 7 (100%) |\n"
        "| A pillar that came later | `·▄▄▄▄▄▄▄` | · | 1 of 3 (33%) |\n"
        "\n"
        "8 times, 2026-01-01 to 2026-01-08. ·: none.\n");
}
