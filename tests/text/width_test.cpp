#include "catch.hpp"

#include <rung/text/utf8.hpp>
#include <rung/text/width.hpp>

using namespace rung;

TEST_CASE("cells are counted, not bytes or characters", "[text]") {
  CHECK(cell_width("plain") == 5);
  CHECK(cell_width("é") == 1);
  CHECK(cell_width("e\u0301") == 1);
  CHECK(cell_width("日本語") == 6);
  CHECK(cell_width("👍🏽") == 2);
  CHECK(cell_width("👩‍👩‍👧") == 2);
  CHECK(cell_width("❤️") == 2);
  CHECK(cell_width("") == 0);
}

TEST_CASE("lines and blocks are one cell each, even if something joins the last one", "[text]") {
  CHECK(cell_width("──") == 2);
  CHECK(cell_width("███▌░░ 7") == 8);
  CHECK(cell_width("█▟\u0301") == 2);
  CHECK(cell_width("─\u0301─") == 2);
  CHECK(cell_width("─日") == 3);
  CHECK(cell_width("█■▟") == 3);
  CHECK(cell_width("\xE2\x94!") == static_cast<int>(make_visible("\xE2\x94!").size()));
  CHECK(cell_width("\xE2\x94") == static_cast<int>(make_visible("\xE2\x94").size()));
}

TEST_CASE("an escaped character is as wide as its escape", "[text]") {
  CHECK(cell_width("\x1b") == 6);
  CHECK(cell_width(make_visible("a\x1b[31mb\u202e\xff")) == cell_width("a\x1b[31mb\u202e\xff"));
}

TEST_CASE("graphemes are never split", "[text]") {
  const auto parts = split_graphemes("e\u0301👩‍👩‍👧x🇩🇪🇫🇷");
  REQUIRE(parts.size() == 5);
  CHECK(parts[0] == "e\u0301");
  CHECK(parts[1] == "👩‍👩‍👧");
  CHECK(parts[3] == "🇩🇪");
}

TEST_CASE("a control character is a grapheme of its own", "[text]") {
  CHECK(split_graphemes("a\u200e\u0301b").size() == 4);
}

TEST_CASE("clipping keeps to the cells and marks the cut", "[text]") {
  CHECK(clip("short", 10) == "short");
  CHECK(clip("rather long", 7) == "rather…");
  CHECK(clip("日本語", 4) == "日…");
  CHECK(clip("ab", 0).empty());
}

TEST_CASE("unsafe characters are made visible", "[text]") {
  CHECK(make_visible("a\x1b]0;x\x07") == "a\\u{1B}]0;x\\u{7}");
  CHECK(make_visible("\u202e\u2066\u061c") == "\\u{202E}\\u{2066}\\u{61C}");
  CHECK(make_visible("\xc3(") == "\\x{C3}(");
  CHECK(make_visible("naïve 日本 👍") == "naïve 日本 👍");
}

TEST_CASE("malformed UTF-8 is not decoded", "[text]") {
  CHECK_FALSE(decode_utf8("\xc0\x80"));
  CHECK_FALSE(decode_utf8("\xed\xa0\x80"));
  CHECK_FALSE(decode_utf8("\xf4\x90\x80\x80"));
  CHECK_FALSE(decode_utf8(""));
  CHECK(decode_utf8("€")->value == U'€');
  CHECK(count_characters("a€\xff") == 3);
}
