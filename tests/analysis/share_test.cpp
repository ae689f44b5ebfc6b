#include <rung/analysis/share.hpp>

#include "catch.hpp"

using namespace rung;

TEST_CASE("the middle of ratings is their median, moved towards the side with more of them", "[analysis]") {
  CHECK(median_position({0, 1, 0, 0}) == 1.0);
  CHECK(median_position({1, 1, 1}) == 1.0);
  CHECK(median_position({0, 0, 0, 7}) == 3.0);
  CHECK(median_position({2, 1, 0, 5}) == Approx(2.7));
  CHECK(median_position({0, 2, 10, 1}) == Approx(1.95));
  CHECK(median_position({1, 10, 0, 0}).value() > 0.9);
}

TEST_CASE("between two middle ratings the middle lies half way", "[analysis]") {
  CHECK(median_position({1, 0, 0, 1}) == 1.5);
  CHECK(median_position({2, 2, 0, 0}) == 0.5);
}

TEST_CASE("the middle never leaves the scale", "[analysis]") {
  for (int low = 0; low < 6; ++low) {
    for (int high = 0; high < 6; ++high) {
      if (low + high == 0) continue;
      const double middle = median_position({low, high}).value();
      CHECK(middle >= 0.0);
      CHECK(middle <= 1.0);
    }
  }
}

TEST_CASE("without ratings there is no middle", "[analysis]") {
  CHECK_FALSE(median_position({0, 0}));
  CHECK_FALSE(median_position({}));
}
