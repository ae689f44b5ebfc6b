#include <filesystem>
#include <fstream>

#include <rung/text/manual.hpp>
#include <rung/text/paint.hpp>
#include <rung/text/width.hpp>

#include "catch.hpp"

using namespace rung;

namespace {

std::string manual_text(std::string_view markdown, int width) {
  return paint(lay_out_manual(markdown, width), Paint{Colour::off, Glyphs::unicode});
}

}  // namespace

TEST_CASE("a page of the manual has its headings, paragraphs, lists, and code", "[text]") {
  const std::string page =
      "# Title\n\nA *first* text with `code`, a [link](x.md), and **more**,\nin two lines.\n\n<!-- x -->\n"
      "- one\n  goes on\n- two\n\n    rung report\n\n      inside\n\n1. first\n2. second\n";
  CHECK(manual_text(page, 40) ==
        "Title\n─────\n\nA first text with `code`, a link, and\nmore, in two lines.\n\n- one goes on\n- two\n\n    "
        "rung report\n\n"
        "      inside\n\n1. first\n2. second\n");
}

TEST_CASE("a table of two columns lists its rows, side by side where there is room", "[text]") {
  const std::string page = "| key | what it is |\n|---|---|\n| `a` | the first one of all |\n| `b\\|c` | second |\n";
  CHECK(manual_text(page, 60) == "  a    the first one of all\n  b|c  second\n");
  CHECK(manual_text(page, 24) ==
        "  a\n      what it is: the\n        first one of all\n  b|c\n      what it is: second\n");
}

TEST_CASE("a table of more columns has each row as a small list", "[text]") {
  const std::string page = "| key | type | meaning |\n|---|---|---|\n| `id` | line | names it |\n";
  CHECK(manual_text(page, 60) == "  id\n      type: line\n      meaning: names it\n");
}

TEST_CASE("every page of the documentation fits, apart from its code", "[text]") {
  int pages = 0;
  for (const auto& entry : std::filesystem::directory_iterator(RUNG_SOURCE_ROOT "/docs")) {
    if (entry.path().extension() != ".md") continue;
    std::ifstream file(entry.path());
    const std::string markdown{std::istreambuf_iterator<char>(file), {}};
    INFO(entry.path().string());
    for (const Line& line : lay_out_manual(markdown, 60)) {
      const std::string text = plain_text(line);
      INFO(text);
      CHECK((text.starts_with("    ") || cell_width(line) <= 60));
      CHECK((text.starts_with("    ") || text.find("](") == std::string::npos));
    }
    ++pages;
  }
  CHECK(pages > 10);
}
