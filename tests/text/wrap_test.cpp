#include <string>

#include <rung/text/paint.hpp>
#include <rung/text/wrap.hpp>

#include "catch.hpp"

using namespace rung;

namespace {

std::string wrapped(const std::string& text, int width) {
  return paint(wrap({{text, Style::plain}}, width), {Colour::off, Glyphs::unicode});
}

}  // namespace

TEST_CASE("no line breaks at a no-break space next to a wide character", "[text]") {
  CHECK(wrapped("below 2\u00A0日本語", 9) == "below\n2\u00A0日本語\n");
  CHECK(wrapped("日本語\u00A0(4)", 9) == "日本\n語\u00A0(4)\n");
  CHECK(wrapped("日本語\u00A0日本語", 9) == "日本語\u00A0日\n本語\n");
}

TEST_CASE("a word after a wide character may start a line", "[text]") {
  CHECK(wrapped("日本語word", 8) == "日本語\nword\n");
  CHECK(wrapped("word日本語", 8) == "word日本\n語\n");
}
