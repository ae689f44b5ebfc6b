#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include <rung/report/render.hpp>
#include <rung/text/width.hpp>

#include "catch.hpp"
#include "fixtures.hpp"
#include "golden.hpp"

using namespace rung;
using namespace rung::fixtures;

namespace {

struct Named {
  std::string name;
  Report report;
};

std::vector<Named> all_reports() {
  return {{"typical", make_gap_report(typical())},
          {"top_two", make_gap_report(typical(), {4, 2})},
          {"nothing_rated", make_gap_report(nothing_rated())},
          {"all_at_target", make_gap_report(all_rated(3))},
          {"nothing_applies", make_gap_report(nothing_applies())},
          {"one_behavior", make_gap_report(one_behavior(Rated{2}))},
          {"one_behavior_at_target", make_gap_report(one_behavior(Rated{3}))},
          {"changes", make_change_report(earlier(), typical())},
          {"changes_none", make_change_report(all_rated(3), all_rated(3))},
          {"changes_of_scale", make_change_report(earlier(), on_five_points())},
          {"changes_of_ladder", make_change_report(earlier(), on_reworded_ladder())}};
}

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream stream(text);
  for (std::string line; std::getline(stream, line);) lines.push_back(line);
  return lines;
}

}  // namespace

TEST_CASE("reports look as they did", "[report]") {
  for (const auto& [name, report] : all_reports()) {
    check_golden(render(report, Format::text, {80, {}}), name + ".80.txt");
    check_golden(render(report, Format::text, {40, {}}), name + ".40.txt");
    check_golden(render(report, Format::markdown), name + ".md");
    check_golden(render(report, Format::json), name + ".json");
  }
}

TEST_CASE("reports in colour and in ASCII look as they did", "[report]") {
  for (const auto& [name, report] : all_reports()) {
    if (name != "typical" && name != "changes_of_ladder") continue;
    check_golden(render(report, Format::text, {80, {Colour::on, Glyphs::unicode}}), name + ".80.colour.txt");
    check_golden(render(report, Format::text, {40, {Colour::on, Glyphs::unicode}}), name + ".40.colour.txt");
    check_golden(render(report, Format::text, {80, {Colour::off, Glyphs::ascii}}), name + ".80.ascii.txt");
  }
}

TEST_CASE("no line of a text report is wider than asked, and none ends in a space", "[report]") {
  for (const auto& [name, report] : all_reports()) {
    for (const int width : {20, 24, 33, 40, 57, 80, 100, 200}) {
      for (const auto& line : lines_of(render(report, Format::text, {width, {}}))) {
        INFO(name << " at " << width << ": " << line);
        CHECK(cell_width(line) <= width);
        CHECK((line.empty() || line.back() != ' '));
      }
    }
  }
}

TEST_CASE("a report holds no two blank lines in a row", "[report]") {
  for (const auto& [name, report] : all_reports()) {
    INFO(name);
    CHECK(render(report, Format::text).find("\n\n\n") == std::string::npos);
    CHECK(render(report, Format::markdown).find("\n\n\n") == std::string::npos);
  }
}
