#include <rung/prompt/view.hpp>

#include <string>

#include "catch.hpp"
#include "golden.hpp"
#include "prompt/sample_form.hpp"

#include <rung/prompt/keymap.hpp>
#include <rung/prompt/update.hpp>
#include <rung/text/paint.hpp>

using namespace rung;

namespace {

/// Holds `block` against tests/golden/prompt/NAME.txt, where each line ends with `|` so that trailing spaces are seen.
void check_screen(const std::string& name, const Block& block) {
  std::string text;
  for (const Line& line : block) text += plain_text(line) + "|\n";
  check_golden(text, "prompt/" + name + ".txt");
}

State shown_after(std::initializer_list<Action> actions) {
  const Form form = sample_form();
  State state = start_form(form);
  for (const Action& action : actions) state = update(form, std::move(state), action);
  return state;
}

State back_at_first() {
  return shown_after({AddRemark{"2026-02-01 baked alone for a week"}, GiveMark{0, "the bakery next door delivers"},
                      Rate{2}, Skip{}, GiveMark{1, ""}, GoTo{"1"}});
}

State review() {
  State state = shown_after(
      {GiveMark{0, "the bakery next door delivers it at five, every day"}, Rate{2}, Skip{}, Skip{}, GiveMark{1, ""}});
  return update(sample_form(), std::move(state), Looked{{{'A', "One value for all ratings.", {1}}}});
}

const Explain unknown_key{"z is not a key here.", Bell::rings, KeyLine::shown};

const RemarkChoice kind_of_line{
    "Evidence of today, or a note?",
    {{'e', "evidence of today", "2026-03-14 fed it", "evidence of 2026-03-14"}, {'n', "note", "fed it", "note"}},
    "fed it"};

/// What is to be read, and the prompt below it.
Block whole_view(const State& state, int width, Dialect dialect = Dialect::keys) {
  Block block = view_reading(sample_form(), state, width, dialect);
  append(block, view(sample_form(), state, width, dialect));
  return block;
}

}  // namespace

TEST_CASE("a question is drawn as the golden says", "[prompt]") {
  for (const int width : {100, 80, 40}) {
    const std::string suffix = "-" + std::to_string(width);
    check_screen("opening" + suffix, view_opening(sample_form(), back_at_first(), width));
    check_screen("first" + suffix, view(sample_form(), shown_after({}), width));
    check_screen("lead" + suffix, view(sample_form(), shown_after({GoTo{"5"}}), width));
    check_screen("wide-characters" + suffix, view(sample_form(), shown_after({Rate{1}, Rate{2}}), width));
    check_screen("standing-answer" + suffix, view(sample_form(), back_at_first(), width));
    check_screen("reason" + suffix, view(sample_form(), shown_after({BeginEntry{EntryKind::reason, 0}}), width));
    check_screen("remark" + suffix, view(sample_form(), shown_after({BeginEntry{EntryKind::remark, 0}}), width));
    check_screen("next" + suffix, view(sample_form(), shown_after({Rate{1}}), width));
    check_screen("unknown-key" + suffix, view(sample_form(), shown_after({unknown_key}), width));
    check_screen("choosing" + suffix, view(sample_form(), shown_after({AskAbout{kind_of_line}}), width));
    check_screen("review" + suffix, whole_view(review(), width));
    check_screen("confirming" + suffix, view(sample_form(), shown_after({Rate{1}, Finish{}, Finish{}}), width));
    check_screen("overview" + suffix, whole_view(shown_after({Rate{1}, ShowOverview{}}), width));
    check_screen("keys" + suffix, whole_view(shown_after({ShowKeys{}}), width));
    State details = back_at_first();
    details.showing = Showing::details;
    details.choice_notes = {{2, "Apprentices say: I bake what I am told to."}};
    check_screen("details" + suffix, whole_view(details, width));
  }
}

TEST_CASE("in whole lines each line is one fact", "[prompt]") {
  check_screen("lines-first", view(sample_form(), back_at_first(), 80, Dialect::lines));
  check_screen("lines-lead", view(sample_form(), shown_after({GoTo{"5"}}), 80, Dialect::lines));
  check_screen("lines-review", whole_view(review(), 80, Dialect::lines));
  check_screen("lines-reason",
               view(sample_form(), shown_after({BeginEntry{EntryKind::reason, 0}}), 80, Dialect::lines));
  State details = back_at_first();
  details.showing = Showing::details;
  details.choice_notes = {{2, "Apprentices say: I bake what I am told to."}};
  check_screen("lines-details", whole_view(details, 80, Dialect::lines));
}

