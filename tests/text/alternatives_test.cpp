#include <string>
#include <vector>

#include <rung/text/alternatives.hpp>

#include "catch.hpp"

using namespace rung;

TEST_CASE("alternatives are listed as in a sentence", "[text]") {
  using Alternatives = std::vector<std::string>;
  CHECK(list_alternatives(Alternatives{}).empty());
  CHECK(list_alternatives(Alternatives{"a"}) == "a");
  CHECK(list_alternatives(Alternatives{"a", "b"}) == "a or b");
  CHECK(list_alternatives(Alternatives{"a", "b", "c"}) == "a, b, or c");
}
