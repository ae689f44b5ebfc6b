#include <rung/text/utf8.hpp>

#include <string>
#include <string_view>

#include "catch.hpp"

using namespace rung;

TEST_CASE("plain ASCII ends at the first byte that is not printable, at any position", "[text]") {
  for (int byte = 0; byte < 256; ++byte) {
    const char c = static_cast<char>(byte);
    const bool is_plain = byte >= 0x20 && byte <= 0x7E;
    for (std::size_t at = 0; at < 20; ++at) {
      for (const char other : {' ', '~', 'a'}) {
        std::string text(20, other);
        text[at] = c;
        INFO("byte " << byte << " at " << at);
        REQUIRE(count_plain_ascii(text) == (is_plain ? text.size() : at));
        REQUIRE(count_plain_ascii(std::string_view(text).substr(0, at + 1)) == (is_plain ? at + 1 : at));
      }
    }
  }
  CHECK(count_plain_ascii("") == 0);
}
