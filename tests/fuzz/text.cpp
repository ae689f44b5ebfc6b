#include <fuzzer/FuzzedDataProvider.h>

#include <cstddef>
#include <cstdint>

#include <rung/text/paint.hpp>
#include <rung/text/utf8.hpp>
#include <rung/text/width.hpp>
#include <rung/text/wrap.hpp>

#include "fuzz/expect.hpp"

using namespace rung;

/// Any bytes as text for the terminal: nothing forbidden comes out, nothing is wider than asked, nothing is lost.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  FuzzedDataProvider bytes(data, size);
  const int width = bytes.ConsumeIntegralInRange(20, 100);
  const int cells = bytes.ConsumeIntegralInRange(1, 100);
  const std::string first = bytes.ConsumeRandomLengthString(400);
  const Line line{{first, Style::plain}, {bytes.ConsumeRemainingBytesAsString(), Style::strong}};

  const Block block = wrap(line, width, {{{"  ", Style::plain}}, {{"    ", Style::plain}}});
  for (const Line& wrapped : block) fuzz::expect(cell_width(wrapped) <= width, "no line is wider than asked");
  fuzz::expect(fuzz::is_inert(paint(block, {})), "what is painted is inert");
  fuzz::expect(fuzz::is_inert(paint(block, {Colour::off, Glyphs::ascii})), "what is painted in ASCII is inert");
  for (const Span& span : line) {
    fuzz::expect(fuzz::is_inert(make_visible(span.text)), "what is made visible is inert");
    fuzz::expect(cell_width(clip(span.text, cells)) <= cells, "what is clipped fits");
    std::string joined;
    for (const std::string_view grapheme : split_graphemes(span.text)) joined += grapheme;
    fuzz::expect(joined == span.text, "the graphemes of a text are the text");
    std::string_view rest = span.text;
    int characters = 0;
    while (!rest.empty()) {
      const auto decoded = decode_utf8(rest);
      rest.remove_prefix(decoded ? decoded->bytes : 1);
      ++characters;
    }
    fuzz::expect(count_characters(span.text) == characters, "characters are counted one by one");
  }
  return 0;
}
