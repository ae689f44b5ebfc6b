#include <algorithm>
#include <cstddef>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include <rung/report/render.hpp>
#include <rung/text/width.hpp>

#include "catch.hpp"
#include "fixtures.hpp"
#include "golden.hpp"
#include "sample_reports.hpp"

using namespace rung;
using namespace rung::fixtures;

namespace {

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream stream(text);
  for (std::string line; std::getline(stream, line);) lines.push_back(line);
  return lines;
}

}  // namespace

TEST_CASE("each format has one row, which knows its place, and no file name ends in two formats", "[report]") {
  std::vector<std::string_view> endings;
  for (const FormatRow& row : formats()) {
    INFO(row.name);
    CHECK(&row - formats().data() == static_cast<std::ptrdiff_t>(row.format));
    CHECK((row.draw == nullptr) != (row.write == nullptr));
    for (const std::string_view ending : row.endings)
      if (!ending.empty()) endings.push_back(ending);
  }
  std::sort(endings.begin(), endings.end());
  CHECK(std::adjacent_find(endings.begin(), endings.end()) == endings.end());
}

TEST_CASE("reports look as they did", "[report]") {
  for (const auto& [name, report] : all_reports()) {
    check_golden(render(report, Format::text, {80, {}}), "report/" + name + ".80.txt");
    check_golden(render(report, Format::text, {40, {}}), "report/" + name + ".40.txt");
    if (name.starts_with("changes"))
      check_golden(render(report, Format::text, {120, {}}), "report/" + name + ".120.txt");
    check_golden(render(report, Format::markdown), "report/" + name + ".md");
    check_golden(render(report, Format::json), "report/" + name + ".json");
    check_golden(render(report, Format::csv), "report/" + name + ".csv");
  }
}

TEST_CASE("redacted reports look as they did", "[report]") {
  for (const auto& [name, report] : all_reports()) {
    if (name == "top_two" || name.starts_with("all_") || name == "one_behavior_at_target") continue;
    const auto redacted = redact(report);
    check_golden(render(redacted, Format::text, {80, {}}), "report/redacted/" + name + ".80.txt");
    check_golden(render(redacted, Format::markdown), "report/redacted/" + name + ".md");
    check_golden(render(redacted, Format::json), "report/redacted/" + name + ".json");
    check_golden(render(redacted, Format::csv), "report/redacted/" + name + ".csv");
  }
}

TEST_CASE("listings as data look as they did", "[report]") {
  for (const auto& [name, report] : all_listings()) {
    check_golden(render(report, Format::json), "report/" + name + ".json");
    check_golden(render(report, Format::csv), "report/" + name + ".csv");
  }
}

TEST_CASE("reports in color and in ASCII look as they did", "[report]") {
  for (const auto& [name, report] : all_reports()) {
    if (name != "typical" && name != "changes_of_ladder") continue;
    check_golden(render(report, Format::text, {80, {Colour::on, Glyphs::unicode}}),
                 "report/" + name + ".80.colour.txt");
    check_golden(render(report, Format::text, {40, {Colour::on, Glyphs::unicode}}),
                 "report/" + name + ".40.colour.txt");
    check_golden(render(report, Format::text, {80, {Colour::off, Glyphs::ascii}}), "report/" + name + ".80.ascii.txt");
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

TEST_CASE("words about columns go with the columns", "[report]") {
  Table table = table_of({{"Date"}, {"At target"}, {"o", Align::right, Presence::when_wide}});
  table.rows.push_back({0, {cell("2026-03-14"), cell("33 of 51 behaviors"), cell("1")}});
  Paragraph legend = paragraph("At target: of what applies.");
  legend.text.push_back({" o no opportunity.", Tone::plain, {}, Presence::when_wide});
  const Document document{table, legend};
  CHECK_THAT(render(document, Format::text, {80, {}}), ContainsSubstring("applies. o no opportunity."));
  const std::string narrow = render(document, Format::text, {34, {}});
  CHECK_THAT(narrow, ContainsSubstring("At target: of what applies.") && !ContainsSubstring("no opportunity"));
  CHECK_THAT(render(document, Format::markdown), ContainsSubstring("no opportunity"));
}

TEST_CASE("items that stand apart have blank lines between them", "[report]") {
  Items items{ItemForm::apart};
  for (const char* title : {"One", "Two"}) items.items.push_back({.title = {text(title)}, .body = {text("Its text.")}});
  CHECK(render(Document{items}, Format::text) == "  • One\n    Its text.\n\n  • Two\n    Its text.\n");
  items.form = ItemForm::full;
  CHECK(render(Document{items}, Format::text) == "  • One\n    Its text.\n  • Two\n    Its text.\n");
}
