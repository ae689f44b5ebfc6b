#include <rung/analysis/gaps.hpp>

#include <string>

#include <rung/analysis/readiness.hpp>

#include "assessment/sample_ladder.hpp"
#include "catch.hpp"

using namespace rung;

namespace {

std::vector<std::string> keys_of(const Gaps& gaps, const std::vector<std::size_t>& indices) {
  std::vector<std::string> keys;
  for (const std::size_t index : indices) keys.push_back(gaps.place(gaps.standings[index]).behavior->key);
  return keys;
}

using Keys = std::vector<std::string>;

void check_sums(const Tally& tally) {
  CHECK(tally.rated + tally.not_applicable + tally.no_opportunity + tally.unrated == tally.behaviors);
  int rated = 0;
  for (const int count : tally.distribution) rated += count;
  CHECK(rated == tally.rated);
  CHECK(tally.at_target <= tally.rated);
}

}  // namespace

TEST_CASE("gaps are listed widest first and then where there was no opportunity", "[analysis]") {
  Assessment assessment = make_assessment();
  rate(assessment, impact, NoOpportunity{});
  rate(assessment, quality, Rated{2});
  rate(assessment, planning, Rated{2});
  rate(assessment, mentoring, Rated{1});
  const Gaps gaps = find_gaps(assessment);
  CHECK(keys_of(gaps, gaps.gaps) == Keys{quality, mentoring, planning, impact});
  const Standing& widest = gaps.standings[gaps.gaps[0]];
  CHECK(widest.gap() == 2);
  CHECK(widest.target == 4);
  CHECK(widest.at == BehaviorIndex{0, 0, 1, 1});
  CHECK(gaps.place(widest).pillar->title == "Results");
  CHECK(gaps.place(widest).responsibility->title == "Impact");
  CHECK(gaps.answer(widest).behavior == quality);
  CHECK_FALSE(gaps.standings[gaps.gaps[3]].gap());
  CHECK(keys_of(gaps, gaps.closest) == Keys{planning});
  CHECK(gaps.overall.widest_gap == 2);
  CHECK(gaps.pillars[1].tally.widest_gap == 2);
  CHECK(gaps.overall.distribution == std::vector<int>{1, 2, 0, 0});
}

TEST_CASE("what is at target is shown by evidence that counts and else claimed, whatever its note", "[analysis]") {
  Assessment assessment = make_assessment();
  rate(assessment, impact, Rated{3});
  rate(assessment, quality, Rated{4});
  rate(assessment, planning, Rated{4});
  rate(assessment, mentoring, Rated{4});
  find_answer(assessment, planning)->note = "The spring plan.";
  find_answer(assessment, mentoring)->evidence = {{"A talk", {}, assessment.on, ""}};
  const Gaps gaps = find_gaps(assessment);
  CHECK(keys_of(gaps, gaps.strengths) == Keys{planning, mentoring});
  CHECK(keys_of(gaps, gaps.claimed) == Keys{impact, quality, planning});
  CHECK(gaps.overall.share_shown() == Share{1, 4});
  CHECK(gaps.pillars[1].tally.shown == 1);
  CHECK(gaps.standings[3].is_shown());
  CHECK_FALSE(gaps.standings[3].is_claimed());
  CHECK(gaps.gaps.empty());
  CHECK_FALSE(gaps.overall.widest_gap);
  CHECK(gaps.overall.share_at_target() == Share{4, 4});
}

TEST_CASE("strengths are listed highest above first", "[analysis]") {
  Assessment assessment = make_assessment();
  rate(assessment, impact, Rated{3});
  rate(assessment, planning, Rated{4});
  const Gaps gaps = find_gaps(assessment, {2});
  CHECK(keys_of(gaps, gaps.strengths) == Keys{planning, impact});
}

TEST_CASE("a target that is asked for spares behaviors with a target of their own", "[analysis]") {
  Assessment assessment = make_assessment();
  rate(assessment, impact, Rated{2});
  rate(assessment, quality, Rated{3});
  const Gaps gaps = find_gaps(assessment, {2});
  CHECK(gaps.target == 2);
  CHECK(keys_of(gaps, gaps.gaps) == Keys{quality});
  CHECK(keys_of(gaps, gaps.claimed) == Keys{impact});
}

