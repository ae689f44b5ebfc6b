#include <catch.hpp>

#include "shown_outline.hpp"

TEST_CASE("headings, paragraphs and nested items of Markdown are read with their lines and depths", "[import]") {
  CHECK(shown_markdown("# Gardener\n"
                       "\n"
                       "Keeps things\n"
                       "growing.\n"
                       "\n"
                       "## Soil\n"
                       "- digs\n"
                       "  - with a spade\n"
                       "    that is sharp\n"
                       "  - at dawn\n"
                       "- waters\n") ==
        "1 heading 1: Gardener\n"
        "3 paragraph: Keeps things growing.\n"
        "6 heading 2: Soil\n"
        "7 item 0: digs\n"
        "8 item 1: with a spade that is sharp\n"
        "10 item 1: at dawn\n"
        "11 item 0: waters\n");
}

TEST_CASE("a paragraph that is entirely bold is a label, with or without a colon", "[import]") {
  CHECK(shown_markdown("**Care**\n\n__Tools__:\n\n***Both at once***\n\n**Care** for plants\n") ==
        "1 label: Care\n"
        "3 label: Tools\n"
        "5 label: Both at once\n"
        "7 paragraph: Care for plants {Care}\n");
}

TEST_CASE("bold words that Markdown splits are joined", "[import]") {
  CHECK(shown_markdown("**Key** **S****kills**\n\n**Code** **F****lowers**\n\n**_I_** **_grow_**  **_roses_**\n") ==
        "1 label: Key Skills\n"
        "3 label: Code Flowers\n"
        "5 label: I grow roses\n");
  SECTION("but a sign that has no other is text") {
    CHECK(shown_markdown("- passes \\*\\*options on\n") == "1 item 0: passes **options on\n");
  }
}

TEST_CASE("bold words at the start of an item are its lead, and stay in its text", "[import]") {
  CHECK(shown_markdown("- **Title** - some text\n"
                       "- **Title:** some text\n"
                       "- **All bold**\n"
                       "- text with **bold** later\n") ==
        "1 item 0: Title - some text {Title}\n"
        "2 item 0: Title: some text {Title}\n"
        "3 item 0: All bold {All bold}\n"
        "4 item 0: text with bold later\n");
}

TEST_CASE("checkboxes are not part of an item", "[import]") {
  CHECK(shown_markdown("- [ ] prunes\n- [x] **Sows** early\n") ==
        "1 item 0: prunes\n"
        "2 item 0: Sows early {Sows}\n");
}

TEST_CASE("cells of a Markdown table are split at line breaks into items, labels and paragraphs", "[import]") {
  CHECK(shown_markdown("|     |     |\n"
                       "| --- | --- |\n"
                       "| **Duty** | **Key** **S****kills** |\n"
                       "| **Water** | * daily<br><br>* at\xC2\xA0\xC2\xA0 dawn<br>plain<br>1. first<br>• last |\n") ==
        "1 table\n"
        "  row\n"
        "  | 3\n"
        "    3 label: Duty\n"
        "  | 3\n"
        "    3 label: Key Skills\n"
        "  row\n"
        "  | 4\n"
        "    4 label: Water\n"
        "  | 4\n"
        "    4 item 0: daily\n"
        "    4 item 0: at dawn\n"
        "    4 paragraph: plain\n"
        "    4 item 0: first\n"
        "    4 item 0: last\n");
}

TEST_CASE("HTML in Markdown keeps its line numbers, even with blank lines in it", "[import]") {
  CHECK(shown_markdown("Intro\n"
                       "\n"
                       "<table>\n"
                       "  <thead><th>Low</th></thead>\n"
                       "  <tr><td>\n"
                       "    <ul>\n"
                       "      <li>digs</li>\n"
                       "\n"
                       "<li>sows</li>\n"
                       "    </ul></td></tr>\n"
                       "</table>\n"
                       "\n"
                       "- after\n") ==
        "1 paragraph: Intro\n"
        "3 table\n"
        "  row\n"
        "  | 4 heading\n"
        "    4 paragraph: Low\n"
        "  row\n"
        "  | 5\n"
        "    7 item 0: digs\n"
        "    9 item 0: sows\n"
        "13 item 0: after\n");
}

