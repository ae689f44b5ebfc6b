#include <rung/prompt/run.hpp>

#include <string>
#include <vector>

#include "catch.hpp"
#include "prompt/sample_form.hpp"
#include "prompt/scripted_console.hpp"

#include <rung/text/width.hpp>

using namespace rung;

namespace {

struct Session {
  ScriptedConsole console;
  std::vector<State> saves;
  Outcome outcome;

  explicit Session(std::vector<Event> events, Dialect dialect = Dialect::keys) : console(std::move(events), dialect) {
    outcome = run(
        sample_form(), start_form(sample_form()), console,
        [this](const State& state) {
          saves.push_back(state);
          return saves.size() <= failing ? SaveResult{Saving::failed, "The disk is full"} : SaveResult{};
        },
        edit);
  }
  Session(std::vector<Event> events, std::size_t failing_saves) : console(std::move(events)), failing(failing_saves) {
    outcome = run(
        sample_form(), start_form(sample_form()), console,
        [this](const State& state) {
          saves.push_back(state);
          return saves.size() <= failing ? SaveResult{Saving::failed, "The disk is full"} : SaveResult{};
        },
        edit);
  }

  std::size_t failing = 0;
  EditRemarks edit = [](const State&, Console&) { return EndEditing{std::nullopt, "There is no editor."}; };
};

}  // namespace

TEST_CASE("five keys answer five questions, each saved before it is called so", "[prompt]") {
  const Session session(type(U"12341f"));
  CHECK(session.outcome.ended == Ended::finished);
  CHECK(session.saves.size() == 5);
  for (std::size_t index = 0; index < session.saves.size(); ++index)
    CHECK(count_answered(session.saves[index]) == static_cast<int>(index) + 1);
  CHECK_THAT(session.console.text(), ContainsSubstring("  › 1 Not yet · saved\n"));
  CHECK_THAT(session.console.text(), ContainsSubstring("  › 4 Beyond · saved\n"));
  CHECK_THAT(session.console.text(), ContainsSubstring("  › finished\n"));
}

TEST_CASE("what changes no answer is not saved again", "[prompt]") {
  const Session session(type(U"1bb1s?pu\n9x"));
  CHECK(session.saves.size() == 1);
}

TEST_CASE("the end of input suspends and accepts nothing", "[prompt]") {
  const Session session(type(U"3e a fact"));
  CHECK(session.outcome.ended == Ended::suspended);
  CHECK(session.saves.size() == 1);
  CHECK(session.outcome.state.responses[1].remarks.empty());
  CHECK(session.console.text().back() == '\n');
}

TEST_CASE("q and Ctrl-D leave", "[prompt]") {
  CHECK(Session(type(U"q3")).outcome.ended == Ended::suspended);
  CHECK(Session({Pressed{KeyName::end_of_input}}).outcome.ended == Ended::suspended);
  CHECK(Session(type(U"q3")).saves.empty());
}

TEST_CASE("a signal ends the run with its number", "[prompt]") {
  const Session session({Typed{U'2'}, Typed{U'e'}, Typed{U'x'}, Interrupted{15}, Typed{U'3'}});
  CHECK(session.outcome.ended == Ended::interrupted);
  CHECK(session.outcome.signal == 15);
  CHECK(count_answered(session.outcome.state) == 1);
  CHECK(session.console.text().back() == '\n');
}

TEST_CASE("a reason and a remark are typed on lines of their own", "[prompt]") {
  const Session session(type(U"nno oven\neseen on Monday\n3q"));
  const State& state = session.outcome.state;
  CHECK(state.responses[0].reason == "no oven");
  CHECK(state.responses[1].remarks == std::vector<std::string>{"seen on Monday"});
  CHECK(state.responses[1].choice == 3);
  CHECK_THAT(session.console.text(), ContainsSubstring("  › n/a\n  Why? Enter alone cancels.\n  reason › no oven\n"
                                                       "    n/a · saved\n"));
  CHECK_THAT(session.console.text(), ContainsSubstring("  evidence › seen on Monday\n    noted · saved\n  › "));
}

TEST_CASE("an empty line or Escape cancels", "[prompt]") {
  const Session session({Typed{U'n'}, Pressed{KeyName::enter}, Typed{U'e'}, Typed{U'x'}, Pressed{KeyName::escape},
                         Typed{U'g'}, Pressed{KeyName::enter}, Typed{U'/'}, Pressed{KeyName::escape}});
  CHECK(session.saves.empty());
  CHECK(session.outcome.state.responses == std::vector<Response>(5));
}

