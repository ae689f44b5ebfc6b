#include <rung/interview/state.hpp>

#include "catch.hpp"
#include "interview/sample_ladder.hpp"

#include <rung/interview/form.hpp>
#include <rung/prompt/update.hpp>

using namespace rung;

namespace {

Assessment full_draft() {
  Assessment draft = sample_assessment();
  draft.answers[0].rating = Rated{2};
  draft.answers[0].note = "one died\n\nin spring\n";
  draft.answers[0].evidence = {{"revived it", {}, date_of(sample_time(13)), ""}};
  draft.answers[0].answered_at = sample_time(2);
  draft.answers[1].rating = NotApplicable{"we buy it"};
  draft.answers[2].rating = NoOpportunity{};
  return draft;
}

State state_of(const Assessment& draft) { return make_state(make_form(draft.ladder), draft); }

}  // namespace

TEST_CASE("a draft is resumed at its first unrated behavior", "[interview]") {
  Assessment draft = sample_assessment();
  draft.answers[0].rating = Rated{1};
  CHECK(state_of(draft).at == 1);
  CHECK(state_of(draft).mode == Mode::asking);
  CHECK(state_of(full_draft()).mode == Mode::reviewing);
}

TEST_CASE("a draft is resumed after the answer that was given last, whatever was noted later", "[interview]") {
  Assessment draft = sample_assessment();
  draft.answers[1].rating = Rated{1};
  draft.answers[1].answered_at = sample_time(14);
  CHECK(state_of(draft).at == 2);
  draft.answers[2].note = "to do";
  draft.answers[2].answered_at = sample_time(15);
  CHECK(state_of(draft).at == 2);
}

TEST_CASE("the four states of a rating are four responses", "[interview]") {
  const State state = state_of(full_draft());
  CHECK(state.responses[0].choice == 2);
  CHECK(state.responses[0].remarks == std::vector<std::string>{"one died", "", "in spring", "2026-03-13 revived it"});
  CHECK(state.responses[1] == Response{std::nullopt, not_applicable_mark, "we buy it", {}});
  CHECK(state.responses[2] == Response{std::nullopt, no_opportunity_mark, "", {}});
  CHECK(state_of(sample_assessment()).responses == std::vector<Response>(3));
}

TEST_CASE("without a change the assessment stays as it is", "[interview]") {
  for (const Assessment& draft : {sample_assessment(), full_draft()})
    CHECK(apply_state(draft, state_of(draft), sample_time(9)) == draft);
}

TEST_CASE("only changed answers are stamped", "[interview]") {
  const Assessment draft = full_draft();
  const Form form = make_form(draft.ladder);
  State state = update(form, state_of(draft), GoTo{"2"});
  state = update(form, state, Rate{4});
  Assessment expected = draft;
  expected.answers[1].rating = Rated{4};
  expected.answers[1].answered_at = sample_time(9);
  CHECK(apply_state(draft, state, sample_time(9)) == expected);
}

TEST_CASE("a new remark becomes evidence when it reads as such, else a line of the note", "[interview]") {
  const Assessment draft = full_draft();
  State state = state_of(draft);
  state.responses[0].remarks.emplace_back("2026-03-05 fed it daily");
  state.responses[0].remarks.emplace_back("smells well");
  const Assessment after = apply_state(draft, state, sample_time(9));
  CHECK(after.answers[0].note == "one died\n\nin spring\nsmells well");
  REQUIRE(after.answers[0].evidence.size() == 2);
  CHECK(after.answers[0].evidence[1].text == "fed it daily");
  CHECK(after.answers[0].evidence[1].on == date_of(sample_time(5)));
  CHECK(after.answers[0].answered_at == sample_time(9));
}

TEST_CASE("applying the same state twice adds nothing", "[interview]") {
  const Assessment draft = full_draft();
  State state = state_of(draft);
  state.responses[0].remarks.emplace_back("smells well");
  state.responses[0].remarks.emplace_back("2026-03-05 fed it daily");
  state.responses[1].choice = 3;
  state.responses[1].mark.reset();
  const Assessment once = apply_state(draft, state, sample_time(9));
  CHECK(apply_state(once, state, sample_time(10)) == once);
}

TEST_CASE("an answer that was taken back is unrated and keeps its note", "[interview]") {
  const Assessment draft = full_draft();
  const Form form = make_form(draft.ladder);
  State state = update(form, state_of(draft), GoTo{"1"});
  state = update(form, state, Clear{});
  const Assessment after = apply_state(draft, state, sample_time(9));
  CHECK(after.answers[0].rating == Rating{Unrated{}});
  CHECK(after.answers[0].note == draft.answers[0].note);
}

TEST_CASE("remarks that were changed take the place of the note and the evidence", "[interview]") {
  const Assessment draft = full_draft();
  State state = state_of(draft);
  state.responses[0].remarks = {"two died", "", "in spring", "2026-03-13 revived it", "https://example.org/7 the log"};
  const Assessment after = apply_state(draft, state, sample_time(9));
  CHECK(after.answers[0].note == "two died\n\nin spring");
  REQUIRE(after.answers[0].evidence.size() == 2);
  CHECK(after.answers[0].evidence[0] == draft.answers[0].evidence[0]);
  CHECK(after.answers[0].evidence[1].links == std::vector<std::string>{"https://example.org/7"});
  CHECK(apply_state(after, state, sample_time(10)) == after);
}

TEST_CASE("evidence whose text would read back otherwise stays as it is when lines around it change", "[interview]") {
  Assessment draft = full_draft();
  draft.answers[0].evidence = {{"see https://example.org without linking", {}, draft.on, ""}};
  State state = state_of(draft);
  state.responses[0].remarks.front() = "none died";
  const Assessment after = apply_state(draft, state, sample_time(9));
  CHECK(after.answers[0].evidence == draft.answers[0].evidence);
  CHECK(after.answers[0].note == "none died\n\nin spring");
}

TEST_CASE("when all remarks are taken away nothing is left of them", "[interview]") {
  const Assessment draft = full_draft();
  State state = state_of(draft);
  state.responses[0].remarks.clear();
  const Assessment after = apply_state(draft, state, sample_time(9));
  CHECK(after.answers[0].note.empty());
  CHECK(after.answers[0].evidence.empty());
}

TEST_CASE("a blank line before an added paragraph is kept, once", "[interview]") {
  const Assessment draft = full_draft();
  const std::vector<std::vector<std::string>> edits{
      {"one died", "", "in spring", "2026-03-13 revived it", "", "smells well"},
      {"one died", "", "in spring", "", "smells well", "2026-03-13 revived it"},
      {"one died", "", "in spring", "", "2026-03-13 revived it", "", "smells well"},
  };
  for (const std::vector<std::string>& edit : edits) {
    State state = state_of(draft);
    state.responses[0].remarks = edit;
    const Assessment after = apply_state(draft, state, sample_time(9));
    CHECK(after.answers[0].note == "one died\n\nin spring\n\nsmells well");
    CHECK(after.answers[0].evidence == draft.answers[0].evidence);
    CHECK(apply_state(after, state, sample_time(10)) == after);
  }
}

TEST_CASE("a note does not begin with the blank line that followed evidence", "[interview]") {
  Assessment draft = full_draft();
  draft.answers[0].note.clear();
  State state = state_of(draft);
  state.responses[0].remarks = {"2026-03-13 revived it", "", "smells well", "", "", "and rises"};
  const Assessment after = apply_state(draft, state, sample_time(9));
  CHECK(after.answers[0].note == "smells well\n\n\nand rises");
}
