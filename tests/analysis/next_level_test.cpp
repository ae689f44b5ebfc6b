#include <rung/analysis/next_level.hpp>

#include "assessment/sample_ladder.hpp"
#include "catch.hpp"

using namespace rung;

namespace {

Assessment make_rated_on() {
  Assessment assessment = make_assessment();
  rate(assessment, "results.impact.on-time", Rated{3});
  find_answer(assessment, "results.impact.on-time")->evidence = {{"Shipped", {}, assessment.on, ""}};
  rate(assessment, "results.impact.quality", Rated{3});
  rate(assessment, "talent.growing.mentoring", Rated{2});
  return assessment;
}

Ladder make_next() {
  Ladder next = make_ladder();
  next.id = "ic4";
  next.pillars[1].responsibilities[0].behaviors[0].text = "Other teams learn from me.";
  next.pillars[1].responsibilities[0].behaviors.push_back(make_behavior("talent.growing", "hiring", "I hire."));
  return next;
}

using enum LevelStanding;

}  // namespace

TEST_CASE("an assessment says what of another ladder is shown, below, open, reworded and new", "[analysis]") {
  const NextLevel next = judge_against(make_rated_on(), make_next());
  REQUIRE(next.behaviors.size() == 5);
  CHECK(next.behaviors[0].standing == shown);
  CHECK(next.behaviors[1].standing == below);  // the target of quality is 4 of its own
  CHECK(next.behaviors[2].standing == unrated);
  CHECK(next.behaviors[3].standing == reworded);
  REQUIRE(next.answer(next.behaviors[3]) != nullptr);
  CHECK(next.answer(next.behaviors[3])->rating == Rating(Rated{2}));
  CHECK(next.behaviors[4].standing == come);
  CHECK(next.answer(next.behaviors[4]) == nullptr);
  CHECK(next.counts.behaviors() == 5);
  CHECK(next.counts.comparable() == 3);
  for (const LevelStanding standing : {shown, below, unrated, reworded, come}) CHECK(next.counts[standing] == 1);
  REQUIRE(next.pillars.size() == 2);
  CHECK(next.pillars[1].comparable() == 0);
  CHECK(next.pillars[1][reworded] == 1);
}

TEST_CASE("a rating without evidence that counts is claimed, and no two states are merged", "[analysis]") {
  Assessment assessment = make_rated_on();
  find_answer(assessment, "results.impact.on-time")->evidence[0].on = parse_date("2019-05-01").value();
  rate(assessment, "results.impact.quality", NotApplicable{"x"});
  rate(assessment, "results.planning.on-time", NoOpportunity{});
  const LevelCounts counts = judge_against(assessment, make_next()).counts;
  CHECK(counts[shown] == 0);
  CHECK(counts[claimed] == 1);
  CHECK(counts[not_applicable] == 1);
  CHECK(counts[no_opportunity] == 1);
  CHECK(counts[unrated] == 0);
  CHECK(counts.comparable() == 3);
}

TEST_CASE("the other ladder's target decides", "[analysis]") {
  Ladder next = make_next();
  next.target = 4;
  const LevelCounts counts = judge_against(make_rated_on(), next).counts;
  CHECK(counts[shown] == 0);
  CHECK(counts[below] == 2);
}

TEST_CASE("what has another scale is not comparable, whatever its state", "[analysis]") {
  Ladder next = make_next();
  next.scale.points.push_back({5, "Far beyond", ""});
  const NextLevel judged = judge_against(make_rated_on(), next);
  CHECK_FALSE(judged.same_scale);
  CHECK(judged.counts[rescaled] == 3);
  CHECK(judged.counts.comparable() == 0);
}

TEST_CASE("a heavily reworded behavior was never asked", "[analysis]") {
  Ladder next = make_next();
  next.pillars[1].responsibilities[0].behaviors[0].text = "I set the direction of the whole trade.";
  const NextLevel judged = judge_against(make_rated_on(), next);
  CHECK(judged.behaviors[3].standing == come);
  CHECK(judged.behaviors[3].behavior.before.has_value());
  CHECK(judged.answer(judged.behaviors[3]) == nullptr);
  CHECK(judged.counts[come] == 2);
}
