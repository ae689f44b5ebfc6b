#include <rung/text/telling.hpp>

#include "catch.hpp"

using namespace rung;

TEST_CASE("two words or eight letters are enough for a reason", "[text]") {
  for (const char* text : {"no servers", "a b", "outsourced", "  not  here ", "このチームでは扱わない", "überhört"})
    CHECK(is_telling(text));
  for (const char* text : {"", "no", "n/a", "none", "- -", "12 34", "nothing", "\xFF\xFF two words", "…", "無い"})
    CHECK_FALSE(is_telling(text));
}
