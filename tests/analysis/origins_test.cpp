#include <rung/analysis/origins.hpp>

#include "assessment/sample_ladder.hpp"
#include "catch.hpp"

using namespace rung;

TEST_CASE("answers are counted by how they came about, unrated ones are not", "[analysis]") {
  Assessment assessment = make_assessment();
  CHECK(count_origins(assessment) == OriginCounts{});
  for (Answer& answer : assessment.answers) answer.rating = Rated{3};
  assessment.answers[1].origin = Origin::given;
  assessment.answers[2].origin = Origin::carried;
  assessment.answers[2].from = AnswerSource{"s1", *parse_date("2025-03-13")};
  assessment.answers[3].origin = Origin::carried;
  assessment.answers[3].from = AnswerSource{"s2", *parse_date("2025-11-02")};
  const OriginCounts counts = count_origins(assessment);
  CHECK(counts.asked == 1);
  CHECK(counts.given == 1);
  CHECK(counts.accepted == 0);
  CHECK(counts.carried == 2);
  CHECK(counts.stale == 1);
  CHECK(counts.oldest == *parse_date("2025-03-13"));
  CHECK(counts.youngest == *parse_date("2025-11-02"));
  CHECK_FALSE(counts.all_asked());
  assessment.answers[3].rating = Unrated{};
  CHECK(count_origins(assessment).carried == 1);
}

TEST_CASE("a carried answer is stale when it was last asked more than a year before", "[analysis]") {
  Assessment assessment = make_assessment();  // judges 2026-03-14
  Answer& answer = assessment.answers.front();
  answer.rating = Rated{3};
  CHECK_FALSE(is_stale(assessment, answer));
  answer.origin = Origin::carried;
  answer.from = AnswerSource{"s", *parse_date("2025-03-14")};
  CHECK_FALSE(is_stale(assessment, answer));
  answer.from->on = *parse_date("2025-03-13");
  CHECK(is_stale(assessment, answer));
}
