#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include <rung/error.hpp>
#include <rung/report/compose.hpp>
#include <rung/report/render.hpp>

#include "../../src/report/svg_text.hpp"
#include "catch.hpp"
#include "fixtures.hpp"
#include "golden.hpp"
#include "markup.hpp"

using namespace rung;
using namespace rung::fixtures;

namespace {

struct Box {
  double left, top, right, bottom;
};

Box box_of(const AxisLabel& label) {
  double width = 0;
  for (const auto& line : label.lines) width = std::max(width, estimate_width(line, 14));
  const double left = label.side == Side::left     ? label.x - width
                      : label.side == Side::middle ? label.x - width / 2
                                                   : label.x;
  return {left, label.top, left + width, label.top + label.height};
}

bool overlap(const Box& one, const Box& other) {
  return one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
}

double distance_to_centre(const Box& box) {
  const double x = std::clamp(0.0, box.left, box.right);
  const double y = std::clamp(0.0, box.top, box.bottom);
  return std::hypot(x, y);
}

std::vector<std::string> names_like(const std::string& name, std::size_t count) {
  return std::vector<std::string>(count, name);
}

}  // namespace

TEST_CASE("no names of pillars lie over each other, the drawing or the edge", "[report]") {
  const LabelSpace space{167, 330, 14};
  for (const std::string name :
       {"Craft", "Organizational health", "Organizational responsibility and communication of plans",
        "成果と意思決定と地域社会への長期的な責任についての柱", "wwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwww"}) {
    for (std::size_t count = 3; count <= 12; ++count) {
      const auto labels = place_labels(names_like(name, count), space);
      REQUIRE(labels.size() == count);
      for (std::size_t index = 0; index < count; ++index) {
        const auto box = box_of(labels[index]);
        INFO(name << ", " << index << " of " << count);
        CHECK(distance_to_centre(box) >= space.clearance - 0.5);
        CHECK(std::max(-box.left, box.right) <= space.half_width);
        for (std::size_t other = 0; other < index; ++other) CHECK_FALSE(overlap(box, box_of(labels[other])));
      }
    }
  }
}

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

TEST_CASE("drawings look as they did", "[report]") {
  check_golden(render(make_gap_report(typical()), Format::svg), "report/typical.svg");
  check_golden(render(make_gap_report(nothing_rated()), Format::svg), "report/nothing_rated.svg");
  check_golden(render(make_gap_report(of_pillars(12)), Format::svg), "report/twelve_pillars.svg");
}

TEST_CASE("a drawing is well formed and needs nothing beside it", "[report]") {
  for (int pillars = 3; pillars <= 12; ++pillars) {
    const auto svg = render(make_gap_report(of_pillars(pillars)), Format::svg);
    INFO(pillars);
    CHECK(MarkupCheck(svg).run() == "");
    CHECK(svg.find("var(") == std::string::npos);
    CHECK_THAT(svg, ContainsSubstring("prefers-color-scheme: dark"));
    CHECK_THAT(svg, ContainsSubstring("<desc id=\"radard\">At or above target, of the behaviors of each pillar"));
  }
}

TEST_CASE("an axis where nothing applies breaks the line and leaves no area", "[report]") {
  CHECK_THAT(render(make_gap_report(all_rated(3)), Format::svg), ContainsSubstring("class=\"area\""));
  Assessment one = typical();
  for (std::size_t index = 7; index < 9; ++index) one.answers[index].rating = NotApplicable{"No on-call."};
  const auto open = render(make_gap_report(one), Format::svg);
  CHECK(open.find("class=\"area\"") == std::string::npos);
  CHECK_THAT(open, ContainsSubstring("class=\"now\""));
}

TEST_CASE("a report without a radar cannot be an SVG file, and says what can", "[report]") {
  try {
    render(make_gap_report(one_behavior(Rated{2})), Format::svg);
    FAIL("no error");
  } catch (const Error& error) {
    CHECK(error.code() == ExitCode::usage);
    CHECK_THAT(std::string(error.what()), ContainsSubstring("no drawing"));
    CHECK_THAT(error.hint(), ContainsSubstring("three pillars or more"));
  }
}

TEST_CASE("two pillars of one title keep their own shares in the radar, and states stay apart", "[report]") {
  Assessment one = typical();
  one.ladder.pillars[1].title = one.ladder.pillars[0].title;
  for (const Element& element : compose(make_gap_report(one))) {
    const auto* radar = std::get_if<Radar>(&element);
    if (radar == nullptr) continue;
    CHECK(radar->axes == std::vector<std::string>{"Results 2/4", "Results 1/3", "Craft 0/1"});
    REQUIRE(radar->series.size() == 1);
    CHECK(radar->series[0].values == std::vector<std::optional<Share>>{Share{2, 4}, Share{1, 3}, Share{0, 1}});
    CHECK(radar->needed == 0.6);
    std::string words = radar->description;
    for (std::size_t at = words.find("\u00A0"); at != std::string::npos; at = words.find("\u00A0"))
      words.replace(at, 2, " ");
    CHECK(words ==
          "At or above target, of the behaviors of each pillar that apply: Results 2 of 4; Results 1 of 3 (1 no "
          "opportunity); Craft 0 of 1 (1 not applicable, 1 unrated). Every pillar needs 60 %.");
    return;
  }
  FAIL("there is no radar");
}
