#include <rung/analysis/next_level.hpp>

#include "assessment/sample_ladder.hpp"
#include "catch.hpp"

using namespace rung;

namespace {

Assessment make_rated_on() {
  Assessment assessment = make_assessment();
  rate(assessment, "results.impact.on-time", Rated{3});
  rate(assessment, "results.impact.quality", Rated{3});
  rate(assessment, "talent.growing.mentoring", Rated{2});
  return assessment;
}

Ladder make_next() {
  Ladder next = make_ladder();
  next.id = "ic4";
  next.pillars[1].responsibilities[0].behaviors[0].text = "Whole teams learn from me.";
  next.pillars[1].responsibilities[0].behaviors.push_back(make_behavior("talent.growing", "hiring", "I hire."));
  return next;
}

}  // namespace

TEST_CASE("an assessment says what of another ladder is shown, below, open, reworded and new", "[analysis]") {
  const NextLevel next = judge_against(make_rated_on(), make_next());
  // The target of quality is 4 of its own.
  CHECK(next.counts == LevelCounts{1, 1, 1, 0, 1, 1});
  CHECK(next.counts.share_shown() == Share{1, 5});
  REQUIRE(next.behaviors.size() == 5);
  CHECK(next.behaviors[0].standing == LevelStanding::shown);
  CHECK(next.behaviors[1].standing == LevelStanding::below);
  CHECK(next.behaviors[2].standing == LevelStanding::unrated);
  CHECK(next.behaviors[3].standing == LevelStanding::reworded);
  REQUIRE(next.answer(next.behaviors[3]) != nullptr);
  CHECK(next.answer(next.behaviors[3])->rating == Rating(Rated{2}));
  CHECK(next.behaviors[4].standing == LevelStanding::come);
  CHECK(next.answer(next.behaviors[4]) == nullptr);
  REQUIRE(next.pillars.size() == 2);
  CHECK(next.pillars[1] == LevelCounts{0, 0, 0, 0, 1, 1});
}

TEST_CASE("the other ladder's target decides", "[analysis]") {
  Ladder next = make_next();
  next.target = 4;
  CHECK(judge_against(make_rated_on(), next).counts == LevelCounts{0, 2, 1, 0, 1, 1});
}

TEST_CASE("a rating on another scale shows nothing", "[analysis]") {
  Ladder next = make_next();
  next.scale.points.push_back({5, "Far beyond", ""});
  const NextLevel judged = judge_against(make_rated_on(), next);
  CHECK_FALSE(judged.same_scale);
  CHECK(judged.counts == LevelCounts{0, 0, 1, 2, 1, 1});
}
