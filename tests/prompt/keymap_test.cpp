#include <rung/prompt/keymap.hpp>

#include <set>
#include <string>

#include "catch.hpp"
#include "prompt/sample_form.hpp"

#include <rung/prompt/line_editor.hpp>

using namespace rung;

namespace {

template <class Expected>
const Expected* read_as(const Event& event) {
  static std::optional<Action> action;
  action = read_event(sample_form(), event);
  return action ? std::get_if<Expected>(&*action) : nullptr;
}

template <class Expected>
const Expected* read_line_as(const std::string& text) {
  return read_as<Expected>(TypedLine{text, Arrival::whole});
}

}  // namespace

TEST_CASE("every digit is the value typed", "[prompt]") {
  for (int value = 0; value <= 9; ++value) {
    const auto* rate = read_as<Rate>(Typed{static_cast<char32_t>('0' + value)});
    REQUIRE(rate != nullptr);
    CHECK(rate->value == value);
  }
}

TEST_CASE("no character but the digits, the marks and the table answers or changes anything", "[prompt]") {
  std::set<char32_t> known{U'n', U'o'};
  for (const Binding& binding : keymap()) known.insert(static_cast<char32_t>(binding.key));
  for (char32_t character = 0x20; character < 0x3000; ++character)
    if (known.count(character) == 0 && !(character >= U'0' && character <= U'9'))
      CHECK((read_as<Explain>(Typed{character}) != nullptr || read_as<Visit>(Typed{character}) != nullptr));
}

TEST_CASE("no key has two meanings", "[prompt]") {
  std::set<char> keys{'n', 'o'};
  for (const Binding& binding : keymap()) CHECK(keys.insert(binding.key).second);
}

TEST_CASE("keys that answer nothing stay silent", "[prompt]") {
  for (const KeyName key : {KeyName::escape, KeyName::other, KeyName::erase_line, KeyName::left, KeyName::up})
    CHECK_FALSE(read_event(sample_form(), Pressed{key}).has_value());
  CHECK(read_as<Keep>(Pressed{KeyName::enter}) != nullptr);
  CHECK(read_as<Back>(Pressed{KeyName::backspace}) != nullptr);
  CHECK(read_as<Quit>(Pressed{KeyName::end_of_input}) != nullptr);
  CHECK(read_as<Quit>(EndOfInput{}) != nullptr);
  CHECK(read_as<ShowAgain>(Pressed{KeyName::show_again}) != nullptr);
  CHECK(read_as<ShowAgain>(Resized{}) != nullptr);
}

TEST_CASE("a paste answers nothing and says so", "[prompt]") {
  const auto* explain = read_as<Explain>(Pasted{"3"});
  REQUIRE(explain != nullptr);
  CHECK(explain->message == "Pasted text is ignored here. Press e to add it as evidence.");
}

TEST_CASE("a mark asks for its reason only when it needs one", "[prompt]") {
  const auto* begin = read_as<BeginEntry>(Typed{U'n'});
  REQUIRE(begin != nullptr);
  CHECK(begin->kind == EntryKind::reason);
  const auto* give = read_as<GiveMark>(Typed{U'o'});
  REQUIRE(give != nullptr);
  CHECK(give->mark == 1);
}

TEST_CASE("whole lines say the same as keys", "[prompt]") {
  REQUIRE(read_line_as<Rate>(" 3 ") != nullptr);
  CHECK(read_line_as<Rate>("3")->value == 3);
  CHECK(read_line_as<Keep>("") != nullptr);
  CHECK(read_line_as<Skip>("s") != nullptr);
  REQUIRE(read_line_as<GiveMark>("n we have none") != nullptr);
  CHECK(read_line_as<GiveMark>("n we have none")->reason == "we have none");
  CHECK(read_line_as<BeginEntry>("n") != nullptr);
  REQUIRE(read_line_as<AddRemark>("e 2026-01-05 fixed it") != nullptr);
  CHECK(read_line_as<AddRemark>("e 2026-01-05 fixed it")->text == "2026-01-05 fixed it");
  REQUIRE(read_line_as<GoTo>("g 7") != nullptr);
  CHECK(read_line_as<GoTo>("g7")->text == "7");
  REQUIRE(read_line_as<Search>("/sour dough") != nullptr);
  CHECK(read_line_as<Search>("/sour dough")->text == "sour dough");
}

TEST_CASE("a line that is no command answers nothing", "[prompt]") {
  for (const char* text : {"33", "3 4", "yes", "s 1", "q!", "no", "3.", "o maybe"}) {
    INFO(text);
    CHECK(read_line_as<Explain>(text) != nullptr);
  }
}

TEST_CASE("a typed line that is too long or was cut is refused whole", "[prompt]") {
  const std::string longest(max_line_characters, 'x');
  const auto taken = read_entry({EntryKind::remark, 0, Mode::asking, {}}, {longest, Arrival::whole});
  CHECK(std::get<AddRemark>(taken).text == longest);
  const auto refused = read_entry({EntryKind::remark, 0, Mode::asking, {}}, {longest + "x", Arrival::whole});
  CHECK(std::get<Explain>(refused).message == "That makes 4,001 characters, and a line holds 4,000. It was not added.");
  const auto cut = read_entry({EntryKind::remark, 0, Mode::asking, {}}, {"x", Arrival::cut});
  CHECK(std::get<Explain>(cut).message == "The terminal cut that line short. It was not added.");
}

TEST_CASE("an unknown key brings the key line back", "[prompt]") {
  const auto* explain = read_as<Explain>(Typed{U'z'});
  REQUIRE(explain != nullptr);
  CHECK(explain->message == "z is not a key here.");
  CHECK(explain->key_line == KeyLine::shown);
}

TEST_CASE("only y confirms", "[prompt]") {
  const auto reads_finish = [](const Event& event) {
    const auto action = read_confirming(event);
    return action && std::holds_alternative<Finish>(*action);
  };
  CHECK(reads_finish(Typed{U'y'}));
  CHECK(reads_finish(TypedLine{"yes", Arrival::whole}));
  for (const Event& event : std::vector<Event>{Typed{U'n'}, Typed{U'3'}, Typed{U'é'}, Pressed{KeyName::enter},
                                               Pressed{KeyName::escape}, Pasted{"y"}, TypedLine{"", Arrival::whole}}) {
    const auto action = read_confirming(event);
    REQUIRE(action);
    CHECK(std::holds_alternative<Cancel>(*action));
  }
  CHECK(std::holds_alternative<Back>(*read_confirming(Typed{U'b'})));
  CHECK(std::holds_alternative<Quit>(*read_confirming(EndOfInput{})));
}
