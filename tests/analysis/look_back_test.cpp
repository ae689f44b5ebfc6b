#include <rung/analysis/look_back.hpp>

#include "analysis/coded_assessment.hpp"
#include "catch.hpp"

using namespace rung;

namespace {

Date first_of(int month) { return std::chrono::year(2026) / month / 1; }

Assessment in_month(int month, const Ratings& codes) {
  Assessment assessment = assess_coded({{codes}});
  assessment.on = first_of(month);
  return assessment;
}

LookBack look_back_at(const Assessment& now, const std::vector<Assessment>& earlier) {
  return look_back(find_gaps(now), earlier);
}

}  // namespace

TEST_CASE("without an earlier assessment there is no time before", "[analysis]") {
  const LookBack past = look_back_at(in_month(6, {2, 3}), {});
  CHECK_FALSE(past.previous);
  CHECK(past.unmoved_since == std::vector<std::optional<Date>>(2));
}

TEST_CASE("the time before is the latest one, by the targets of today", "[analysis]") {
  const LookBack past =
      look_back_at(in_month(6, {3, 3, 2, -2}), {in_month(5, {3, 1, 3, 3}), in_month(1, {1, 1, 1, 1})});
  REQUIRE(past.previous);
  CHECK(*past.previous == TimeBefore{first_of(5), 4, {3, 4}, {2, 3}});
}

TEST_CASE("a question in other words, or on another scale, does not compare", "[analysis]") {
  const Assessment now = in_month(6, {3, 3});
  Assessment before = in_month(5, {3, 1});
  before.ladder.pillars[0].responsibilities[0].behaviors[0].text = "Something else entirely is asked here.";
  const LookBack reworded = look_back_at(now, {before});
  CHECK(reworded.previous->compared == 1);
  CHECK(reworded.previous->before == Share{0, 1});
  before.ladder.scale.points.push_back({5, "Further", ""});
  CHECK_FALSE(look_back_at(now, {before}).previous);
}

TEST_CASE("a gap stands still if it was rated the same the latest three times that it was asked", "[analysis]") {
  const std::vector<Assessment> earlier{in_month(5, {2, 2, 1, 3}), in_month(4, {2, 1, 2, 3}),
                                        in_month(3, {2, 2, 2, 3})};
  const LookBack past = look_back_at(in_month(6, {2, 2, 2, 3}), earlier);
  CHECK(past.unmoved_since[0] == first_of(3));
  CHECK_FALSE(past.unmoved_since[1]);
  CHECK_FALSE(past.unmoved_since[2]);
  // At target is no gap.
  CHECK_FALSE(past.unmoved_since[3]);
}

TEST_CASE("a carried answer is no time at which something stood still", "[analysis]") {
  Assessment carried = in_month(5, {2});
  carried.answers[0].origin = Origin::carried;
  const Assessment now = in_month(6, {2});
  CHECK_FALSE(look_back_at(now, {carried, in_month(4, {2})}).unmoved_since[0]);
  CHECK(look_back_at(now, {carried, in_month(4, {2}), in_month(3, {2})}).unmoved_since[0] == first_of(3));
}
