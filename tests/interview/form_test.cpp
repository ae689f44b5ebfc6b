#include <rung/interview/form.hpp>

#include "catch.hpp"
#include "interview/sample_ladder.hpp"

using namespace rung;

TEST_CASE("each behavior becomes a question under its pillar and responsibility", "[interview]") {
  const Form form = make_form(sample_ladder());
  CHECK(form.title == "Pastry cook");
  REQUIRE(form.questions.size() == 3);
  REQUIRE(form.sections.size() == 2);
  CHECK(form.sections[0].path == std::vector<std::string>{"Baking", "Bread"});
  CHECK(form.questions[1].section == 0);
  CHECK(form.questions[2].section == 1);
  CHECK(form.questions[1].text == "My bread has a crust.");
  CHECK(form.choices[0] == Choice{1, "Not yet", "never"});
}

TEST_CASE("a responsibility named like its pillar is named once", "[interview]") {
  CHECK(make_form(sample_ladder()).sections[1].path == std::vector<std::string>{"Service"});
}

TEST_CASE("a pillar begins with what it is about, a paragraph for each line of its summary", "[interview]") {
  Ladder ladder = sample_ladder();
  ladder.pillars[0].summary = "What the oven gives.\n\n  And what the day needs.";
  const Form form = make_form(ladder);
  CHECK(form.questions[0].lead == std::vector<std::string>{"What the oven gives.", "And what the day needs."});
  CHECK(form.questions[1].lead.empty());
  CHECK(form.questions[2].lead.empty());
}

TEST_CASE("the marks stand where their names say", "[interview]") {
  const Form form = make_form(sample_ladder());
  CHECK(form.marks[not_applicable_mark].key == 'n');
  CHECK(form.marks[not_applicable_mark].asks_reason == AsksReason::yes);
  CHECK(form.marks[no_opportunity_mark].key == 'o');
  CHECK(form.marks[no_opportunity_mark].asks_reason == AsksReason::no);
}

TEST_CASE("no question shows its target", "[interview]") {
  const Form form = make_form(sample_ladder());
  for (const Question& question : form.questions) CHECK(question.hints.empty());
}

TEST_CASE("a question is named by the key and the short name of its behavior", "[interview]") {
  const Ladder ladder = sample_ladder();
  const Form form = make_form(ladder);
  const std::vector<PlacedBehavior> behaviors = list_behaviors(ladder);
  for (std::size_t number = 0; number < behaviors.size(); ++number) {
    CHECK(form.questions[number].name == behaviors[number].behavior->key);
    CHECK(form.questions[number].title == short_name(*behaviors[number].behavior));
  }
}

TEST_CASE("only the first assessment is introduced", "[interview]") {
  CHECK_FALSE(make_form(sample_ladder()).introduction.empty());
  const Assessment previous = sample_assessment();
  CHECK(make_form(sample_ladder(), {&previous}).introduction.empty());
}

TEST_CASE("probes and the terms that the text uses can be read", "[interview]") {
  const Form form = make_form(sample_ladder());
  CHECK(form.questions[0].details == std::vector<Detail>{{"Questions that help", {"Which ones died?"}},
                                                         {"Terms", {"Starter: flour and water that ferment"}}});
  CHECK(form.questions[1].details.empty());
}

TEST_CASE("the last rating is kept for after the answer, and what was written is hinted at", "[interview]") {
  Assessment previous = sample_assessment();
  previous.answers[0].rating = Rated{2};
  previous.answers[0].note = "one died\nin spring";
  previous.answers[0].evidence = {{"revived it", {}, date_of(sample_time(13)), ""}};
  previous.answers[0].answered_at = sample_time(14);
  previous.answers[1].rating = NotApplicable{"we buy it"};
  previous.finished_at = sample_time(20);
  Earlier earlier{&previous};
  earlier.today = date_of(sample_time(20));
  const Form form = make_form(sample_ladder(), earlier);
  CHECK(form.questions[0].hints == std::vector<std::string>{"an earlier note (?)", "1 piece of earlier evidence (?)"});
  CHECK(form.questions[0].answers == std::vector<std::string>{"Last time (2026-03-01): 2"});
  CHECK(form.questions[0].before == "was 2 in March");
  CHECK(form.questions[0].details.back() ==
        Detail{"Last time (2026-03-01)", {"one died", "in spring", "2026-03-13 revived it"}});
  CHECK(form.questions[1].hints.empty());
  CHECK(form.questions[1].before == "was n/a in March");
  CHECK(form.questions[1].answers == std::vector<std::string>{"Last time (2026-03-01): n/a, we buy it"});
  CHECK(form.questions[2].before.empty());
}

