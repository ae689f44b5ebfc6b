#include <rung/analysis/carry_over.hpp>

#include "assessment/sample_ladder.hpp"
#include "catch.hpp"

using namespace rung;

TEST_CASE("a draft fitted to a changed ladder keeps what still has its behavior", "[analysis]") {
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
  Assessment carried = fit_to(draft, later);
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
  CHECK(find_answer(fit_to(from_later, older), quality)->rating == Rating(Unrated{}));

  later.scale.points[0].label = "Never";
  CHECK(fit_to(draft, later).answers[0].rating == Rating(Rated{1}));

  later.scale.points.push_back({5, "Far beyond", ""});
  carried = fit_to(draft, later);
  CHECK(carried.answers[0].rating == Rating(Unrated{}));
  CHECK(carried.answers[0].note == "A note.");
  CHECK(carried.answers[2].rating == Rating(NoOpportunity{}));
}

TEST_CASE("what a ladder has no place for is set aside and comes back with the ladder", "[analysis]") {
  Assessment draft = make_assessment();
  rate(draft, impact, Rated{1});
  rate(draft, mentoring, Rated{4});
  find_answer(draft, mentoring)->evidence = {{"Taught", {}, draft.on, ""}};
  Ladder cut = make_ladder();
  cut.pillars.pop_back();
  cut.scale.points.push_back({5, "Far beyond", ""});
  const Assessment without = fit_to(draft, cut);
  REQUIRE(without.set_aside.size() == 2);
  CHECK(without.set_aside[0].answer.behavior == impact);
  CHECK(without.set_aside[0].scale == std::vector<int>{1, 2, 3, 4});
  CHECK(without.set_aside[1].answer == *find_answer(draft, mentoring));

  CHECK(fit_to(without, draft.ladder) == draft);

  Assessment answered = without;
  rate(answered, impact, Rated{5});
  const Assessment back = fit_to(answered, draft.ladder);
  CHECK(find_answer(back, mentoring)->rating == Rating(Rated{4}));
  REQUIRE(back.set_aside.size() == 1);
  CHECK(back.set_aside[0].answer.rating == Rating(Rated{5}));
  CHECK(find_answer(back, impact)->rating == Rating(Rated{1}));
}

TEST_CASE("an answer that was recorded late is later than one that was carried past it", "[analysis]") {
  Assessment winter = make_assessment();
  winter.sitting = "winter";
  winter.on = *parse_date("2025-01-10");
  rate(winter, impact, Rated{2});
  rate(winter, planning, Rated{3});
  Assessment summer = make_assessment();
  summer.sitting = "summer";
  summer.on = *parse_date("2025-07-10");
  for (const std::string& key : {impact, planning}) {
    Answer& answer = *find_answer(summer, key);
    answer = *find_answer(winter, key);
    answer.origin = Origin::carried;
    answer.from = AnswerSource{winter.sitting, winter.on};
  }
  find_answer(summer, impact)->note = "Added in summer.";
  // Recorded after summer, for a day before it.
  Assessment spring = make_assessment();
  spring.sitting = "spring";
  spring.on = *parse_date("2025-04-10");
  rate(spring, impact, Rated{4});
  find_answer(spring, impact)->note = "Asked in spring.";

  EarlierAnswersOf earlier(spring.ladder);
  earlier.add(summer);
  CHECK_FALSE(earlier.is_complete());
  earlier.add(spring);
  earlier.add(winter);
  REQUIRE(earlier.answers()[0]);
  CHECK(earlier.answers()[0]->rating == Rating(Rated{4}));
  CHECK(earlier.answers()[0]->from == AnswerSource{spring.sitting, spring.on});
  CHECK(earlier.answers()[0]->note == "Asked in spring.\nAdded in summer.");
  CHECK(find_answer(spring, planning)->rating == Rating(Unrated{}));
  REQUIRE(earlier.answers()[2]);
  CHECK(earlier.answers()[2]->from == AnswerSource{winter.sitting, winter.on});
}

