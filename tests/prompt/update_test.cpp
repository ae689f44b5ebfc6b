#include <rung/prompt/update.hpp>

#include "catch.hpp"
#include "prompt/playing.hpp"

using namespace rung;

TEST_CASE("a value on the scale answers and goes on", "[prompt]") {
  const State state = after({Rate{3}});
  CHECK(state.at == 1);
  CHECK(state.responses[0].choice == 3);
  CHECK(said(state) == "3 Consistently");
  CHECK(state.showing == Showing::question_alone);
  CHECK(after({Rate{3}, Rate{3}}).showing == Showing::question);
}

TEST_CASE("a value off the scale answers nothing, rings and says the range", "[prompt]") {
  for (const int value : {0, 5, 9}) {
    const State state = after({Rate{value}});
    CHECK(state.at == 0);
    CHECK_FALSE(is_answered(state.responses[0]));
    CHECK(said(state) == std::to_string(value) + " is not on the scale. Press 1-4 to rate.");
    CHECK(state.feedback.bell == Bell::rings);
    CHECK(state.showing == Showing::prompt_only);
  }
}

TEST_CASE("values with holes between them are listed", "[prompt]") {
  Form form = sample_form();
  form.choices = {{1, "low", ""}, {3, "mid", ""}, {5, "high", ""}};
  CHECK(describe_values(form) == "1,3,5");
}

TEST_CASE("skipping goes on and leaves the question unrated", "[prompt]") {
  const State state = after({Skip{}});
  CHECK(state.at == 1);
  CHECK(count_answered(state) == 0);
  CHECK(said(state) == "skipped");
}

TEST_CASE("skipping keeps an answer that stands", "[prompt]") {
  const State state = after({Rate{2}, Back{}, Skip{}});
  CHECK(state.at == 1);
  CHECK(state.responses[0].choice == 2);
  CHECK(said(state) == "2 Sometimes kept");
}

TEST_CASE("Enter alone answers nothing and says what does", "[prompt]") {
  const State state = after({Keep{}});
  CHECK(state.at == 0);
  CHECK(count_answered(state) == 0);
  CHECK(said(state) == "Press 1-4 to rate, s to skip, k for the keys.");
}

TEST_CASE("Enter keeps the standing answer and moves on", "[prompt]") {
  const State state = after({Rate{4}, Back{}, Keep{}});
  CHECK(state.at == 1);
  CHECK(state.responses[0].choice == 4);
}

TEST_CASE("a mark that needs a reason takes it and goes on", "[prompt]") {
  const State asked = after({BeginEntry{EntryKind::reason, 0}});
  CHECK(asked.mode == Mode::entering);
  CHECK(asked.at == 0);
  const State state = after(asked, {GiveMark{0, "  we buy our bread "}});
  CHECK(state.mode == Mode::asking);
  CHECK(state.at == 1);
  CHECK(state.responses[0].mark == 0U);
  CHECK(state.responses[0].reason == "we buy our bread");
}

TEST_CASE("a mark without its reason is canceled", "[prompt]") {
  const State state = after({BeginEntry{EntryKind::reason, 0}, GiveMark{0, " \t"}});
  CHECK(state.mode == Mode::asking);
  CHECK(state.at == 0);
  CHECK_FALSE(is_answered(state.responses[0]));
  CHECK(said(state) == "canceled");
}

TEST_CASE("a reason that says too little is asked for again", "[prompt]") {
  const State state = after({BeginEntry{EntryKind::reason, 0}, GiveMark{0, "no"}});
  CHECK(state.mode == Mode::entering);
  CHECK(state.responses[0] == Response{});
  CHECK(after({BeginEntry{EntryKind::reason, 0}, GiveMark{0, "no"}, GiveMark{0, "no oven"}}).responses[0].reason ==
        "no oven");
}

TEST_CASE("a rating replaces a mark and its reason", "[prompt]") {
  const State state = after({GiveMark{0, "no oven"}, Back{}, Rate{1}});
  CHECK(state.responses[0] == Response{1, std::nullopt, "", {}, AnswerOrigin::typed});
  CHECK(after({GiveMark{1, "ignored"}}).responses[0] == Response{std::nullopt, 1U, "", {}, AnswerOrigin::typed});
}

TEST_CASE("a remark is added, and the question stays", "[prompt]") {
  const State state = after({BeginEntry{EntryKind::remark, 0}, AddRemark{" first "}, AddRemark{"second"}});
  CHECK(state.at == 0);
  CHECK(state.mode == Mode::asking);
  CHECK(state.responses[0].remarks == std::vector<std::string>{"first", "second"});
  CHECK_FALSE(is_answered(state.responses[0]));
  CHECK(after({AddRemark{"  "}}).responses[0].remarks.empty());
}

