#include "catch.hpp"

#include <rung/text/bar.hpp>
#include <rung/text/paint.hpp>
#include <rung/text/table.hpp>
#include <rung/text/wrap.hpp>

using namespace rung;

namespace {

std::string plain(const Block& block) { return paint(block, Paint{}); }

Line text(const std::string& words) { return {{words, Style::plain}}; }

}  // namespace

TEST_CASE("text wraps at spaces with its indents", "[text]") {
  const Block block = wrap(text("one two three four five"), 12, {text("- "), text("  ")});
  CHECK(plain(block) == "- one two\n  three four\n  five\n");
}

TEST_CASE("a word wider than the line is broken between graphemes", "[text]") {
  CHECK(plain(wrap(text("ab 12345678901"), 8)) == "ab\n12345678\n901\n");
}

TEST_CASE("wide characters wrap without spaces", "[text]") {
  CHECK(plain(wrap(text("xx 日本語日本語"), 9)) == "xx 日本語\n日本語\n");
}

TEST_CASE("line feeds stay and other white space collapses", "[text]") {
  CHECK(plain(wrap(text("a\t  b\n\nc"), 20)) == "a b\n\nc\n");
  CHECK(plain(wrap(text(""), 20)) == "\n");
}

TEST_CASE("a style change inside a word does not break it", "[text]") {
  const Block block = wrap({{"target ", Style::plain}, {"3", Style::good}, {", really", Style::plain}}, 10);
  CHECK(plain(block) == "target 3,\nreally\n");
  CHECK(block[0][1] == Span{"3", Style::good});
}

TEST_CASE("a name that is wider than a line breaks after a separator", "[text]") {
  CHECK(plain(wrap(text("results.decision-making.timely-decisions"), 36)) ==
        "results.decision-making.timely-\ndecisions\n");
  CHECK(plain(wrap(text("ic3-mle/2026-11-25-sample-2"), 26)) == "ic3-mle/2026-11-25-\nsample-2\n");
  CHECK(plain(wrap(text("a-supercalifragilistic"), 12)) == "a-supercalif\nragilistic\n");
  CHECK(plain(wrap(text("--------------"), 10)) == "----------\n----\n");
}

TEST_CASE("a bar is empty only at 0 and full only at the whole", "[text]") {
  CHECK(bar(0, 50, 5, Grain::cells) == "░░░░░");
  CHECK(bar(1, 50, 5, Grain::cells) == "█░░░░");
  CHECK(bar(49, 50, 5, Grain::cells) == "████░");
  CHECK(bar(50, 50, 5, Grain::cells) == "█████");
  CHECK(bar(0, 0, 3, Grain::cells) == "░░░");
}

TEST_CASE("a bar of eighths is empty only at 0 and full only at the whole", "[text]") {
  CHECK(bar(0, 500, 5) == "░░░░░");
  CHECK(bar(1, 500, 5) == "▏░░░░");
  CHECK(bar(1, 3, 5) == "█▋░░░");
  CHECK(bar(1, 2, 5) == "██▌░░");
  CHECK(bar(499, 500, 5) == "████▊");
  CHECK(bar(500, 500, 5) == "█████");
  CHECK(bar(0, 0, 3) == "░░░");
}

TEST_CASE("an ASCII bar has whole cells and still distinguishes none, some, and all", "[text]") {
  const auto ascii = [](int part) {
    return paint(Line{{bar(part, 500, 5), Style::plain}}, {Colour::off, Glyphs::ascii});
  };
  CHECK(ascii(0) == "-----");
  CHECK(ascii(1) == "#----");
  CHECK(ascii(180) == "#----");
  CHECK(ascii(250) == "##---");
  CHECK(ascii(499) == "####-");
  CHECK(ascii(500) == "#####");
}

TEST_CASE("a spark is lowest only at 0 and highest only at the whole", "[text]") {
  std::string blocks;
  std::string digits;
  for (int part = 0; part <= 20; ++part) {
    blocks += spark(part, 20, Glyphs::unicode);
    digits += spark(part, 20, Glyphs::ascii);
  }
  CHECK(blocks == "▁▂▂▂▃▃▃▄▄▄▅▅▅▅▆▆▆▇▇▇█");
  CHECK(digits == "00112233445566778899#");
  CHECK(spark(0, 0, Glyphs::unicode) == "·");
  CHECK(spark(0, 0, Glyphs::ascii) == "·");
}

TEST_CASE("the first column of a table gets the remaining width", "[text]") {
  TextTable table{{{text("pillar"), Align::left}, {text("at target"), Align::right}},
                  {{text("results"), text("8/10")}, {text("a long name that wraps"), text("1/2")}}};
  CHECK(plain(lay_out(table, 26)) ==
        "pillar           at target\n"
        "results               8/10\n"
        "a long name            1/2\n"
        "that wraps\n");
}

TEST_CASE("a table without room becomes a list of records", "[text]") {
  TextTable table{{{text("pillar"), Align::left}, {text("share"), Align::right}, {text("widest gap"), Align::right}},
                  {{text("direction"), text("8/10 (80 %)"), text("2")}}};
  CHECK(plain(lay_out(table, 20)) == "direction\n  share: 8/10 (80 %)\n  widest gap: 2\n");
}

TEST_CASE("nothing that controls a terminal is painted", "[text]") {
  const Line line{{"a\x1b[2J\u202e", Style::bad}};
  CHECK(paint(line, {Colour::off, Glyphs::unicode}) == "a\\u{1B}[2J\\u{202E}");
  CHECK(paint(line, {Colour::on, Glyphs::unicode}) == "\x1b[31ma\\u{1B}[2J\\u{202E}\x1b[0m");
}

TEST_CASE("ASCII glyphs replace the symbols and nothing else", "[text]") {
  CHECK(paint(text("█░ 2 → 3 … é"), {Colour::off, Glyphs::ascii}) == "#- 2 > 3 ~ é");
}
