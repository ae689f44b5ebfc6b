#include <rung/prompt/update.hpp>

#include "catch.hpp"
#include "prompt/playing.hpp"

using namespace rung;

TEST_CASE("changing an earlier answer keeps the later ones", "[prompt]") {
  const State state = after({Rate{1}, Rate{2}, Rate{3}, Back{}, Back{}, Back{}, Rate{4}});
  CHECK(state.at == 3);
  CHECK(state.responses[0].choice == 4);
  CHECK(state.responses[1].choice == 2);
  CHECK(state.responses[2].choice == 3);
}

TEST_CASE("a question is reached by its number", "[prompt]") {
  CHECK(after({BeginEntry{EntryKind::go_to, 0}, GoTo{" 4 "}}).at == 3);
  for (const char* text : {"0", "6"}) {
    const State state = after({BeginEntry{EntryKind::go_to, 0}, GoTo{text}});
    CHECK(state.at == 0);
    CHECK(state.mode == Mode::asking);
    CHECK(said(state) == "There is no question " + std::string(text) + ". They go from 1 to 5.");
  }
}

TEST_CASE("a question is reached by its name, an end of it, or words", "[prompt]") {
  CHECK(after({GoTo{"baking.cakes.decorate"}}).at == 2);
  CHECK(after({GoTo{"write-recipes"}}).at == 3);
  CHECK(after({GoTo{"cakes.write-recipes"}}).at == 3);
  CHECK(after({GoTo{"greet"}}).at == 4);
  CHECK(after({GoTo{"every guest"}}).at == 4);
  CHECK(said(after({GoTo{"2x"}})) == "No question mentions \"2x\".");
  Form form = sample_form();
  form.questions[1].name = "service.bar.greet";
  const State state = update(form, start_form(form), GoTo{"greet"});
  CHECK(state.at == 0);
  CHECK(said(state) == "2 questions are called greet: service.bar.greet and service.greet.");
}

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
  CHECK(said(state) == "1 of 2 that mention \"CAKES\"");
  CHECK(after(state, {Search{"cakes"}}).at == 3);
  CHECK(after(state, {Search{"sourdough"}}).at == 1);
  CHECK(after(state, {Search{"write-recipes"}}).at == 3);
  CHECK(said(after({Search{"anvil"}})) == "No question mentions \"anvil\".");
}

TEST_CASE("an empty search goes to the next hit of the last one", "[prompt]") {
  const State first = after({Search{"cakes"}, Search{""}});
  CHECK(first.at == 3);
  CHECK(said(first) == "2 of 2 that mention \"cakes\"");
  CHECK(after(first, {Search{" "}}).at == 2);
  CHECK(said(after({Search{""}})) == "canceled");
}

TEST_CASE("going back after a jump leads to where one was", "[prompt]") {
  const State jumped = after({Rate{1}, GoTo{"4"}});
  CHECK(after(jumped, {Back{}}).at == 1);
  const State answered = after(jumped, {Rate{2}});
  CHECK(answered.at == 4);
  CHECK(after(answered, {Back{}}).at == 3);
  CHECK(after(answered, {Back{}, Back{}}).at == 1);
  CHECK(after(answered, {Back{}, Back{}, Back{}}).at == 0);
}

TEST_CASE("an answer leads on to the next unrated question", "[prompt]") {
  CHECK(after({Rate{1}, Rate{1}, Rate{1}, Back{}, Back{}, Rate{2}}).at == 3);
  CHECK(after({Rate{1}, Rate{1}, Rate{1}, Back{}, Back{}, Skip{}}).at == 3);
  std::vector<Response> responses(5);
  for (const std::size_t answered : {0U, 2U, 3U}) responses[answered].choice = 1;
  const Form form = sample_form();
  CHECK(update(form, resume_form(form, responses), Skip{}).at == 4);
}

TEST_CASE("the last answer leads to the review, and back leads to the last question", "[prompt]") {
  const State review = after({Skip{}, Rate{1}, Rate{1}, Rate{1}, Rate{2}});
  CHECK(review.mode == Mode::reviewing);
  CHECK(after(review, {Back{}}).at == 4);
  CHECK(after(review, {NextUnrated{}}).at == 0);
  CHECK(after(review, {GoTo{"3"}}).at == 2);
  CHECK(after(review, {GoTo{"3"}, Rate{4}}).mode == Mode::reviewing);
  CHECK(after(review, {GoTo{"3"}, Back{}}).mode == Mode::reviewing);
  CHECK(after(review, {Quit{}}).mode == Mode::suspended);
}