TEST_CASE("a line that can be read in several ways is added as the chosen one", "[prompt]") {
  const RemarkChoice choice{
      "A fact, or a note?", {{'f', "a fact", "fact: fed it", "fact"}, {'n', "a note", "fed it", "note"}}, "fed it"};
  const State asked = after({BeginEntry{EntryKind::remark, 0}, AskAbout{choice}});
  CHECK(asked.mode == Mode::choosing);
  const State fact = after(asked, {Choose{'f'}});
  CHECK(fact.responses[0].remarks == std::vector<std::string>{"fact: fed it"});
  CHECK(said(fact) == "fact");
  CHECK(fact.mode == Mode::asking);
  const State again = after(asked, {Choose{'x'}});
  CHECK(again.mode == Mode::entering);
  CHECK(again.entry.text == "fed it");
  CHECK(again.responses[0].remarks.empty());
}

TEST_CASE("only a checkpoint makes an answer saved", "[prompt]") {
  CHECK(said(after({Rate{3}, Saved{}})) == "3 Consistently · saved");
  const State failed = after({Rate{3}, Saved{{Saving::failed, "The disk is full", {}}}});
  CHECK(failed.saving == Saving::failed);
  CHECK(failed.responses[0].choice == 3);
  CHECK(said(failed) ==
        "3 Consistently · not saved | The disk is full. Your answer is kept here, and saving is tried again at the "
        "next one.");
  CHECK(said(after(failed, {Rate{1}, Saved{}})) ==
        "1 Not yet · was 2 in November · saved, with everything that was waiting");
}

TEST_CASE("leaving with answers that cannot be saved warns and stays, once", "[prompt]") {
  const Saved full{{Saving::failed, "The disk is full", {}}};
  const State warned = after({Rate{3}, full, Quit{}, full});
  CHECK(warned.mode == Mode::asking);
  CHECK(warned.at == 1);
  CHECK(said(warned) ==
        "quit · not saved | The disk is full. Your answers since the last save are only here. Fix that, then leave "
        "again: "
        "they are saved then, or lost if it fails once more.");
  const State saved = after(warned, {Quit{}, Saved{}});
  CHECK(saved.mode == Mode::suspended);
  CHECK(said(saved) == "quit · saved, with everything that was waiting");
  const State lost = after(warned, {Quit{}, full});
  CHECK(lost.mode == Mode::suspended);
  CHECK(said(lost) == "quit · not saved | The disk is full. Your answers since the last save are lost.");
  CHECK(after(warned, {Rate{2}, full, Quit{}, full}).mode == Mode::asking);
}

TEST_CASE("whatever is done after the warning, leaving warns again", "[prompt]") {
  const Saved full{{Saving::failed, "The disk is full", {}}};
  const State warned = after({Rate{3}, full, Quit{}, full});
  const std::vector<Action> others{ShowDetails{},
                                   ShowOverview{},
                                   ShowAgain{},
                                   Explain{"There is no such key.", Bell::silent, KeyLine::hidden},
                                   Skip{},
                                   Keep{},
                                   Back{},
                                   NextUnrated{},
                                   GoTo{"3"},
                                   Search{"cakes"},
                                   Clear{},
                                   Accept{},
                                   BeginEntry{EntryKind::remark, 0},
                                   Cancel{}};
  for (const Action& other : others) {
    INFO("action " << other.index());
    const State again = after(warned, {other, Quit{}, full});
    CHECK_FALSE(has_ended(again));
    CHECK_THAT(said(again), ContainsSubstring("lost if it fails once more."));
    CHECK(has_ended(after(again, {Quit{}, full})));
  }
}

TEST_CASE("a suggestion is never an answer until it is accepted", "[prompt]") {
  const State before = after({GoTo{"4"}});
  CHECK_FALSE(is_answered(before.responses[3]));
  CHECK_FALSE(is_answered(after(before, {Accept{}}).responses[3]));
  CHECK_FALSE(is_answered(after(before, {Accept{}, Skip{}, Back{}, Accept{}}).responses[0]));
  CHECK(after(before, {ShowDetails{}, Accept{}}).responses[3].choice == 3);
  const State state = after(before, {Accept{}, Accept{}});
  CHECK(state.responses[3].choice == 3);
  CHECK(state.at == 4);
  CHECK(said(after({Accept{}})) == "There is no earlier answer to accept.");
  CHECK_FALSE(is_answered(after({Accept{}}).responses[0]));
}

TEST_CASE("a suggested mark is taken over with its reason", "[prompt]") {
  Form form = sample_form();
  form.questions[0].suggestion = Suggestion{{}, 0, "we buy bread", "Ines"};
  form.questions[0].suggestion->remarks = {"since 2024"};
  State state = update(form, start_form(form), Accept{});
  CHECK_FALSE(is_answered(state.responses[0]));
  CHECK(said(state) == "Ines: n/a (we buy bread). = again accepts it.");
  state = update(form, std::move(state), Accept{});
  CHECK(state.responses[0] == Response{std::nullopt, 0, "we buy bread", {"since 2024"}, AnswerOrigin::accepted});
}

TEST_CASE("the earlier answer is told only after the new one", "[prompt]") {
  CHECK(said(after({Rate{3}, Rate{3}})) == "3 Consistently · was 2 in November");
  CHECK(said(after({Rate{3}, Skip{}})) == "skipped");
}

