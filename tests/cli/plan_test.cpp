#include "../../src/cli/plan.hpp"

#include <rung/analysis/carry_over.hpp>

#include "assessment/sample_ladder.hpp"
#include "catch.hpp"

using namespace rung;
using namespace rung::cli;

// What a session begins with, by values alone.

namespace {

using EarlierAnswers = std::vector<std::optional<Answer>>;

/// No earlier assessment.
const EarlierAnswers no_answers(4);

/// The answers of an assessment in February: a gap, the rest at target, mentoring unrated.
EarlierAnswers answers_of_february() {
  Assessment february = make_assessment();
  february.sitting = "2";
  february.on = parse_date("2026-02-01").value();
  rate(february, impact, Rated{2});
  rate(february, quality, Rated{4});
  rate(february, planning, Rated{3});
  find_answer(february, planning)->note = "A plan.";
  EarlierAnswersOf earlier(february.ladder);
  earlier.add(february);
  return earlier.answers();
}

SessionWish wish_for(Ladder ladder = make_ladder()) { return {std::move(ladder), "", std::nullopt, std::nullopt, {}}; }

/// Resumes `draft`.
SessionPlan plan_resumed(const SessionWish& wish, const Assessment& draft, const EarlierAnswers& earlier = no_answers) {
  LoadedDraft loaded;
  loaded.draft = draft;
  return plan_session(wish, loaded, draft, earlier);
}

/// Amends a finished `assessment`.
SessionPlan plan_amended(const SessionWish& wish, const Assessment& assessment, const EarlierAnswers& earlier) {
  LoadedDraft loaded;
  loaded.draft = assessment;
  loaded.draft->amends = assessment.sitting;
  loaded.amends = AmendedAssessment{assessment.id, "", assessment, {}};
  return plan_session(wish, loaded, *loaded.draft, earlier);
}

std::vector<Rating> ratings_in(const Assessment& assessment) {
  std::vector<Rating> ratings;
  for (const Answer& answer : assessment.answers) ratings.push_back(answer.rating);
  return ratings;
}

}  // namespace

TEST_CASE("a session starts with what was begun, and there is nothing to save yet", "[cli]") {
  const SessionPlan plan = plan_session(wish_for(), {}, make_assessment(), answers_of_february());
  CHECK(plan.assessment == make_assessment());
  CHECK_FALSE(plan.must_be_saved);
  CHECK_FALSE(plan.ladder_changes);
}

TEST_CASE("a session resumes a draft as it is, with a new label if one is given", "[cli]") {
  Assessment draft = make_assessment();
  rate(draft, impact, Rated{1});
  draft.asked = {impact, mentoring};
  CHECK(plan_resumed(wish_for(), draft).assessment == draft);
  SessionWish wish = wish_for();
  wish.label = "autumn";
  const SessionPlan plan = plan_resumed(wish, draft);
  CHECK_FALSE(plan.must_be_saved);
  draft.label = "autumn";
  CHECK(plan.assessment == draft);
}

TEST_CASE("a resumed run carries what has been judged since to what it does not ask", "[cli]") {
  Assessment draft = make_assessment();
  draft.asked = {impact};
  const SessionPlan plan = plan_resumed(wish_for(), draft, answers_of_february());
  CHECK(ratings_in(plan.assessment) == std::vector<Rating>{Unrated{}, Rated{4}, Rated{3}, Unrated{}});
  CHECK(plan.assessment.asked == std::vector<std::string>{impact});
}

TEST_CASE("an update asks what is worth asking, carries the rest, and must be saved", "[cli]") {
  SessionWish wish = wish_for();
  wish.selection = SelectedState::worth_asking;
  const SessionPlan plan = plan_session(wish, {}, make_assessment(), answers_of_february());
  CHECK(plan.must_be_saved);
  CHECK(plan.assessment.asked == std::vector<std::string>{impact, mentoring});
  CHECK(ratings_in(plan.assessment) == std::vector<Rating>{Unrated{}, Rated{4}, Rated{3}, Unrated{}});
  const Answer& carried = plan.assessment.answers[2];
  CHECK(carried.origin == Origin::carried);
  CHECK(carried.from == AnswerSource{"2", parse_date("2026-02-01").value()});
  CHECK(carried.note == "A plan.");
}

TEST_CASE("a resumed draft keeps what it asks when the same is wished for again", "[cli]") {
  SessionWish wish = wish_for();
  wish.selection = SelectedState::worth_asking;
  Assessment draft = plan_session(wish, {}, make_assessment(), answers_of_february()).assessment;
  rate(draft, impact, Rated{3});
  wish.newly_tied = {planning};
  const SessionPlan plan = plan_resumed(wish, draft, answers_of_february());
  CHECK(plan.disagreement == Disagreement::none);
  CHECK_FALSE(plan.must_be_saved);
  CHECK(plan.assessment == draft);

  Assessment whole = make_assessment();
  rate(whole, impact, Rated{3});
  wish.selection = SelectedState::unrated;
  CHECK(plan_resumed(wish, whole).disagreement == Disagreement::none);
  CHECK(plan_resumed(wish, whole).assessment == whole);
}

