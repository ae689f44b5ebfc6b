#include <rung/interview/neighbor_wording.hpp>

#include "catch.hpp"
#include "interview/sample_ladder.hpp"

using namespace rung;

TEST_CASE("the wording of the neighbor levels stands beside the points around the target", "[interview]") {
  Ladder below = sample_ladder();
  below.level = "B1";
  below.pillars[0].responsibilities[0].behaviors[0].text = "I feed the starter when I am told to.";
  Ladder above = below;
  above.level = "B3";
  above.pillars[0].responsibilities[0].behaviors[0].text = "I teach others to keep starters.";
  const NeighborWording wording(sample_ladder(), below, above);
  // The first behavior has the target 2.
  CHECK(wording.notes(0) == std::vector<ChoiceNote>{{1, "B1 says: I feed the starter when I am told to."},
                                                    {3, "B3 says: I teach others to keep starters."}});
  CHECK(wording.notes(1).empty());
}

TEST_CASE("beyond the ends of the scale no wording is shown", "[interview]") {
  Ladder ladder = sample_ladder();
  ladder.pillars[0].responsibilities[0].behaviors[0].target = ladder.scale.lowest();
  Ladder below = ladder;
  below.pillars[0].responsibilities[0].behaviors[0].text = "I feed the starter when I am told to.";
  CHECK(NeighborWording(ladder, below, std::nullopt).notes(0).empty());
  CHECK(NeighborWording(ladder, std::nullopt, std::nullopt).notes(0).empty());
}
