#include <rung/analysis/shown.hpp>

#include "assessment/sample_ladder.hpp"
#include "catch.hpp"

using namespace rung;

namespace {

Date day(const char* text) { return *parse_date(text); }

EvidenceAge age(const char* text, const Assessment& assessment) {
  return age_of({"Did it.", {}, day(text), ""}, evidence_window(assessment));
}

/// Begun on 2026-03-14.
Assessment judged_on(const char* text) {
  Assessment assessment = make_assessment();
  assessment.on = day(text);
  return assessment;
}

}  // namespace

TEST_CASE("evidence counts from 18 months before the date judged until that date", "[analysis]") {
  const Assessment assessment = judged_on("2026-03-31");
  CHECK(age("2024-09-29", assessment) == EvidenceAge::too_old);
  CHECK(age("2024-09-30", assessment) == EvidenceAge::counts);
  CHECK(age("2026-03-31", assessment) == EvidenceAge::counts);
  CHECK(age("2026-04-01", assessment) == EvidenceAge::too_late);
}

TEST_CASE("months before a day end on the last day of a shorter month", "[analysis]") {
  CHECK(months_before(day("2026-08-31"), std::chrono::months(18)) == day("2025-02-28"));
  CHECK(months_before(day("2025-08-31"), std::chrono::months(18)) == day("2024-02-29"));
  CHECK(months_before(day("2026-03-14"), std::chrono::months(12)) == day("2025-03-14"));
}

TEST_CASE("a run that takes days counts the evidence of these days", "[analysis]") {
  Assessment assessment = judged_on("2026-03-14");
  CHECK(age("2026-05-01", assessment) == EvidenceAge::counts);
  assessment.finished_at = make_time("2026-03-20T09:00:00Z");
  CHECK(age("2026-03-20", assessment) == EvidenceAge::counts);
  CHECK(age("2026-03-21", assessment) == EvidenceAge::too_late);
  Assessment chosen = judged_on("2025-12-31");
  CHECK(age("2026-01-02", chosen) == EvidenceAge::too_late);
}

TEST_CASE("notes never count, and of the evidence only what is not too old or late", "[analysis]") {
  Assessment assessment = judged_on("2026-03-31");
  Answer& answer = assessment.answers.front();
  answer.note = "Ask anybody.";
  answer.evidence = {
      {"a", {}, day("2019-01-01"), ""}, {"b", {}, day("2026-01-01"), ""}, {"c", {}, day("2027-01-01"), ""}};
  CHECK(count_evidence(answer, evidence_window(assessment)) == 1);
  answer.evidence.clear();
  CHECK(count_evidence(answer, evidence_window(assessment)) == 0);
}
