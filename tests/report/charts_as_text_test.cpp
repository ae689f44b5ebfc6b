#include <sstream>
#include <string>
#include <vector>

#include <rung/report/render.hpp>
#include <rung/text/width.hpp>

#include "catch.hpp"

using namespace rung;

namespace {

StripCell rated(int value, Tone tone = Tone::good) {
  return {std::to_string(value), std::to_string(value), static_cast<std::size_t>(value - 1), tone};
}

Strip strip() {
  return {{"1 Not yet", "2 Sometimes", "3 Consistently"},
          {{"Results", 0, {}},
           {"Impact", 1, {rated(3), rated(1, Tone::bad), {"n", "not applicable", {}, Tone::muted}}},
           {"Making | decisions", 1, {rated(2, Tone::warning), {"·", "unrated", {}, Tone::muted}}}},
          "n\u00A0not\u00A0applicable, ·\u00A0unrated",
          {"Responsibility", "Behaviors"}};
}

Strip long_strip() {
  Strip one = strip();
  for (int more = 0; more < 30; ++more) one.rows[1].cells.push_back(rated(1 + more % 3));
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

std::string draw(const Document& document, int width = 60, Paint how = {}) {
  return render(document, Format::text, {width, how});
}

std::string write_as_markdown(const Document& document) { return render(document, Format::markdown); }

}  // namespace

TEST_CASE("a strip has one mark for each behavior and says what the letters mean", "[report]") {
  CHECK(draw({strip()}) ==
        "  Results\n"
        "    Impact              3 1 n\n"
        "    Making | decisions  2 ·\n"
        "\n"
        "  n not applicable, · unrated\n");
  CHECK(draw({strip()}, 60, {Colour::off, Glyphs::ascii}) ==
        "  Results\n"
        "    Impact              3 1 n\n"
        "    Making | decisions  2 -\n"
        "\n"
        "  n not applicable, - unrated\n");
}

TEST_CASE("the marks of a strip are coloured one by one", "[report]") {
  CHECK_THAT(draw({strip()}, 60, {Colour::on, Glyphs::unicode}),
             ContainsSubstring("\x1b[32m3\x1b[0m \x1b[31m1\x1b[0m \x1b[2mn\x1b[0m\n"));
}

TEST_CASE("a strip without room has its marks below the labels", "[report]") {
  CHECK(draw({strip()}, 20) ==
        "  Results\n"
        "    Impact\n"
        "      3 1 n\n"
        "    Making |\n"
        "    decisions\n"
        "      2 ·\n"
        "\n"
        "  n not applicable,\n"
        "  · unrated\n");
}

TEST_CASE("many marks go on in the next line, below the first ones", "[report]") {
  CHECK_THAT(draw({long_strip()}), ContainsSubstring("    Impact              3 1 n 1 2 3 1 2 3 1 2 3\n"
                                                     "                        1 2 3 1 2 3 1 2 3 1 2 3\n"
                                                     "                        1 2 3 1 2 3 1 2 3\n"
                                                     "    Making | decisions  2 ·\n"));
}

TEST_CASE("curves are sparks with the first and the last share written out", "[report]") {
  CHECK(draw({curves(8)}, 80) ==
        "                            Over time  First         Last\n"
        "  Results                   ▁▂▃▄▅▆▇█   0 of 7 (0 %)  7 of 7 (100 %)\n"
        "  A pillar that came later  ·▄▄▄▄▄▄▄   ·             1 of 3 (33 %)\n"
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

TEST_CASE("charts as text fit any width and no line ends in a space", "[report]") {
  for (const Element& element : {Element(strip()), Element(long_strip()), Element(curves(3)), Element(curves(200))}) {
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

TEST_CASE("nothing is drawn as text of charts without anything in them, nor of a radar and details", "[report]") {
  CHECK(draw({Curves{}}).empty());
  CHECK(draw({Radar{"Pillars", "Nothing.", {}, {}, {}}}).empty());
  CHECK(draw({Details{"All answers", {}}}).empty());
  CHECK(write_as_markdown({Curves{}}).empty());
  CHECK(write_as_markdown({Radar{"Pillars", "Nothing.", {}, {}, {}}}).empty());
}

TEST_CASE("in Markdown a strip is a table of marks in one width", "[report]") {
  CHECK(write_as_markdown({strip()}) ==
        "| Responsibility | Behaviors |\n"
        "| --- | --- |\n"
        "| **Results** |  |\n"
        "| › Impact | `3 1 n` |\n"
        "| › Making \\| decisions | `2 ·` |\n"
        "\n"
        "n not applicable, · unrated.\n");
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
        "| Results | `▁▂▃▄▅▆▇█` | 0 of 7 (0 %) | 7 of 7 (100 %) |\n"
        "| A pillar that came later | `·▄▄▄▄▄▄▄` | · | 1 of 3 (33 %) |\n"
        "\n"
        "8 times, 2026-01-01 to 2026-01-08. ·: none.\n");
}

TEST_CASE("in Markdown details are a section with a table for each part", "[report]") {
  const Table table{{{"Behavior"}}, {{0, {{{{"I bake."}}, {}}}}}};
  CHECK(write_as_markdown({Details{"All answers", {{{{"Results", Tone::strong, {}}, {" · 1 of 2"}}, table}}}}) ==
        "## All answers\n"
        "\n"
        "### **Results** · 1 of 2\n"
        "\n"
        "| Behavior |\n"
        "| --- |\n"
        "| I bake. |\n");
}
