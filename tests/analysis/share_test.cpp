#include <rung/analysis/share.hpp>

#include "catch.hpp"

using namespace rung;

TEST_CASE("the median is the middle rating, or lies between two", "[analysis]") {
  CHECK(median_position({0, 1, 0, 0}) == 1.0);
  CHECK(median_position({1, 1, 1}) == 1.0);
  CHECK(median_position({1, 0, 0, 1}) == 1.5);
  CHECK(median_position({2, 1, 0, 5}) == 3.0);
  CHECK(median_position({2, 2, 0, 0}) == 0.5);
  CHECK(median_position({0, 0, 0, 7}) == 3.0);
  CHECK_FALSE(median_position({0, 0}));
  CHECK_FALSE(median_position({}));
}
