#include <string>
#include <vector>

#include <rung/error.hpp>
#include <rung/report/render.hpp>

#include "../../src/report/svg_text.hpp"
#include "catch.hpp"
#include "golden.hpp"
#include "markup.hpp"
#include "sample_document.hpp"

using namespace rung;
using namespace rung::fixtures;

namespace {

std::string card_of(const Document& document) { return render(document, Format::svg); }

}  // namespace

TEST_CASE("text for a drawing is broken at spaces, else between characters, and cut at the last line", "[report]") {
  CHECK(wrap_for_drawing("one two", 1000, 14, 3) == std::vector<std::string>{"one two"});
  CHECK(wrap_for_drawing("one  two\nthree", 68, 14, 3) == std::vector<std::string>{"one two", "three"});
  CHECK(wrap_for_drawing(" \n ", 60, 14, 3).empty());
  CHECK(wrap_for_drawing("成果と意思決定", 60, 14, 3) == std::vector<std::string>{"成果と", "意思決", "定"});
  const auto cut = wrap_for_drawing("one two three four five", 40, 14, 2);
  REQUIRE(cut.size() == 2);
  CHECK_THAT(cut.back(), ContainsSubstring("…"));
  for (const auto& line : cut) CHECK(estimate_width(line, 14) <= 40 + 14);
}

TEST_CASE("cards look as they did", "[report]") {
  check_golden(card_of(report_by_hand()), "report/report_by_hand.svg");
  check_golden(card_of(history_by_hand()), "report/history_by_hand.svg");
}

TEST_CASE("a card is well formed and needs nothing from elsewhere", "[report]") {
  for (const auto& svg : {card_of(report_by_hand()), card_of(history_by_hand())}) {
    CHECK(MarkupCheck(svg).run() == "");
    for (const auto* active : {"var(", "url(", "href", "<script", "@import"})
      CHECK(svg.find(active) == std::string::npos);
    CHECK_THAT(svg, ContainsSubstring("<rect class=\"ground\""));
    CHECK_THAT(svg, ContainsSubstring("<title id=\"t\">Ines · IC3 Machine Learning Engineer</title>"));
  }
}

TEST_CASE("a card says in words what it shows", "[report]") {
  CHECK_THAT(card_of(report_by_hand()),
             ContainsSubstring("Talent: 3 of 7 at target, needs 5. Culture: 9 of 10 at target."));
  CHECK_THAT(card_of(history_by_hand()), ContainsSubstring("All pillars: 2025-03-14: 30\u00A0of\u00A052"));
}

TEST_CASE("a map without a title or a verdict is a card too", "[report]") {
  CHECK(MarkupCheck(card_of({by_hand::map()})).run() == "");
}

TEST_CASE("squares that do not fit in a line go on in the next one", "[report]") {
  Map map{{"", "", ""}, {{"Craft", {{"All", {}}}}}};
  map.rows[0].groups[0].squares.assign(60, {"3", "Three", {TargetSide::at, false}});
  const auto svg = card_of({map});
  double lowest = 0;
  for (auto at = svg.find("<rect class=\"sq at\" x=\""); at != std::string::npos;
       at = svg.find("<rect class=\"sq at\" x=\"", at + 1)) {
    const double x = std::stod(svg.substr(at + 23));
    CHECK(x < 530);
    lowest = std::max(lowest, std::stod(svg.substr(svg.find("y=\"", at) + 3)));
  }
  CHECK(lowest > 100);
}

TEST_CASE("a report without a map or curves cannot be an SVG file, and says what can", "[report]") {
  try {
    card_of(changes_by_hand());
    FAIL("no error");
  } catch (const Error& error) {
    CHECK(error.code() == ExitCode::usage);
    CHECK_THAT(std::string(error.what()), ContainsSubstring("cannot be drawn as an SVG file"));
    CHECK_THAT(error.hint(), ContainsSubstring("-o FILE.html"));
  }
}
