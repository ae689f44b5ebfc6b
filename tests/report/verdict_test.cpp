#include <string>
#include <vector>

#include <rung/report/render.hpp>

#include "analysis/coded_assessment.hpp"
#include "catch.hpp"

using namespace rung;

namespace {

/// What the report says first of all, on one line.
std::string verdict_of(const Assessment& assessment, const GapReportOptions& options = {}) {
  const Document document = compose(make_gap_report(assessment, options), Extent::screen);
  for (const Element& element : document) {
    const auto* judgement = std::get_if<Judgement>(&element);
    if (judgement == nullptr) continue;
    std::string words;
    for (const Run& run : judgement->text) words += run.text;
    for (auto at = words.find("\u00A0"); at != std::string::npos; at = words.find("\u00A0")) words.replace(at, 2, " ");
    return words;
  }
  return {};
}

Assessment with_evidence(Assessment assessment) {
  for (Answer& answer : assessment.answers) answer.evidence = {{"Did it.", {}, assessment.on, ""}};
  return assessment;
}

}  // namespace

TEST_CASE("all gates passed are counted in a word", "[report]") {
  CHECK(verdict_of(with_evidence(assess_coded({{{3, 3}}, {{3, 4}}}))) ==
        "All seven gates are passed. 4 of 4 at target (100%).");
}

TEST_CASE("one short gate is named with what it needs", "[report]") {
  CHECK(verdict_of(assess_coded({{{3, 3}}, {{3, 4}}})) ==
        "One gate is short: 0 of 4 ratings at target have evidence, and 2 are needed. 4 of 4 at target (100%).");
}

TEST_CASE("every pillar that is short is named", "[report]") {
  Assessment assessment = with_evidence(assess_coded({{{3, 2, 2}}, {{3, 3, 3, 3}}, {{3, 2}}}));
  assessment.ladder.gates.at_target = std::nullopt;
  CHECK(verdict_of(assessment) ==
        "One gate is short: p1 has 1 of 3 at target and needs 2, p3 has 1 of 2 and needs 2. 6 of 9 at target (66%).");
}

TEST_CASE("where many gates are short each is named briefly", "[report]") {
  const std::string verdict =
      verdict_of(assess_coded({{{1, 2, 2}, {2, 2}}, {{3, -2, -2}}, {{0, 0, 0}}, {{2, 2, 2}, {2, 2}}, {{1, 0}}}));
  CHECK(
      verdict ==
      "Six gates are short: 12 of 16 answered (needs 15), 1 of 16 at target (needs 13), 4 pillars, 5 responsibilities, "
      "2 ratings below the floor (2 Sometimes), and 0 of 1 with evidence (needs 1).");
}

TEST_CASE("a gate without anything to judge is open, not passed", "[report]") {
  Assessment assessment = with_evidence(assess_coded({{{-2}}, {{3, 3, 3, 3, 3, 3, 3, 3}}}));
  assessment.ladder.gates.not_applicable = std::nullopt;
  CHECK(verdict_of(assessment) ==
        "One gate is open, with nothing to judge: Every pillar. 8 of 8 at target (100%), 1 not applicable.");
}

TEST_CASE("nothing rated, and nothing that applies, is said instead of gates", "[report]") {
  CHECK(verdict_of(assess_coded({{{0, 0}}})) == "Nothing is rated yet: all 2 behaviors are open.");
  CHECK(verdict_of(assess_coded({{{-2, -2}}})) ==
        "All 2 behaviors are not applicable, and at most 0 may be. Nothing else can be judged.");
}

TEST_CASE("the time before is named where the same was asked", "[report]") {
  Assessment now = with_evidence(assess_coded({{{3, 3, 3, 3, 2}}}));
  now.on = std::chrono::year(2026) / 11 / 16;
  Assessment before = assess_coded({{{3, 3, 2, 2, 2}}});
  before.on = std::chrono::year(2026) / 5 / 11;
  for (Answer& answer : now.answers) answer.evidence.front().on = now.on;
  const auto end_of = [&now](const Assessment& earlier) {
    const std::string verdict = verdict_of(now, {.target = {}, .top = {}, .earlier = {earlier}, .arguments = {}});
    return verdict.substr(verdict.find(". ") + 2);
  };
  CHECK(end_of(before) == "4 of 5 at target (80%), up from 2 in May.");
  CHECK(end_of(now) == "4 of 5 at target (80%), as on Nov 16.");
  before.on = std::chrono::year(2025) / 5 / 11;
  CHECK(end_of(before) == "4 of 5 at target (80%), up from 2 in May 2025.");
  before.ladder.pillars[0].responsibilities[0].behaviors[0].text = "Something else entirely is asked here.";
  CHECK(end_of(before) ==
        "4 of 5 at target (80%). Of the 4 that compare with May 2025, 3 are at target, up from 1 in May 2025.");
}

TEST_CASE("what if judges no gate and says so", "[report]") {
  CHECK(verdict_of(assess_coded({{{3, 3, 2}}}), {.target = 2, .top = {}, .earlier = {}, .arguments = {}}) ==
        "What if the target were 2 Sometimes? 3 of 3 would be at target (100%). No gate is judged.");
}

TEST_CASE("carried answers are counted with the day that they come from", "[report]") {
  Assessment assessment = with_evidence(assess_coded({{{3, 3, 3}}}));
  for (const std::size_t index : {0U, 1U}) {
    assessment.answers[index].origin = Origin::carried;
    assessment.answers[index].from = AnswerSource{"an earlier sitting", std::chrono::year(2026) / 1 / 11};
  }
  CHECK_THAT(verdict_of(assessment), ContainsSubstring("2 answers are carried from Jan 11."));
}