TEST_CASE("closest counts scale points, gaps count scale values", "[analysis]") {
  Assessment assessment = make_assessment();
  assessment.ladder.scale.points = {{1, "No", ""}, {3, "Partly", ""}, {5, "Yes", ""}};
  assessment.ladder.target = 5;
  assessment.ladder.pillars[0].responsibilities[0].behaviors[1].target.reset();
  rate(assessment, impact, Rated{3});
  rate(assessment, quality, Rated{1});
  const Gaps gaps = find_gaps(assessment);
  CHECK(keys_of(gaps, gaps.closest) == Keys{impact});
  CHECK(gaps.overall.widest_gap == 4);
}

TEST_CASE("not applicable leaves the denominator, no opportunity and unrated do not", "[analysis]") {
  Assessment assessment = make_assessment();
  rate(assessment, impact, NotApplicable{"x"});
  rate(assessment, quality, NoOpportunity{});
  rate(assessment, planning, Rated{3});
  const Gaps gaps = find_gaps(assessment);
  CHECK(gaps.overall.applicable() == 3);
  CHECK(gaps.overall.coverage() == Share{2, 3});
  CHECK(gaps.overall.share_not_applicable() == Share{1, 4});
  CHECK(gaps.overall.share_at_target() == Share{1, 3});
  CHECK(keys_of(gaps, gaps.not_applicable) == Keys{impact});
  CHECK(keys_of(gaps, gaps.unrated) == Keys{mentoring});
}

TEST_CASE("an assessment without ratings has no gaps and an empty share", "[analysis]") {
  const Gaps blank = find_gaps(make_assessment());
  CHECK(blank.gaps.empty());
  CHECK(blank.unrated.size() == 4);
  CHECK(blank.overall.coverage() == Share{0, 4});
  Assessment nothing_applies = make_assessment();
  for (auto& answer : nothing_applies.answers) answer.rating = NotApplicable{"x"};
  const Gaps gaps = find_gaps(nothing_applies);
  CHECK(gaps.overall.coverage() == Share{0, 0});
  CHECK_FALSE(gaps.overall.coverage().has_basis());
  CHECK(percent(gaps.overall.coverage()) == 0);
}

TEST_CASE("the tallies add up whatever is answered", "[analysis]") {
  const Rating ratings[] = {Unrated{}, NotApplicable{"x"}, NoOpportunity{}, Rated{1}, Rated{2}, Rated{3}, Rated{4}};
  for (int code = 0; code < 7 * 7 * 7 * 7; ++code) {
    Assessment assessment = make_assessment();
    int rest = code;
    for (auto& answer : assessment.answers) {
      answer.rating = ratings[rest % 7];
      rest /= 7;
    }
    const Gaps gaps = find_gaps(assessment);
    check_sums(gaps.overall);
    int behaviors = 0;
    int rated = 0;
    for (const auto& pillar : gaps.pillars) {
      int of_pillar = 0;
      for (const auto& responsibility : pillar.responsibilities) {
        check_sums(responsibility);
        of_pillar += responsibility.behaviors;
      }
      CHECK(of_pillar == pillar.tally.behaviors);
      behaviors += pillar.tally.behaviors;
      rated += pillar.tally.rated;
    }
    CHECK(behaviors == 4);
    CHECK(rated == gaps.overall.rated);
    // Every behavior is at target, a gap, unrated or not applicable: exactly one of these.
    CHECK(std::size_t(gaps.overall.at_target) + gaps.gaps.size() + gaps.unrated.size() + gaps.not_applicable.size() ==
          4);
    const Readiness readiness = judge_readiness(gaps, assessment.ladder.gates);
    REQUIRE(readiness.gates.size() == 7);
    CHECK(readiness.all_passed() == (readiness.passed() == 7));
    CHECK(gaps.overall.shown + static_cast<int>(gaps.claimed.size()) == gaps.overall.at_target);
  }
}

TEST_CASE("percents are rounded down so that 100 means all of it", "[analysis]") {
  CHECK(percent({0, 0}) == 0);
  CHECK(percent({0, 5}) == 0);
  CHECK(percent({1, 3}) == 33);
  CHECK(percent({2, 3}) == 66);
  CHECK(percent({199, 200}) == 99);
  CHECK(percent({200, 200}) == 100);
}
