#include <catch.hpp>

#include "shown_outline.hpp"

using namespace std::string_literals;

namespace {

std::string repeat(std::string_view text, int times) {
  std::string out;
  for (int i = 0; i < times; ++i) out += text;
  return out;
}

}  // namespace

TEST_CASE("input that is not text is rejected by name, with a hint", "[import]") {
  CHECK(shown_html("%PDF-1.7\n...") ==
        "! 0: this is a PDF, not a text (import the page it was made from: saved as HTML, or copied as Markdown)\n");
  CHECK(shown_markdown("PK\x03\x04rest") ==
        "! 0: this is a ZIP archive or an Office document, not a text (export it as HTML, Markdown or CSV and import "
        "that)\n");
  CHECK(shown_markdown("\x89PNG\r\n") == "! 0: this is a picture, not a text (import the page it was made from)\n");
  CHECK(shown_markdown("text\nand \0 more of it, so that it is not taken for anything else"s) ==
        "! 2: this is not a text: it has a NUL byte (save the page as HTML, or copy it as Markdown, and import "
        "that)\n");
}

TEST_CASE("UTF-16 is rejected, with or without a byte order mark", "[import]") {
  const std::string message = "! 0: this text is UTF-16, not UTF-8 (save the file as UTF-8)\n";
  CHECK(shown_markdown("\xFF\xFE#\0 \0A\0"s) == message);
  CHECK(shown_html("\xFE\xFF\0<\0p\0>"s) == message);
  CHECK(shown_markdown("#\0 \0A\0B\0"s) == message);
}

TEST_CASE("invalid UTF-8 is rejected with its line", "[import]") {
  CHECK(shown_markdown("# A\n\n- caf\xE9\n") == "! 3: byte 0xE9 is not part of UTF-8 text (save the file as UTF-8)\n");
  CHECK(shown_html("<p>a\n<p>\xC3(") == "! 2: byte 0xC3 is not part of UTF-8 text (save the file as UTF-8)\n");
}

TEST_CASE("empty documents and pages without content are rejected", "[import]") {
  const std::string empty =
      "! 0: the document is empty (save the page as HTML, or copy it as Markdown, and import that)\n";
  const std::string nothing =
      "! 0: the document has no headings, paragraphs, lists or tables (if scripts draw the page, save it from a "
      "browser "
      "that shows it, or copy it as Markdown)\n";
  CHECK(shown_markdown("") == empty);
  CHECK(shown_html("\xEF\xBB\xBF \n\t\r\n") == empty);
  CHECK(shown_html("<html><body><div id=app></div><script>draw()</script></body></html>") == nothing);
  CHECK(shown_markdown("![only a picture](a.png)\n") == nothing);
}

TEST_CASE("a document above the limits is rejected", "[import]") {
  rung::ImportLimits limits;
  limits.bytes = 10;
  CHECK(shown_markdown("- a\n- b\n- c\n", limits) ==
        "! 0: the document has 12 bytes, more than the 10 that can be imported (copy the part that holds the ladder "
        "into a file of its own)\n");
  limits = {};
  limits.blocks = 3;
  CHECK(shown_markdown("- a\n- b\n- c\n- d\n- e\n- f\n", limits) ==
        "! 5: the document is too large to import (copy the part that holds the ladder into a file of its own)\n");
  CHECK(shown_html("<p>x\n<table><tr><td rowspan=9>a<td>b<tr><td>c<tr><td>d</table>", limits) ==
        "! 2: the table is too large to import (copy the part that holds the ladder into a file of its own)\n");
}

TEST_CASE("content beyond the depth limit is left out as one entry, with its count of items", "[import]") {
  rung::ImportLimits limits;
  limits.depth = 8;
  CHECK(shown_html("<ul><li>a<ul><li>b<ul><li>c<ul><li>d</li><li>e</li></ul></li></ul></li></ul></li></ul>", limits) ==
        "1 item 0: a\n"
        "1 item 1: b\n"
        "- 1 what is nested too deeply: 3\n");
}

TEST_CASE("ten thousand nested tags, quotes or lists neither crash nor take long", "[import]") {
  for (const std::string tag :
       {"<div>", "<ul><li>x", "<table><tr><td>x", "<b>x", "<blockquote>", "<svg>", "<font><p>x"}) {
    INFO(tag);
    const auto outline = rung::outline_html(fmt::format("<p>first</p>{}", repeat(tag, 10'000)), "p");
    REQUIRE(outline);
    CHECK(outline.value->blocks.at(0).text == "first");
  }
  CHECK(rung::outline_markdown(fmt::format("first\n\n{}deep\n", repeat("> ", 10'000)), "p"));
  CHECK(rung::outline_markdown(fmt::format("first\n\n{}deep\n", repeat("1. ", 10'000)), "p"));
}

TEST_CASE("any number of drawings with unclosed parts nest nothing after them", "[import]") {
  const std::string content = "<main><div><section><h2>A</h2><div><ul><li>x</ul></div></section></div></main>";
  const std::string shown = shown_html(content);
  REQUIRE(shown.find("item 0: x") != std::string::npos);
  for (const std::string_view drawing :
       {"<svg><path d='x'/></svg>", "<svg><title>a</title><g><rect/><circle/></g></svg>", "<SVG><Path></SVG>"}) {
    INFO(drawing);
    const std::string with_drawings = shown_html(repeat(drawing, 600) + content);
    CHECK(with_drawings.substr(0, shown.size()) == shown);
  }
}

TEST_CASE("content under too many quotes is left out with its count of items", "[import]") {
  rung::ImportLimits limits;
  limits.depth = 8;
  CHECK(shown_markdown(fmt::format("- a\n\n{}- deep\n", repeat("> ", 50)), limits) ==
        "1 item 0: a\n- 3 what is nested too deeply: 1\n");
}
