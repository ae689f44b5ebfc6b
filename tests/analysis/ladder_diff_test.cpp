#include <rung/analysis/ladder_diff.hpp>

#include "assessment/sample_ladder.hpp"
#include "catch.hpp"

using namespace rung;

TEST_CASE("a comparison groups by the later ladder's pillars and counts every behavior", "[analysis]") {
  Ladder before = make_ladder();
  Ladder after = make_ladder();
  after.pillars[0].responsibilities.pop_back();  // Planning: gone, under Results
  after.pillars[0].responsibilities[0].behaviors[1].text = "What I ship holds for years.";
  after.pillars[1].id = "people";
  after.pillars[1].title = "People";
  after.pillars[1].responsibilities[0].behaviors = {make_behavior("people.growing", "teaching", "I teach a class.")};
  const LadderDiff diff = compare_ladders(before, after);
  CHECK(diff.same_scale);
  CHECK(diff.counts == FateCounts{1, 1, 1, 2});
  REQUIRE(diff.pillars.size() == 3);
  CHECK(diff.title(diff.pillars[0]) == "Results");
  CHECK(diff.pillars[0].counts == FateCounts{1, 1, 0, 1});
  CHECK(compare_words(diff.before, diff.after, diff.pillars[0].behaviors[1]) ==
        compare_words("What I ship holds.", "What I ship holds for years."));
  CHECK(diff.place(diff.pillars[0].behaviors[2]).behavior->key == planning);
  CHECK_FALSE(diff.pillars[0].behaviors[2].after);
  CHECK(diff.pillars[1].counts == FateCounts{0, 0, 1, 0});
  CHECK(diff.title(diff.pillars[2]) == "Talent");
  CHECK(diff.pillars[2].counts == FateCounts{0, 0, 0, 1});
}

TEST_CASE("pillars of one title that are both gone stay two", "[analysis]") {
  Ladder before = make_ladder();
  before.pillars[0].title = before.pillars[1].title = "People";
  Ladder after = make_ladder();
  after.pillars = {{"craft", "Craft", "", {{"code", "Code", "", {make_behavior("craft.code", "tests", "I test.")}}}}};
  const LadderDiff diff = compare_ladders(before, after);
  REQUIRE(diff.pillars.size() == 3);
  CHECK(diff.pillars[1].counts == FateCounts{0, 0, 0, 3});
  CHECK(diff.pillars[2].counts == FateCounts{0, 0, 0, 1});
}
