#include <rung/text/ascii.hpp>

#include "catch.hpp"

using namespace rung;

TEST_CASE("a whole number is digits alone, and not too many", "[text]") {
  CHECK(read_whole_number("042") == 42U);
  for (const char* text : {"", "-1", "+1", " 1", "1 ", "2x", "99999999999999999999999"}) {
    INFO(text);
    CHECK_FALSE(read_whole_number(text));
  }
}

TEST_CASE("an end of a name begins after a dot", "[text]") {
  CHECK(is_end_after_dot("direction.strategy.set-goals", "set-goals"));
  CHECK(is_end_after_dot("direction.strategy.set-goals", "strategy.set-goals"));
  for (const char* end : {"", "goals", "direction.strategy.set-goals", ".set-goals", "strategy"}) {
    INFO(end);
    CHECK_FALSE(is_end_after_dot("direction.strategy.set-goals", end));
  }
}
