#include "../../src/import/markdown_budget.hpp"

#include <string>
#include <string_view>

#include <catch.hpp>

using namespace rung;

namespace {

std::string repeated(std::string_view text, int times) {
  std::string out;
  for (int i = 0; i < times; ++i) out += text;
  return out;
}

ImportLimits limit_of_two() {
  ImportLimits limits;
  limits.depth = 2;
  return limits;
}

}  // namespace

TEST_CASE("of too many markers the first few and the last one stay", "[import]") {
  const ImportLimits limits = limit_of_two();
  for (const std::string_view marker : {"> ", ">", "- ", "+ ", "*  ", "1. ", "12) ", "\t> "}) {
    INFO(marker);
    CHECK(limit_markers(repeated(marker, 300) + "text\n", limits) == repeated(marker, 4) + "text\n");
  }
  CHECK(limit_markers("> > > > > - text", limits) == "> > > - text");
}

TEST_CASE("lines with no more markers than nest stay as they are", "[import]") {
  const ImportLimits limits = limit_of_two();
  for (const std::string_view text :
       {"", "\n\n", "text", "> > > text\n", "- - - text\n> next\n", "-----\n", "1.5 > 1\n", "-> x\n", "12\n", "* \n"}) {
    INFO(text);
    CHECK(limit_markers(text, limits) == text);
  }
}

TEST_CASE("the first row of more cells than a document may have is found", "[import]") {
  ImportLimits limits;
  limits.blocks = 3;
  CHECK(find_endless_row("|a|b|\n|c|\n", limits) == 0);
  CHECK(find_endless_row("|a|\n\n|a|b|c|\n||||||", limits) == 3);
  CHECK(find_endless_row("", limits) == 0);
}