TEST_CASE("the latest answer to the same text is carried with its source", "[analysis]") {
  Assessment first = make_assessment();
  first.sitting = "1";
  first.on = *parse_date("2025-09-01");
  rate(first, impact, Rated{2});
  rate(first, planning, Rated{3});
  Assessment second = make_assessment();
  second.sitting = "2";
  second.on = *parse_date("2026-03-01");
  rate(second, impact, Rated{3});
  find_answer(second, impact)->evidence = {{"Shipped", {}, second.on, ""}};
  rate(second, planning, Rated{4});
  find_answer(second, planning)->origin = Origin::carried;
  find_answer(second, planning)->from = AnswerSource{"1", first.on};
  const Ladder ladder = make_ladder();
  EarlierAnswersOf earlier(ladder);
  earlier.add(second);
  earlier.add(first);
  CHECK_FALSE(earlier.is_complete());
  REQUIRE(earlier.answers()[0]);
  CHECK(earlier.answers()[0]->rating == Rating(Rated{3}));
  CHECK(earlier.answers()[0]->evidence == find_answer(second, impact)->evidence);
  CHECK(earlier.answers()[0]->origin == Origin::carried);
  CHECK(earlier.answers()[0]->from == AnswerSource{"2", second.on});
  CHECK(earlier.answers()[2]->from == AnswerSource{"1", first.on});
  CHECK_FALSE(earlier.answers()[3]);

  Assessment now = make_assessment();
  now.asked = {impact};
  CHECK(carry(now, earlier.answers(), LeftBehaviors::stay) == 1);
  CHECK(find_answer(now, impact)->rating == Rating(Unrated{}));
  CHECK(find_answer(now, planning)->rating == Rating(Rated{4}));
  CHECK(carry(now, earlier.answers(), LeftBehaviors::carried) == 1);
  CHECK(find_answer(now, impact)->rating == Rating(Rated{3}));
}

TEST_CASE("an answer to other words, or on another scale, is not carried", "[analysis]") {
  Assessment before = make_assessment();
  for (Answer& answer : before.answers) answer.rating = Rated{3};
  Ladder reworded = make_ladder();
  reworded.pillars[0].responsibilities[0].behaviors[0].text = "I ship when I said I would.";
  EarlierAnswersOf earlier(reworded);
  earlier.add(before);
  CHECK_FALSE(earlier.answers()[0]);
  CHECK(earlier.answers()[1]);
  reworded.scale.points.pop_back();
  EarlierAnswersOf rescaled(reworded);
  rescaled.add(before);
  CHECK_FALSE(rescaled.answers()[1]);
}

TEST_CASE("what a finished assessment set aside is carried once the ladder has a place for it again", "[analysis]") {
  Assessment draft = make_assessment();
  draft.sitting = "1";
  rate(draft, impact, Rated{2});
  rate(draft, mentoring, Rated{4});
  Ladder cut = make_ladder();
  cut.pillars.pop_back();
  cut.scale.points.push_back({5, "Far beyond", ""});
  Assessment finished = fit_to(draft, cut);
  rate(finished, impact, Rated{5});
  REQUIRE(finished.set_aside.size() == 2);

  EarlierAnswersOf earlier(draft.ladder);
  earlier.add(finished);
  REQUIRE(earlier.answers()[0]);
  CHECK(earlier.answers()[0]->rating == Rating(Rated{2}));
  REQUIRE(earlier.answers()[3]);
  CHECK(earlier.answers()[3]->rating == Rating(Rated{4}));
  CHECK(earlier.answers()[3]->from == AnswerSource{"1", draft.on});
  CHECK_FALSE(earlier.answers()[2]);

  // On the ladder that set it aside, and under other words, it stays where it is.
  EarlierAnswersOf of_cut(finished.ladder);
  of_cut.add(finished);
  CHECK(of_cut.answers()[0]->rating == Rating(Rated{5}));
  Ladder reworded = make_ladder();
  reworded.pillars[0].responsibilities[0].behaviors[0].text = "I ship when I said I would.";
  EarlierAnswersOf of_reworded(reworded);
  of_reworded.add(finished);
  CHECK_FALSE(of_reworded.answers()[0]);
}

