#include <rung/prompt/run.hpp>

#include <string>
#include <vector>

#include <fmt/format.h>

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
    play();
  }
  Session(std::vector<Event> events, std::size_t failing_saves) : console(std::move(events)), failing(failing_saves) {
    play();
  }
  Session(std::vector<Event> events, Attendants others, int rows = 1'000)
      : console(std::move(events)), attendants(std::move(others)) {
    console.rows = rows;
    play();
  }

  void play() {
    attendants.save = [this](const State& state) {
      saves.push_back(state);
      return saves.size() <= failing ? SaveResult{Saving::failed, "The disk is full", {}} : SaveResult{};
    };
    attendants.edit = [](const State&, Console&) { return EndEditing{std::nullopt, "There is no editor."}; };
    outcome = run(sample_form(), start_form(sample_form()), console, attendants);
  }

  std::size_t failing = 0;
  Attendants attendants;
};

}  // namespace

TEST_CASE("five keys answer five questions, each saved before it is called so", "[prompt]") {
  const Session session(type(U"12341f"));
  CHECK(session.outcome.ended == Ended::finished);
  CHECK(session.saves.size() == 5);
  for (std::size_t index = 0; index < session.saves.size(); ++index)
    CHECK(count_answered(session.saves[index]) == static_cast<int>(index) + 1);
  CHECK_THAT(session.console.text(), ContainsSubstring("› 1 Not yet · saved\n"));
  CHECK_THAT(session.console.text(), ContainsSubstring("› 4 Beyond · saved\n"));
  CHECK_THAT(session.console.text(), ContainsSubstring("› finished\n"));
}

TEST_CASE("what changes no answer is not saved again", "[prompt]") {
  const Session session(type(U"1bb1s?pku\n9zx"));
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
  CHECK_THAT(session.console.text(), ContainsSubstring("› n/a\n  Why? Enter alone cancels.\nreason › no oven\n"
                                                       "  n/a · saved\n"));
  CHECK_THAT(session.console.text(), ContainsSubstring("evidence › seen on Monday\n  added · saved\n› "));
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
             ContainsSubstring("  That makes 5,002 characters, and a line holds 4,000. It was not added.\n"));
}

TEST_CASE("coming back prints the question again", "[prompt]") {
  const Session session({Typed{U'1'}, Resumed{}});
  const std::string& text = session.console.text();
  const std::size_t first = text.find("\n2   ");
  REQUIRE(first != std::string::npos);
  CHECK(text.find("\n2   ", first + 1) != std::string::npos);
}

TEST_CASE("a failed save is said, kept, and tried again at the next answer", "[prompt]") {
  const Session session(type(U"32"), 1);
  CHECK_THAT(
      session.console.text(),
      ContainsSubstring("› 3 Consistently · not saved\n  The disk is full. Your answer is kept here, and saving is "
                        "tried again at the\n  next one.\n"));
  CHECK_THAT(session.console.text(),
             ContainsSubstring("› 2 Sometimes · was 2 in November · saved, with everything that was waiting\n"));
  REQUIRE(session.saves.size() == 2);
  CHECK(count_answered(session.saves[1]) == 2);
  CHECK(session.outcome.state.saving == Saving::done);
}

TEST_CASE("a failed save is tried once more on leaving", "[prompt]") {
  CHECK(Session(type(U"3q"), 1).outcome.state.saving == Saving::done);
  CHECK(Session(type(U"3q"), 9).outcome.state.saving == Saving::failed);
  CHECK(Session({Typed{U'3'}, Interrupted{2}}, 1).outcome.state.saving == Saving::done);
}

