#include <rung/text/heading_slug.hpp>

#include "catch.hpp"

using namespace rung;

TEST_CASE("the slug of a heading is the one that GitHub makes", "[text]") {
  CHECK(heading_slug("Ask for feedback") == "ask-for-feedback");
  CHECK(heading_slug("Talent · 3 of 7, needs 5") == "talent--3-of-7-needs-5");
  CHECK(heading_slug("A_b-C (d) 1.2!") == "a_b-c-d-12");
  CHECK(heading_slug("Über Größe № 1") == "über-größe--1");
  CHECK(heading_slug("品質 → 向上") == "品質--向上");
  CHECK(heading_slug("🚀 Ship") == "-ship");
  CHECK(heading_slug("!?").empty());
  CHECK(heading_slug("a\xFF"
                     "b") == "ab");
}