TEST_CASE("what was added to a carried answer outlasts other words of its behavior", "[analysis]") {
  Assessment draft = make_assessment();
  rate(draft, impact, Rated{2});
  Answer& answer = *find_answer(draft, impact);
  answer.origin = Origin::carried;
  answer.evidence = {{"Added in this run", {}, draft.on, ""}};
  draft.asked = {quality};
  Ladder later = make_ladder();
  later.pillars[0].responsibilities[0].behaviors[0].text = "Something else entirely is asked here.";
  const Assessment whole = fit_to(draft, later);
  const Answer& fitted = *find_answer(whole, impact);
  CHECK(fitted.rating == Rating(Unrated{}));
  CHECK(fitted.origin == Origin::asked);
  CHECK(fitted.evidence == answer.evidence);
}

TEST_CASE("a behavior that is asked stays asked under another key, and under its old one", "[analysis]") {
  Assessment draft = make_assessment();
  draft.asked = {quality};
  Ladder later = make_ladder();
  Behavior& care = later.pillars[0].responsibilities[0].behaviors[1];
  care = make_behavior("results.impact", "care", "What I ship holds.");
  care.formerly = {quality};
  const Assessment renamed = fit_to(draft, later);
  CHECK(renamed.asked == std::vector<std::string>{quality, "results.impact.care"});
  CHECK(fit_to(renamed, later).asked == renamed.asked);
}

TEST_CASE("unrated, gaps, and answers older than a year are worth asking", "[analysis]") {
  Assessment before = make_assessment();
  before.on = *parse_date("2026-01-01");
  for (Answer& answer : before.answers) answer.rating = Rated{4};
  rate(before, impact, Unrated{});
  rate(before, planning, Rated{2});
  find_answer(before, mentoring)->from = AnswerSource{"1", *parse_date("2025-03-13")};
  const Assessment draft = make_assessment();
  EarlierAnswersOf earlier(draft.ladder);
  earlier.add(before);
  CHECK(list_worth_asking(draft, earlier.answers()) == std::vector<std::string>{impact, planning, mentoring});
  find_answer(before, mentoring)->from->on = draft.on - std::chrono::years(1);
  EarlierAnswersOf younger(draft.ladder);
  younger.add(before);
  CHECK(list_worth_asking(draft, younger.answers()) == std::vector<std::string>{impact, planning});
}

TEST_CASE("rating a behavior again keeps its earlier evidence as long as that counts", "[analysis]") {
  Assessment before = make_assessment();
  before.on = *parse_date("2026-01-01");
  for (Answer& answer : before.answers) answer.rating = Rated{3};
  const Evidence recent{"Shipped it", {"https://example.org/1"}, *parse_date("2025-12-01"), ""};
  const Evidence old{"Long ago", {}, *parse_date("2020-01-01"), ""};
  for (Answer& answer : before.answers) answer.evidence = {old, recent};
  Assessment draft = make_assessment();
  EarlierAnswersOf earlier(draft.ladder);
  earlier.add(before);
  for (Answer& answer : draft.answers) answer.rating = Unrated{};
  rate(draft, impact, Rated{2});
  rate(draft, planning, NotApplicable{"no plans here"});
  rate(draft, quality, Rated{4});
  find_answer(draft, quality)->evidence = {recent};
  CHECK(keep_evidence(draft, earlier.answers()) == 1);
  CHECK(find_answer(draft, impact)->evidence == std::vector<Evidence>{recent});
  CHECK(find_answer(draft, planning)->evidence.empty());
  CHECK(find_answer(draft, quality)->evidence == std::vector<Evidence>{recent});
  CHECK(find_answer(draft, mentoring)->evidence.empty());
}
