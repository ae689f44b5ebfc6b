#include <fstream>
#include <iterator>

#include <fmt/format.h>

#include <rung/report/render.hpp>

#include "catch.hpp"

using namespace rung;

TEST_CASE("the page of formats has a row for each format, with its endings", "[report]") {
  std::ifstream file(RUNG_SOURCE_ROOT "/docs/formats.md");
  const std::string page{std::istreambuf_iterator<char>(file), {}};
  for (const FormatRow& row : formats()) {
    std::string endings;
    for (const std::string_view ending : row.endings)
      if (!ending.empty()) endings += fmt::format("{}`{}`", endings.empty() ? "" : ", ", ending);
    CHECK_THAT(page, ContainsSubstring(fmt::format("\n| `{}` | {} | ", row.name, endings)));
  }
}
