#include <rung/prompt/update.hpp>

#include "catch.hpp"
#include "prompt/playing.hpp"

using namespace rung;

TEST_CASE("there is no way back before the first question", "[prompt]") {
  const State state = after({Back{}});
  CHECK(state.at == 0);
  CHECK(said(state) == "This is the first question.");
}

TEST_CASE("the next unrated question is looked for behind this one and then from the start", "[prompt]") {
  CHECK(after({Skip{}, Rate{1}, Back{}, NextUnrated{}}).at == 2);
  CHECK(after({Skip{}, Rate{1}, Rate{1}, Rate{1}, NextUnrated{}}).at == 0);
  const State all = after({Rate{1}, Rate{1}, Rate{1}, Rate{1}, Rate{1}, GoTo{"2"}, NextUnrated{}});
  CHECK(all.mode == Mode::reviewing);
  CHECK(said(all) == "nothing is unrated");
}

TEST_CASE("a search goes to the next question that mentions the text", "[prompt]") {
  const State state = after({Search{"CAKES"}});
  CHECK(state.at == 2);
  CHECK(said(state) == "2 questions mention it; this is the next.");
  CHECK(after(state, {Search{"cakes"}}).at == 3);
  CHECK(after(state, {Search{"sourdough"}}).at == 1);
  CHECK(said(after({Search{"anvil"}})) == "No question mentions \"anvil\".");
}

TEST_CASE("the last answer leads to the review, and back leads to the last question", "[prompt]") {
  const State review = after({Skip{}, Rate{1}, Rate{1}, Rate{1}, Rate{2}});
  CHECK(review.mode == Mode::reviewing);
  CHECK(after(review, {Back{}}).at == 4);
  CHECK(after(review, {NextUnrated{}}).at == 0);
  CHECK(after(review, {GoTo{"3"}}).at == 2);
  CHECK(after(review, {Finish{}}).mode == Mode::finished);
  CHECK(after(review, {Quit{}}).mode == Mode::suspended);
}

TEST_CASE("nothing can be answered in the review", "[prompt]") {
  const State review = after({Skip{}, Skip{}, Skip{}, Skip{}, Skip{}});
  for (const Action& action :
       std::initializer_list<Action>{Rate{3}, GiveMark{0, "why"}, GiveMark{1, ""}, Skip{}, Clear{}, AddRemark{"fact"},
                                     BeginEntry{EntryKind::remark, 0}, BeginEntry{EntryKind::reason, 0}}) {
    const State state = after(review, {action});
    CHECK(state.mode == Mode::reviewing);
    CHECK(state.responses == review.responses);
    CHECK(said(state) == "There is no question here to answer; b goes back.");
  }
  CHECK(after(review, {Keep{}}).mode == Mode::reviewing);
}

TEST_CASE("finishing needs the review", "[prompt]") { CHECK(after({Finish{}}).mode == Mode::asking); }

TEST_CASE("finishing with answers that cannot be saved stays in the review", "[prompt]") {
  const Saved full{{Saving::failed, "The disk is full"}};
  const State state = after({Skip{}, Skip{}, Skip{}, Skip{}, Rate{1}, full, Finish{}, full});
  CHECK(state.mode == Mode::reviewing);
  CHECK(after(state, {Finish{}, Saved{}}).mode == Mode::finished);
}

TEST_CASE("questions that are not asked come up on request alone", "[prompt]") {
  Form form = sample_form();
  for (const std::size_t index : {0U, 2U, 4U}) form.questions[index].turn = Turn::on_request;
  State state = start_form(form);
  CHECK(state.at == 1);
  CHECK(said(update(form, state, Back{})) == "This is the first question.");
  state = update(form, std::move(state), Rate{2});
  CHECK(state.at == 3);
  CHECK(update(form, state, Back{}).at == 1);
  state = update(form, std::move(state), Rate{2});
  CHECK(state.mode == Mode::reviewing);
  CHECK(update(form, state, Back{}).at == 3);
  CHECK(update(form, state, NextUnrated{}).at == 0);
  CHECK(update(form, state, GoTo{"5"}).at == 4);
}

TEST_CASE("a choice of questions that are all answered is asked from its first", "[prompt]") {
  Form form = sample_form();
  form.questions[0].turn = Turn::on_request;
  std::vector<Response> responses(5);
  for (Response& response : responses) response.choice = 1;
  CHECK(resume_form(form, responses).at == 1);
  CHECK(resume_form(form, responses).mode == Mode::asking);
  for (Question& question : form.questions) question.turn = Turn::on_request;
  CHECK(resume_form(form, responses).mode == Mode::reviewing);
}

TEST_CASE("nothing happens after the end", "[prompt]") {
  const State state = after({Quit{}});
  CHECK(after(state, {Rate{1}}) == state);
}

TEST_CASE("a form is resumed at its first unrated question", "[prompt]") {
  std::vector<Response> responses(5);
  responses[0].choice = 1;
  responses[1].mark = 1;
  CHECK(resume_form(sample_form(), responses).at == 2);
  for (Response& response : responses) response.choice = 1;
  CHECK(resume_form(sample_form(), responses).mode == Mode::reviewing);
}