TEST_CASE("the last answer of a part says how many are left, and nothing of a goal", "[prompt]") {
  const State state = after({Rate{3}, Rate{2}, GiveMark{0, "none here"}, Rate{2}});
  CHECK(said(state) == "2 Sometimes | Baking done. 1 to go.");
  CHECK(said(after(state, {Rate{3}})) == "3 Consistently | Service done.");
  CHECK(said(after(state, {Back{}, Rate{4}})) == "4 Beyond");
}

TEST_CASE("only questions that are asked are counted as to go", "[prompt]") {
  Form form = sample_form();
  const auto finish_baking = [&form] {
    State state = start_form(form);
    for (const int value : {3, 3, 3, 2}) state = update(form, std::move(state), Rate{value});
    return said(state);
  };
  CHECK(finish_baking() == "2 Sometimes | Baking done. 1 to go.");
  form.questions[4].turn = Turn::on_request;
  CHECK(finish_baking() == "2 Sometimes | Baking done.");
}

TEST_CASE("an answer can be cleared", "[prompt]") {
  const State state = after({AddRemark{"seen on Monday"}, Rate{2}, Back{}, Clear{}});
  CHECK(state.at == 0);
  CHECK_FALSE(is_answered(state.responses[0]));
  CHECK(state.responses[0].remarks.size() == 1);
  CHECK(said(after({Clear{}})) == "There is no answer to clear.");
}

TEST_CASE("what comes back from an editor takes the place of the remarks", "[prompt]") {
  const State editing = after({AddRemark{"old"}, BeginEditing{}});
  CHECK(editing.mode == Mode::editing);
  const State edited = after(editing, {EndEditing{{{"", "new", "", "line", ""}}, {}}});
  CHECK(edited.mode == Mode::asking);
  CHECK(edited.responses[0].remarks == std::vector<std::string>{"new", "", "line"});
  CHECK(said(edited) == "changed");
  CHECK(edited.showing == Showing::question);
  CHECK(after(editing, {EndEditing{{{" "}}, {}}}).responses[0].remarks.empty());
  const State kept = after(editing, {EndEditing{std::nullopt, "`ed` ended with 1; nothing was changed."}});
  CHECK(kept.responses[0].remarks == std::vector<std::string>{"old"});
  CHECK(said(kept) == "`ed` ended with 1; nothing was changed.");
  CHECK(after({EndEditing{{{"late"}}, {}}}).responses[0].remarks.empty());
}

TEST_CASE("finishing with unrated questions is confirmed", "[prompt]") {
  const State review = after({Skip{}, Rate{1}, Rate{1}, Rate{1}, Rate{2}});
  const State asked = after(review, {Finish{}});
  CHECK(asked.mode == Mode::confirming);
  CHECK(after(asked, {Finish{}}).mode == Mode::finished);
  CHECK(after(asked, {Cancel{}}).mode == Mode::reviewing);
  CHECK(said(after(asked, {Cancel{}})) == "not finished");
  CHECK(after(asked, {Back{}}).at == 4);
  CHECK(after({Rate{1}, Rate{1}, Rate{1}, Rate{1}, Rate{1}, Finish{}}).mode == Mode::finished);
}

TEST_CASE("finishing with nothing rated is refused", "[prompt]") {
  const State state = after({Skip{}, GiveMark{0, "no oven"}, Skip{}, Skip{}, Skip{}, Finish{}});
  CHECK(state.mode == Mode::reviewing);
  CHECK(said(state) == "Nothing is rated yet, so there is nothing to finish.");
}

TEST_CASE("nothing can be answered in the review", "[prompt]") {
  const State review = after({Skip{}, Skip{}, Skip{}, Skip{}, Skip{}});
  for (const Action& action : std::initializer_list<Action>{
           Rate{3}, GiveMark{0, "no oven"}, GiveMark{1, ""}, Skip{}, Clear{}, AddRemark{"fact"},
           BeginEntry{EntryKind::remark, 0}, BeginEntry{EntryKind::reason, 0}}) {
    const State state = after(review, {action});
    CHECK(state.mode == Mode::reviewing);
    CHECK(state.responses == review.responses);
    CHECK(said(state) == "There is no question to answer here. b goes back.");
  }
  CHECK(after(review, {Keep{}}).mode == Mode::reviewing);
}

TEST_CASE("finishing with answers that cannot be saved stays in the review", "[prompt]") {
  const Saved full{{Saving::failed, "The disk is full", {}}};
  const State state = after({Skip{}, Skip{}, Skip{}, Skip{}, Rate{1}, full, Finish{}, Finish{}, full});
  CHECK(state.mode == Mode::reviewing);
  CHECK(after(state, {Finish{}, Finish{}, Saved{}}).mode == Mode::finished);
}

TEST_CASE("nothing happens after the end", "[prompt]") {
  const State state = after({Quit{}});
  CHECK(after(state, {Rate{1}}) == state);
}