TEST_CASE("looking around after the warning brings another warning", "[prompt]") {
  const std::string warning = "Fix that";
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
  for (const char* line : {"3", "n", "we have none", "e 2026-01-05 seen", "2", "", "s", "s", "f", "y"})
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

TEST_CASE("details that do not fit go through a pager, and its last key leads back to the question", "[prompt]") {
  const auto count_first = [](const Session& session) {
    const std::string text = session.console.text();
    int count = 0;
    for (std::size_t at = text.find("\n1   I bake"); at != std::string::npos; at = text.find("\n1   I bake", at + 1))
      ++count;
    return count;
  };
  const Session roomy(type(U"?"), Attendants{}, 60);
  CHECK(roomy.console.text().find("space more") == std::string::npos);
  CHECK(count_first(roomy) == 2);
  const Session tight(type(U"?"), Attendants{}, 10);
  CHECK_THAT(tight.console.text(), ContainsSubstring("1/2  space more, b back, q close"));
  CHECK(count_first(tight) == 1);
  const Session closed(type(U"?q"), Attendants{}, 10);
  CHECK(closed.outcome.ended == Ended::suspended);
  CHECK(count_first(closed) == 2);
  const Session unanswered(type(U"?3"), Attendants{}, 10);
  CHECK_FALSE(unanswered.outcome.state.responses[0].choice);
}

TEST_CASE("a typed line means what the attendant says", "[prompt]") {
  Attendants attendants;
  attendants.read = [](const std::string& text) -> Action {
    if (text == "never") return Explain{"There is no such day.", Bell::rings, KeyLine::hidden};
    if (text == "perhaps")
      return AskAbout{
          {"A fact, or a note?", {{'f', "fact", "fact: perhaps", "fact"}, {'n', "note", text, "note"}}, text}};
    return AddRemark{text, "understood"};
  };
  const auto remarks = [&attendants](std::u32string_view keys) {
    return Session(type(keys), attendants).outcome.state.responses[0].remarks;
  };
  CHECK(remarks(U"eit is\n") == std::vector<std::string>{"it is"});
  CHECK_THAT(Session(type(U"eit is\n"), attendants).console.text(), ContainsSubstring("  understood · saved\n"));
  CHECK(remarks(U"eperhaps\nf") == std::vector<std::string>{"fact: perhaps"});
  CHECK(remarks(U"eperhaps\nn") == std::vector<std::string>{"perhaps"});
  // Anything else goes back to the line, with everything that was typed.
  CHECK(remarks(U"eperhaps\n\n!\n") == std::vector<std::string>{"perhaps!"});
  // A line that is refused stays to be changed.
  CHECK(remarks(U"enever\n!\n") == std::vector<std::string>{"never!"});
}

TEST_CASE("Up brings back a line of this session", "[prompt]") {
  std::vector<Event> events = type(U"eshipped it\n3e");
  events.emplace_back(Pressed{KeyName::up});
  events.emplace_back(Pressed{KeyName::enter});
  CHECK(Session(events).outcome.state.responses[1].remarks == std::vector<std::string>{"shipped it"});
}

TEST_CASE("printing the question again keeps the line, its cursor, and what stands behind Up", "[prompt]") {
  std::vector<Event> events = type(U"efirst\nemine");
  for (const KeyName key : {KeyName::up, KeyName::show_again, KeyName::down, KeyName::home, KeyName::show_again})
    events.emplace_back(Pressed{key});
  events.emplace_back(Typed{U'!'});
  events.emplace_back(Pressed{KeyName::enter});
  CHECK(Session(events).outcome.state.responses[0].remarks == std::vector<std::string>{"first", "!mine"});
}

TEST_CASE("a line that was emptied stays empty when the question is printed again", "[prompt]") {
  Attendants attendants;
  attendants.read = [](const std::string& text) -> Action {
    if (text != "perhaps") return AddRemark{text, {}};
    return AskAbout{{"What is it?", {{'n', "note", text, "note"}}, text}};
  };
  std::vector<Event> events = type(U"eperhaps\n\n\x15");
  events.emplace_back(Pressed{KeyName::show_again});
  for (const Event& event : type(U"new\n")) events.push_back(event);
  CHECK(Session(events, attendants).outcome.state.responses[0].remarks == std::vector<std::string>{"new"});
}

TEST_CASE("with most questions unrated the review names nothing about the answers", "[prompt]") {
  Attendants attendants;
  attendants.look = [](const State&) { return std::vector<SecondLook>{{'A', "One value for all.", {0}}}; };
  CHECK(Session(type(U"3f"), attendants).console.text().find("One value") == std::string::npos);
  CHECK(Session(type(U"33333"), attendants).console.text().find("One value") != std::string::npos);
  // Neither does it name what was true before answers were cleared.
  const std::string cleared = Session(type(U"33333"
                                           U"g1\nx"
                                           U"g2\nx"
                                           U"f"),
                                      attendants)
                                  .console.text();
  CHECK(cleared.substr(cleared.rfind("Review")).find("One value") == std::string::npos);
}

TEST_CASE("the review names what the attendant finds, and its key goes there and back", "[prompt]") {
  Attendants attendants;
  attendants.look = [](const State& state) {
    return std::vector<SecondLook>{{'A', fmt::format("{} answers.", count_answered(state)), {1, 3}},
                                   {'v', "No evidence.", {2}}};
  };
  const Session session(type(U"33333"
                             U"11"
                             U"A42"
                             U"v1"
                             U"f"),
                        attendants);
  CHECK_THAT(session.console.text(), ContainsSubstring("    A  5 answers.\n    v  No evidence.\n"));
  std::string given;
  for (const Response& response : session.outcome.state.responses) given += std::to_string(*response.choice);
  CHECK(given == "34123");
  CHECK(session.outcome.ended == Ended::finished);
}