TEST_CASE("a selection that a resumed draft does not ask is a disagreement, and changes nothing", "[cli]") {
  Assessment draft = make_assessment();
  rate(draft, impact, Rated{3});
  SessionWish wish = wish_for();
  wish.label = "autumn";
  wish.selection = SelectedPart{"results", "impact"};
  SECTION("the draft asks everything") {}
  SECTION("the draft asks something else") { draft.asked = {mentoring}; }
  SECTION("the draft asks less") { draft.asked = {impact}; }
  SECTION("the draft asks more") { draft.asked = {impact, quality, mentoring}; }
  const SessionPlan plan = plan_resumed(wish, draft, answers_of_february());
  CHECK(plan.disagreement == Disagreement::selection);
  CHECK(plan.assessment == draft);
}

TEST_CASE("without an earlier assessment a selection carries nothing", "[cli]") {
  SessionWish wish = wish_for();
  wish.selection = SelectedPart{"talent", ""};
  const SessionPlan plan = plan_session(wish, {}, make_assessment(), no_answers);
  CHECK(plan.assessment.asked == std::vector<std::string>{mentoring});
  CHECK(count_answered(plan.assessment) == 0);
}

TEST_CASE("an amendment asks all of it, carries nothing, and keeps its date and ladder", "[cli]") {
  Assessment finished = make_assessment();
  rate(finished, impact, Rated{1});
  finished.asked = {impact};
  Ladder today = make_ladder();
  today.pillars.pop_back();
  SessionWish wish = wish_for(today);
  wish.label = "corrected";
  const SessionPlan plan = plan_amended(wish, finished, answers_of_february());
  CHECK_FALSE(plan.must_be_saved);
  CHECK_FALSE(plan.ladder_changes);
  Assessment expected = finished;
  expected.amends = finished.sitting;
  expected.asked.reset();
  expected.label = "corrected";
  CHECK(plan.assessment == expected);

  wish.selection = SelectedState::gaps;
  const SessionPlan of_gaps = plan_amended(wish, finished, no_answers);
  CHECK_FALSE(of_gaps.must_be_saved);
  CHECK(of_gaps.assessment.asked == std::vector<std::string>{impact});
  CHECK(of_gaps.assessment.answers == finished.answers);

  wish.on = parse_date("2026-01-01");
  CHECK(plan_amended(wish, finished, no_answers).disagreement == Disagreement::date);
}

TEST_CASE("a draft on a ladder that changed is fitted to it, and what lost its place is set aside", "[cli]") {
  Assessment draft = make_assessment();
  rate(draft, impact, Rated{1});
  rate(draft, mentoring, Rated{4});
  Ladder cut = make_ladder();
  cut.version = "2";
  cut.pillars.pop_back();
  const SessionPlan plan = plan_resumed(wish_for(cut), draft, EarlierAnswers(3));
  CHECK(plan.assessment.ladder == cut);
  CHECK(ratings_in(plan.assessment) == std::vector<Rating>{Rated{1}, Unrated{}, Unrated{}});
  REQUIRE(plan.assessment.set_aside.size() == 1);
  CHECK(plan.assessment.set_aside[0].answer == *find_answer(draft, mentoring));
  REQUIRE(plan.ladder_changes);
  CHECK(plan.ladder_changes->removed.size() == 1);
  CHECK_FALSE(plan.must_be_saved);

  const SessionPlan back = plan_resumed(wish_for(), plan.assessment);
  CHECK(back.assessment == draft);
  REQUIRE(back.ladder_changes);
  CHECK(back.ladder_changes->added.size() == 1);
}

TEST_CASE("what comes back with the ladder is not carried over", "[cli]") {
  Assessment draft = make_assessment();
  draft.asked = {impact};
  Answer planned = *find_answer(draft, planning);
  planned.rating = Rated{1};
  draft.ladder.pillars[0].responsibilities.pop_back();
  draft.answers.erase(draft.answers.begin() + 2);
  draft.set_aside = {{planned, {1, 2, 3, 4}}};
  const SessionPlan plan = plan_resumed(wish_for(), draft, answers_of_february());
  CHECK(ratings_in(plan.assessment) == std::vector<Rating>{Unrated{}, Rated{4}, Rated{1}, Unrated{}});
  CHECK(plan.assessment.set_aside.empty());
}

TEST_CASE("a resumed draft judges the date that it was begun for", "[cli]") {
  Assessment draft = make_assessment();
  draft.id = "2026-03-14-ann-b-smith-2";
  SessionWish wish = wish_for();
  wish.on = draft.on;
  const SessionPlan same = plan_resumed(wish, draft);
  CHECK(same.disagreement == Disagreement::none);
  CHECK(same.assessment == draft);

  wish.on = parse_date("2025-12-31");
  const SessionPlan other = plan_resumed(wish, draft);
  CHECK(other.disagreement == Disagreement::date);
  CHECK(other.assessment == draft);
}

TEST_CASE("a date to judge that was chosen must be saved", "[cli]") {
  SessionWish wish = wish_for();
  Assessment begun = make_assessment();
  wish.on = begun.on;
  const SessionPlan plan = plan_session(wish, {}, begun, no_answers);
  CHECK(plan.must_be_saved);
  CHECK(plan.assessment == begun);
}