TEST_CASE("headings lose images, emoji, and emoji names, and are dropped if nothing is left", "[import]") {
  CHECK(shown_markdown("# ![cup](cup.png) Results\n"
                       "## \xF0\x9F\x91\xA9\xE2\x80\x8D\xF0\x9F\x8C\xBE Farm \xE2\xAD\x90\n"
                       "## 1\xEF\xB8\x8F\xE2\x83\xA3 Craft 2\n"
                       "## :seedling: Soil at 10:30:15\n"
                       "## \xF0\x9F\x8E\x89\n"
                       "- keeps \xF0\x9F\x8E\x89\n") ==
        "1 heading 1: Results\n"
        "2 heading 2: Farm\n"
        "3 heading 2: Craft 2\n"
        "4 heading 2: Soil at 10:30:15\n"
        "6 item 0: keeps \xF0\x9F\x8E\x89\n");
}

TEST_CASE("a list of links within the document is left out and reported", "[import]") {
  CHECK(shown_markdown("- [Soil](#soil)\n- [Air](#air)\n\n## Soil\n- [Digs](dig.md)\n- [Sows](sow.md)\n") ==
        "4 heading 2: Soil\n"
        "5 item 0: Digs\n"
        "6 item 0: Sows\n"
        "- 1 list of links: 2\n");
  SECTION("but not when one of them says more") {
    CHECK(shown_markdown("- [Soil](#soil) and more\n- [Air](#air)\n") ==
          "1 item 0: Soil and more\n"
          "2 item 0: Air\n");
  }
}

TEST_CASE("a bare address is text, not a link", "[import]") {
  CHECK(shown_markdown("- Mail **kim@example.org**, or see https://example.org/soil or www.example.org.\n") ==
        "1 item 0: Mail kim@example.org, or see https://example.org/soil or www.example.org.\n");
  SECTION("so it does not make a part of the page look like navigation, as links do") {
    CHECK(shown_markdown("<div class=menu>\n\nhttps://example.org/soil\n\nkim@example.org\n\n</div>\n") ==
          "3 paragraph: https://example.org/soil\n"
          "5 paragraph: kim@example.org\n");
    CHECK(shown_markdown("- digs\n\n<div class=menu>\n\n<https://example.org/soil> <kim@example.org>\n\n</div>\n") ==
          "1 item 0: digs\n"
          "- 3 navigation: 0\n");
  }
}

TEST_CASE("lines that start with a bullet are items; a single asterisk at the start of a paragraph is a footnote",
          "[import]") {
  CHECK(shown_markdown("• digs\n• sows\n\n\\* roses are meant\n") ==
        "1 item 0: digs\n"
        "2 item 0: sows\n"
        "4 paragraph: * roses are meant\n");
}

TEST_CASE("front matter is left out, and lines after it keep their numbers", "[import]") {
  CHECK(shown_markdown("---\ntitle: Garden\ntags:\n- soil\n---\n# Gardener\n") ==
        "6 heading 1: Gardener\n- 1 front matter: 0\n");
  CHECK(shown_markdown("---\nplain words\n\n- digs\n\n---\n") == "2 paragraph: plain words\n4 item 0: digs\n");
}

TEST_CASE("asterisks that mark nothing bold are text", "[import]") {
  CHECK(shown_markdown("| Skill | Stars |\n|---|---|\n| digs | **** |\n| sows well | good \\*\\*\\*\\* |\n") ==
        "1 table\n"
        "  row\n"
        "  | 1 heading\n"
        "    1 paragraph: Skill\n"
        "  | 1 heading\n"
        "    1 paragraph: Stars\n"
        "  row\n"
        "  | 3\n"
        "    3 paragraph: digs\n"
        "  | 3\n"
        "    3 paragraph: ****\n"
        "  row\n"
        "  | 4\n"
        "    4 paragraph: sows well\n"
        "  | 4\n"
        "    4 paragraph: good ****\n");
}
