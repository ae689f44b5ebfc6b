#include <rung/interview/selection.hpp>

#include "catch.hpp"
#include "interview/sample_ladder.hpp"

#include <rung/interview/form.hpp>

using namespace rung;

namespace {

/// The numbers of the questions that come up by themselves, and the notice.
std::string asked(std::string_view text, const Assessment& draft, const Assessment* last = nullptr) {
  const auto selection = parse_selection(text, draft.ladder);
  REQUIRE(selection);
  Form form = make_form(draft.ladder);
  ask_only(form, *selection, draft, last);
  std::string numbers;
  for (std::size_t index = 0; index < form.questions.size(); ++index)
    if (form.questions[index].turn == Turn::asked) numbers += std::to_string(index + 1);
  return numbers + " " + form.notice;
}

}  // namespace

TEST_CASE("pillars and responsibilities are selected by their ids", "[interview]") {
  const Assessment draft = sample_assessment();
  CHECK(asked("baking", draft) == "12 Only Baking: 2 of 3.");
  CHECK(asked("service.service", draft) == "3 Only Service › Service: 1 of 3.");
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
  CHECK(asked("unrated", draft, &last) == "13 Only what is unrated: 2 of 3.");
}

TEST_CASE("gaps are those of the draft, and of the last time where the draft is unrated", "[interview]") {
  Assessment draft = sample_assessment();
  Assessment last = draft;
  draft.answers[0].rating = Rated{2};
  draft.answers[1].rating = NoOpportunity{};
  last.answers[0].rating = Rated{1};
  last.answers[2].rating = Rated{2};
  CHECK(asked("gaps", draft) == "2 Only what is below target: 1 of 3.");
  CHECK(asked("gaps", draft, &last) == "23 Only what is below target: 2 of 3.");
}

TEST_CASE("what was noted now or last time is selected", "[interview]") {
  Assessment draft = sample_assessment();
  Assessment last = draft;
  draft.answers[0].note = "hm";
  last.answers[2].evidence = {{"greeted", {}, date_of(sample_time(2)), ""}};
  CHECK(asked("noted", draft) == "1 Only what has a note or evidence: 1 of 3.");
  CHECK(asked("noted", draft, &last) == "13 Only what has a note or evidence: 2 of 3.");
}

TEST_CASE("every selection that is listed can be read", "[interview]") {
  const Ladder ladder = sample_ladder();
  const auto words = list_selections(ladder);
  CHECK(words.size() == 7);
  for (const std::string& word : words) CHECK(parse_selection(word, ladder));
}