TEST_CASE("a paste rates nothing, and goes whole into a remark", "[prompt]") {
  const Session session({Pasted{"3"}, Typed{U'e'}, Pasted{"one\ntwo"}, Pressed{KeyName::enter}});
  CHECK(count_answered(session.outcome.state) == 0);
  CHECK(session.outcome.state.responses[0].remarks == std::vector<std::string>{"one two"});
  CHECK(session.console.bells() == 1);
}

TEST_CASE("what was typed stays when a paste is refused or the program was stopped", "[prompt]") {
  const Session session({Typed{U'e'}, Typed{U'a'}, Typed{U'b'}, Pasted{std::string(5'000, 'x')}, Resumed{}, Typed{U'c'},
                         Pressed{KeyName::enter}});
  CHECK(session.outcome.state.responses[0].remarks == std::vector<std::string>{"abc"});
  CHECK_THAT(session.console.text(),
             ContainsSubstring("    That makes 5,002 characters; a line holds 4,000. Nothing of it was taken.\n"));
}

TEST_CASE("coming back prints the question again", "[prompt]") {
  const Session session({Typed{U'1'}, Resumed{}});
  const std::string& text = session.console.text();
  const std::size_t first = text.find("[2/5]");
  REQUIRE(first != std::string::npos);
  CHECK(text.find("[2/5]", first + 1) != std::string::npos);
}

TEST_CASE("a failed save is said, kept, and tried again at the next answer", "[prompt]") {
  const Session session(type(U"32"), 1);
  CHECK_THAT(session.console.text(),
             ContainsSubstring("  › 3 Consistently · not saved\n"
                               "    The disk is full. It is kept here and tried again at the next answer.\n"));
  CHECK_THAT(session.console.text(), ContainsSubstring("  › 2 Sometimes · saved, with all that was waiting\n"));
  REQUIRE(session.saves.size() == 2);
  CHECK(count_answered(session.saves[1]) == 2);
  CHECK(session.outcome.state.saving == Saving::done);
}

TEST_CASE("a failed save is tried once more on leaving", "[prompt]") {
  CHECK(Session(type(U"3q"), 1).outcome.state.saving == Saving::done);
  CHECK(Session(type(U"3q"), 9).outcome.state.saving == Saving::failed);
  CHECK(Session({Typed{U'3'}, Interrupted{2}}, 1).outcome.state.saving == Saving::done);
}

TEST_CASE("whoever looks around after the warning is warned once more", "[prompt]") {
  const std::string warning = "Mend";
  const auto count_warnings = [&warning](std::u32string_view keys) {
    const std::string text = Session(type(keys), 99).console.text();
    int count = 0;
    for (std::size_t at = text.find(warning); at != std::string::npos; at = text.find(warning, at + 1)) ++count;
    return count;
  };
  CHECK(count_warnings(U"3qq") == 1);
  CHECK(count_warnings(U"3q?qq") == 2);
  CHECK(count_warnings(U"3qe\nq") == 2);
}

TEST_CASE("arrows and Escape print nothing", "[prompt]") {
  const Session quiet({Pressed{KeyName::other}, Pressed{KeyName::escape}});
  CHECK(quiet.console.text() == Session(std::vector<Event>{}).console.text());
}

TEST_CASE("whole lines drive the same machine", "[prompt]") {
  std::vector<Event> events;
  for (const char* line : {"3", "n", "we have none", "e 2026-01-05 seen", "2", "", "s", "s", "f"})
    events.emplace_back(TypedLine{line, Arrival::whole});
  const Session session(events, Dialect::lines);
  const State& state = session.outcome.state;
  CHECK(state.responses[0].choice == 3);
  CHECK(state.responses[1].reason == "we have none");
  CHECK(state.responses[2].remarks == std::vector<std::string>{"2026-01-05 seen"});
  CHECK(state.responses[2].choice == 2);
  CHECK(session.outcome.ended == Ended::finished);
  CHECK(session.console.text().find('\x1b') == std::string::npos);
  CHECK(session.console.text().find('\r') == std::string::npos);
  CHECK(session.console.bells() == 0);
}
