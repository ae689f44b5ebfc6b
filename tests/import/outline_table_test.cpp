#include <catch.hpp>

#include "shown_outline.hpp"

TEST_CASE("spans are expanded to a full grid, and copies are marked", "[import]") {
  CHECK(shown_html("<table>\n"
                   "<tr><th colspan=2>Both</th><th>Other</th></tr>\n"
                   "<tr><td rowspan=2>tall</td><td>b</td><td>c</td></tr>\n"
                   "<tr><td>d</td></tr>\n"
                   "</table>") ==
        "1 table\n"
        "  row\n"
        "  | 2 heading\n"
        "    2 paragraph: Both\n"
        "  | 2 heading continued\n"
        "    2 paragraph: Both\n"
        "  | 2 heading\n"
        "    2 paragraph: Other\n"
        "  row\n"
        "  | 3\n"
        "    3 paragraph: tall\n"
        "  | 3\n"
        "    3 paragraph: b\n"
        "  | 3\n"
        "    3 paragraph: c\n"
        "  row\n"
        "  | 3 continued\n"
        "    3 paragraph: tall\n"
        "  | 4\n"
        "    4 paragraph: d\n"
        "  | 4\n");
}

TEST_CASE("a column that a row omits is still spanned from above", "[import]") {
  const auto outline = rung::outline_html("<table><tr><td>a<td>b<td rowspan=2>c</tr><tr><td>d</tr></table>", "p");
  REQUIRE(outline);
  const auto& rows = outline.value->blocks.at(0).rows;
  REQUIRE(rows.size() == 2);
  REQUIRE(rows[1].size() == 3);
  CHECK(rows[1][1].blocks.empty());
  CHECK(rows[1][2].is_continued);
  CHECK(rows[1][2].blocks.at(0).text == "c");
}

TEST_CASE("a span beyond the last cell is cut", "[import]") {
  const auto outline = rung::outline_html(
      "<table><tr><td colspan=1000>a</tr><tr><td>b<td rowspan=999999999999>c</tr><tr><td>d</tr></table>", "p");
  REQUIRE(outline);
  const auto& rows = outline.value->blocks.at(0).rows;
  REQUIRE(rows.size() == 3);
  for (const auto& row : rows) CHECK(row.size() == 2);
}

TEST_CASE("lists, paragraphs, headings and tables in a cell become its blocks", "[import]") {
  CHECK(shown_html("<table><tr><td><h3>Soil</h3><p>one</p><p>two</p>"
                   "<ul><li>a<ul><li>b</li></ul></li></ul>"
                   "<table><tr><td>in</td><td>* side</td></tr></table></td><td>next</td></tr></table>") ==
        "1 table\n"
        "  row\n"
        "  | 1\n"
        "    1 label: Soil\n"
        "    1 paragraph: one\n"
        "    1 paragraph: two\n"
        "    1 item 0: a\n"
        "    1 item 1: b\n"
        "    1 paragraph: in\n"
        "    1 item 0: side\n"
        "  | 1\n"
        "    1 paragraph: next\n");
}

TEST_CASE("tables without text are dropped; a caption is a label before its table", "[import]") {
  CHECK(shown_html("<p>x<table><tr><td><img src=a></td></tr></table>") == "1 paragraph: x\n");
  CHECK(shown_html("<table><caption>Levels</caption><tr><td>a<td>b</table>") ==
        "1 label: Levels\n1 table\n  row\n  | 1\n    1 paragraph: a\n  | 1\n    1 paragraph: b\n");
}

TEST_CASE("a layout table is read as its content, and the tables in it are tables", "[import]") {
  CHECK(shown_html("<table><tr><td><h2>Soil</h2><ul><li>digs</li></ul></table>") ==
        "1 heading 2: Soil\n1 item 0: digs\n");
  CHECK(shown_html("<table role=presentation><tr><td>left<td><h2>Air</h2></table>") ==
        "1 paragraph: left\n1 heading 2: Air\n");
  CHECK(shown_html("<table><tr><td>side<td><h1>Gardener</h1><table><tr><td>a<td>b</table></table>") ==
        "1 paragraph: side\n"
        "1 heading 1: Gardener\n"
        "1 table\n  row\n  | 1\n    1 paragraph: a\n  | 1\n    1 paragraph: b\n");
}
