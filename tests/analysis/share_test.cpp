#include <rung/analysis/share.hpp>

#include "catch.hpp"

using namespace rung;

TEST_CASE("percents are whole and rounded down, so that 100 means all of it", "[analysis]") {
  CHECK(percent({53, 53}) == 100);
  CHECK(percent({199, 200}) == 99);
  CHECK(percent({2, 3}) == 66);
  CHECK(percent({0, 3}) == 0);
}

TEST_CASE("a share of nothing has no basis", "[analysis]") {
  CHECK_FALSE(Share{0, 0}.has_basis());
  CHECK(percent({0, 0}) == 0);
}