TEST_CASE("a key of the review goes through the questions it is about and comes back", "[prompt]") {
  State review = after({Rate{1}, Rate{1}, Rate{1}, Rate{1}, Rate{1}});
  review = after(review, {Looked{{{'A', "Two ones.", {1, 3}}, {'v', "No evidence.", {2}}}}});
  const State first = after(review, {Visit{'A'}});
  CHECK(first.at == 1);
  CHECK(said(first) == "2 questions");
  CHECK(after(first, {Skip{}}).at == 3);
  CHECK(after(first, {Skip{}, Rate{2}}).mode == Mode::reviewing);
  CHECK(after(first, {Back{}}).mode == Mode::reviewing);
  CHECK(after(review, {Visit{'v'}}).at == 2);
  CHECK(said(after(review, {Visit{'B'}})) == "The review lists nothing under B.");
  CHECK(said(after(review, {Rate{1}})) == "There is no question to answer here. b goes back.");
  // Going back in a tour, and jumping away from it, loses none of its questions.
  CHECK(after(first, {Skip{}, Back{}, Skip{}}).at == 3);
  CHECK(after(first, {GoTo{"5"}, Skip{}}).at == 1);
  CHECK(after(first, {GoTo{"5"}, Back{}, Skip{}}).at == 3);
  CHECK(said(after({Visit{'v'}})) == "v works in the review. f goes there.");
}

TEST_CASE("f goes to the review first, and back from there to the question", "[prompt]") {
  CHECK(after({Rate{1}, Finish{}}).mode == Mode::reviewing);
  CHECK(after({Rate{1}, Finish{}, Back{}}).at == 1);
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

TEST_CASE("a form is resumed at the first unrated question after the one answered last", "[prompt]") {
  std::vector<Response> responses(5);
  responses[2].choice = 1;
  CHECK(resume_form(sample_form(), responses).at == 0);
  CHECK(resume_form(sample_form(), responses, 2).at == 3);
  responses[3].choice = 1;
  responses[4].choice = 1;
  CHECK(resume_form(sample_form(), responses, 4).at == 0);
}

TEST_CASE("a choice of questions that are all answered is asked from its first", "[prompt]") {
  Form form = sample_form();
  form.questions[0].turn = Turn::on_request;
  std::vector<Response> responses(5);
  for (Response& response : responses) response.choice = 1;
  CHECK(resume_form(form, responses).at == 1);
  CHECK(resume_form(form, responses).mode == Mode::asking);
  CHECK(update(form, resume_form(form, responses), Skip{}).at == 2);
  State back = resume_form(form, responses);
  for (const Action& action : std::vector<Action>{Skip{}, Back{}, Skip{}}) back = update(form, std::move(back), action);
  CHECK(back.at == 2);
  for (Question& question : form.questions) question.turn = Turn::on_request;
  CHECK(resume_form(form, responses).mode == Mode::reviewing);
}

TEST_CASE("a form is resumed at its first unrated question", "[prompt]") {
  std::vector<Response> responses(5);
  responses[0].choice = 1;
  responses[1].mark = 1;
  CHECK(resume_form(sample_form(), responses).at == 2);
  for (Response& response : responses) response.choice = 1;
  CHECK(resume_form(sample_form(), responses).mode == Mode::reviewing);
}

TEST_CASE("help in the review shows no earlier answer", "[prompt]") {
  State review = after({Rate{1}, Rate{1}, Rate{1}, Skip{}, Rate{1}});
  review.at = 3;
  const State looked = after(review, {ShowDetails{}});
  CHECK(looked.showing == Showing::keys);
  CHECK_FALSE(after(looked, {GoTo{"4"}, Accept{}}).responses[3].choice);
}

TEST_CASE("a part is done when what is asked of it is answered", "[prompt]") {
  Form form = sample_form();
  for (const std::size_t index : {0U, 1U, 2U}) form.questions[index].turn = Turn::on_request;
  CHECK(list_parts(form, start_form(form)).size() == 2);
  CHECK(list_parts(form, start_form(form)).front().asked == 1);
  CHECK(said(update(form, start_form(form), Rate{2})) == "2 Sometimes | Baking done. 1 to go.");
}
