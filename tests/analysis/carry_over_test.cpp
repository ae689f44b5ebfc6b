#include <rung/analysis/carry_over.hpp>

#include "assessment/sample_ladder.hpp"
#include "catch.hpp"

using namespace rung;

TEST_CASE("a draft carried over to a changed ladder keeps what still has its behavior", "[analysis]") {
  Assessment draft = make_assessment();
  rate(draft, impact, Rated{1});
  rate(draft, quality, Rated{2});
  rate(draft, planning, NoOpportunity{});
  rate(draft, mentoring, NotApplicable{"x"});
  find_answer(draft, impact)->note = "A note.";
  Ladder later = make_ladder();
  later.version = "2";
  Behavior& care = later.pillars[0].responsibilities[0].behaviors[1];
  care = make_behavior("results.impact", "care", "What I ship holds.");
  care.formerly = {quality};
  later.pillars[1].responsibilities[0].behaviors[0] = make_behavior("talent.growing", "hiring", "I hire.");
  Assessment carried = carry_over(draft, later);
  CHECK(carried.ladder == later);
  REQUIRE(carried.answers.size() == 4);
  CHECK(carried.answers[0] == *find_answer(draft, impact));
  CHECK(carried.answers[1].behavior == "results.impact.care");
  CHECK(carried.answers[1].rating == Rating(Rated{2}));
  CHECK(carried.answers[2].rating == Rating(NoOpportunity{}));
  CHECK(carried.answers[3].behavior == "talent.growing.hiring");
  CHECK(carried.answers[3].rating == Rating(Unrated{}));

  // An older version of the ladder may have another behavior under a key that `formerly` names.
  Ladder older = later;
  older.pillars[0].responsibilities[0].behaviors[1] = make_behavior("results.impact", "quality", "I review code.");
  Assessment from_later = make_assessment(later);
  rate(from_later, "results.impact.care", Rated{4});
  CHECK(find_answer(carry_over(from_later, older), quality)->rating == Rating(Unrated{}));

  later.scale.points[0].label = "Never";
  carried = carry_over(draft, later);
  CHECK(carried.answers[0].rating == Rating(Unrated{}));
  CHECK(carried.answers[0].note == "A note.");
  CHECK(carried.answers[2].rating == Rating(NoOpportunity{}));
}