TEST_CASE("a behavior that was renamed or reworded finds its last rating and says so", "[interview]") {
  Ladder before = sample_ladder();
  Behavior& crust = before.pillars[0].responsibilities[0].behaviors[1];
  crust.key = "baking.bread.skin";
  crust.text = "My bread has a skin.";
  Assessment previous = start_assessment({before, {"sam"}, {"sam", RaterRole::self}, "", "51", sample_time(1)});
  previous.answers[1].rating = Rated{4};
  Earlier earlier{&previous};
  earlier.today = date_of(sample_time(20));
  const Form form = make_form(sample_ladder(), earlier);
  CHECK(form.questions[1].before == "was 4 in March");
  CHECK(form.questions[1].hints == std::vector<std::string>{"reworded since March"});
}

TEST_CASE("a last rating on another scale is shown with its label", "[interview]") {
  Assessment previous = sample_assessment();
  previous.ladder.scale.points.pop_back();
  previous.answers[0].rating = Rated{3};
  Earlier earlier{&previous};
  earlier.today = date_of(sample_time(20));
  CHECK(make_form(sample_ladder(), earlier).questions[0].before == "was 3 Consistently in March");
}

TEST_CASE("a hidden last rating leaves the notes to read and nothing that tells the rating", "[interview]") {
  Assessment last = sample_assessment();
  last.answers[0].rating = Rated{2};
  last.answers[0].note = "one died";
  last.answers[1].rating = NotApplicable{"we buy it"};
  Earlier earlier;
  earlier.last = &last;
  earlier.last_rating = LastRating::hidden;
  const Form form = make_form(sample_ladder(), earlier);
  CHECK(form.questions[0].hints == std::vector<std::string>{"an earlier note (?)"});
  CHECK(form.questions[0].before.empty());
  CHECK(form.questions[0].details.back() == Detail{"Last time (2026-03-01)", {"one died"}});
  CHECK(form.questions[1].hints.empty());
  CHECK(form.questions[1].details.empty());
}

TEST_CASE("ratings of the same text on the same scale are suggested", "[interview]") {
  Assessment from = sample_assessment();
  from.rater.name = "Ines";
  from.answers[0].rating = Rated{2};
  from.answers[0].answered_at = sample_time(14);
  from.answers[1].rating = NotApplicable{"we buy it"};
  Earlier earlier;
  earlier.from = &from;
  const Form form = make_form(sample_ladder(), earlier);
  CHECK(form.questions[0].suggestion == Suggestion{2, {}, {}, "suggested by Ines (2026-03-01)"});
  CHECK(form.questions[1].suggestion ==
        Suggestion{{}, not_applicable_mark, "we buy it", "suggested by Ines (2026-03-01)"});
  CHECK_FALSE(form.questions[2].suggestion);
  CHECK(count_suggestions(form) == 2);

  Assessment reworded = from;
  reworded.ladder.pillars[0].responsibilities[0].behaviors[0].text = "I keep one starter alive.";
  earlier.from = &reworded;
  CHECK_FALSE(make_form(sample_ladder(), earlier).questions[0].suggestion);

  Assessment rescaled = from;
  rescaled.ladder.scale.points.pop_back();
  earlier.from = &rescaled;
  CHECK(count_suggestions(make_form(sample_ladder(), earlier)) == 0);
}

TEST_CASE("another ladder gives suggestions and what is new; ratings of other words wait behind ?", "[interview]") {
  Assessment from = sample_assessment();
  from.rater.name = "Ines";
  from.ladder.id = "baker";
  from.ladder.title = "Baker";
  from.ladder.pillars.pop_back();
  from.answers.pop_back();
  from.ladder.pillars[0].responsibilities[0].behaviors[1].text = "My loaves have a crust.";
  from.answers[0].rating = Rated{2};
  from.answers[0].answered_at = sample_time(14);
  from.answers[1].rating = Rated{4};
  from.answers[1].answered_at = sample_time(14);
  Earlier earlier;
  earlier.from = &from;
  const Form form = make_form(sample_ladder(), earlier);
  REQUIRE(form.questions[0].suggestion);
  CHECK(form.questions[0].suggestion->choice == 2);
  CHECK_FALSE(form.questions[1].suggestion);
  CHECK(form.questions[1].hints.back() == "in other words in Baker (?)");
  REQUIRE_FALSE(form.questions[1].details.empty());
  CHECK(form.questions[1].details.back() == Detail{"In Baker", {"My loaves have a crust."}});
  CHECK(form.questions[1].answers == std::vector<std::string>{"Ines (2026-03-01): 4 Beyond"});
  CHECK_FALSE(form.questions[2].suggestion);
  CHECK(form.questions[2].hints.back() == "new, not in Baker");
}

TEST_CASE("what is suggested from the last assessment is not repeated in the details", "[interview]") {
  Assessment last = sample_assessment();
  last.answers[0].rating = Rated{2};
  Earlier earlier;
  earlier.last = &last;
  earlier.from = &last;
  const Form form = make_form(sample_ladder(), earlier);
  CHECK(form.questions[0].hints.empty());
  CHECK(form.questions[0].details.size() == make_form(sample_ladder()).questions[0].details.size());
}
