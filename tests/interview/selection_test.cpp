#include <rung/interview/selection.hpp>

#include "catch.hpp"
#include "interview/sample_ladder.hpp"

#include <rung/analysis/carry_over.hpp>
#include <rung/interview/form.hpp>

using namespace rung;

namespace {

/// The numbers of the behaviors that are selected, where `last` is what an earlier assessment says.
std::string selected(std::string_view text, const Assessment& draft, const Assessment* last = nullptr) {
  const auto selection = parse_selection(text, draft.ladder);
  REQUIRE(selection);
  EarlierAnswersOf earlier(draft.ladder);
  if (last != nullptr) earlier.add(*last);
  std::string numbers;
  for (const std::string& key : select_keys(*selection, draft, earlier.answers()))
    for (std::size_t index = 0; index < draft.answers.size(); ++index)
      if (draft.answers[index].behavior == key) numbers += std::to_string(index + 1);
  return numbers;
}

}  // namespace

TEST_CASE("pillars and responsibilities are selected by their ids", "[interview]") {
  const Assessment draft = sample_assessment();
  CHECK(selected("baking", draft) == "12");
  CHECK(selected("service.service", draft) == "3");
  for (const char* text : {"", "Baking", "bread", "baking.", "baking.bread.crust", "all"}) {
    INFO(text);
    CHECK_FALSE(parse_selection(text, draft.ladder));
  }
}

TEST_CASE("what is unrated is selected in the draft alone", "[interview]") {
  Assessment draft = sample_assessment();
  Assessment last = draft;
  draft.answers[1].rating = Rated{1};
  last.answers[0].rating = Rated{4};
  CHECK(selected("unrated", draft, &last) == "13");
}

TEST_CASE("gaps are those of the draft, and of the last time where the draft is unrated", "[interview]") {
  Assessment draft = sample_assessment();
  Assessment last = draft;
  draft.answers[0].rating = Rated{2};
  draft.answers[1].rating = NoOpportunity{};
  last.answers[0].rating = Rated{1};
  last.answers[2].rating = Rated{2};
  CHECK(selected("gaps", draft) == "2");
  CHECK(selected("gaps", draft, &last) == "23");
}

TEST_CASE("what was noted now or last time is selected", "[interview]") {
  Assessment draft = sample_assessment();
  Assessment last = draft;
  draft.answers[0].note = "hm";
  last.answers[2].rating = Rated{3};
  last.answers[2].evidence = {{"greeted", {}, date_of(sample_time(2)), ""}};
  CHECK(selected("noted", draft) == "1");
  CHECK(selected("noted", draft, &last) == "13");
}

TEST_CASE("what is at target without evidence that counts is selected as claimed", "[interview]") {
  Assessment draft = sample_assessment();
  for (Answer& answer : draft.answers) answer.rating = Rated{4};
  draft.answers[0].note = "a note is no evidence";
  draft.answers[1].evidence = {{"years ago", {}, draft.on - std::chrono::years(2), ""}};
  draft.answers[2].evidence = {{"greeted", {}, draft.on, ""}};
  CHECK(selected("claimed", draft) == "12");
}

TEST_CASE("a form asks what the draft asks, and says how many are carried", "[interview]") {
  Assessment draft = sample_assessment();
  draft.asked = {draft.answers[1].behavior};
  draft.answers[0].origin = Origin::carried;
  Form form = make_form(draft.ladder);
  ask_only(form, draft);
  CHECK(form.questions[0].turn == Turn::on_request);
  CHECK(form.questions[1].turn == Turn::asked);
  CHECK(form.notice == "1 of 3 asked, 1 carried from earlier assessments.");
}

TEST_CASE("every selection that is listed can be read", "[interview]") {
  const Ladder ladder = sample_ladder();
  const auto words = list_selections(ladder);
  CHECK(words.size() == 8);
  for (const std::string& word : words) CHECK(parse_selection(word, ladder));
}