TEST_CASE("no line of any screen is wider than its width", "[prompt]") {
  const Form form = sample_form();
  State failed = update(form, review(), Saved{{Saving::failed, "/home/someone/.local/share/rung: no space left"}});
  for (int width = 20; width <= 100; ++width) {
    for (State state : {shown_after({}), back_at_first(), review(), failed,
                        shown_after({BeginEntry{EntryKind::remark, 0}}), shown_after({BeginEntry{EntryKind::go_to, 0}}),
                        shown_after({Rate{7}}), shown_after({unknown_key}), shown_after({AskAbout{kind_of_line}})}) {
      for (const Showing showing : {Showing::question, Showing::question_alone, Showing::prompt_only, Showing::details,
                                    Showing::keys, Showing::overview}) {
        state.showing = showing;
        for (const Block& block : {view(form, state, width), view_reading(form, state, width),
                                   view_opening(form, state, width), view_feedback(state, width)}) {
          for (const Line& line : block) {
            INFO("width " << width << ": " << plain_text(line));
            CHECK(cell_width(line) <= width);
          }
        }
      }
    }
  }
}

TEST_CASE("an echo that has no room behind the prompt goes below it", "[prompt]") {
  State state = shown_after({});
  state.feedback.echo = {{"3 Consistently · not saved", Style::plain}};
  CHECK(view_feedback(state, 80).size() == 1);
  const Block narrow = view_feedback(state, 24);
  REQUIRE(narrow.size() > 1);
  CHECK(narrow.front().empty());
}

TEST_CASE("a sentence stands behind the prompt, unless a line is being typed there", "[prompt]") {
  const Block off_scale = view_feedback(shown_after({Rate{7}}), 80);
  REQUIRE(off_scale.size() == 1);
  CHECK(plain_text(off_scale.front()) == "7 is not on the scale. Press 1-4 to rate.");
  const Block typing = view_feedback(shown_after({BeginEntry{EntryKind::remark, 0}, Explain{"Too long."}}), 80);
  REQUIRE(typing.size() == 2);
  CHECK(typing.front().empty());
  CHECK(plain_text(typing.back()) == "  Too long.");
}

TEST_CASE("an ended questionnaire shows nothing more", "[prompt]") {
  CHECK(view(sample_form(), shown_after({Quit{}}), 80).empty());
}

TEST_CASE("the key line stands at the first question, after an unknown key, and nowhere else", "[prompt]") {
  const auto has_key_line = [](const State& state) {
    return paint(view(sample_form(), state, 80), Paint{}).find("1-4 rate") != std::string::npos;
  };
  CHECK(has_key_line(shown_after({})));
  CHECK(has_key_line(shown_after({Rate{1}, unknown_key})));
  CHECK_FALSE(has_key_line(shown_after({Rate{1}})));
  CHECK_FALSE(has_key_line(shown_after({Rate{1}, ShowDetails{}})));
}

TEST_CASE("where a part begins, the time that is left is told from the pace", "[prompt]") {
  State state = shown_after({GoTo{"5"}});
  const auto drawn = [&state] { return paint(view(sample_form(), state, 80), Paint{}); };
  CHECK(drawn().find("left.") == std::string::npos);
  state.pace = std::chrono::seconds(40);
  CHECK_THAT(drawn(), ContainsSubstring("About 3 minutes left.\n"));
  state.pace = std::chrono::seconds(3);
  CHECK_THAT(drawn(), ContainsSubstring("Less than a minute left.\n"));
}

TEST_CASE("every key of the table is listed among the keys", "[prompt]") {
  const std::string text = paint(view_reading(sample_form(), shown_after({ShowKeys{}}), 100), Paint{});
  for (const Binding& binding : keymap())
    if (binding.place != KeyPlace::review && binding.key != 'e')
      CHECK_THAT(text, ContainsSubstring(std::string(binding.description)));
}

TEST_CASE("a question that is not asked hides the answer that it would keep, until it is answered", "[prompt]") {
  Form form = sample_form();
  form.questions[0].turn = Turn::on_request;
  State state = start_form(form);
  state.responses[0].choice = 4;
  state = update(form, std::move(state), GoTo{"1"});
  const auto drawn = [&form](const State& now) { return paint(view(form, now, 80), Paint{}); };
  CHECK_THAT(drawn(state), ContainsSubstring("not asked: your earlier answer is kept"));
  CHECK_THAT(drawn(state), !ContainsSubstring("your answer"));
  state = update(form, std::move(state), Rate{3});
  CHECK_THAT(drawn(update(form, std::move(state), GoTo{"1"})), ContainsSubstring("your answer: 3 Consistently"));
}

TEST_CASE("earlier answers are shown with the details alone", "[prompt]") {
  Form form = sample_form();
  form.questions[0].answers = {"Last time (2025-11-02): 2"};
  State state = start_form(form);
  CHECK_THAT(paint(view(form, state, 80), Paint{}), !ContainsSubstring("Last time"));
  state = update(form, std::move(state), ShowDetails{});
  CHECK_THAT(paint(view_reading(form, state, 80), Paint{}), ContainsSubstring("Last time (2025-11-02): 2\n"));
}
