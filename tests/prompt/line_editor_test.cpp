#include <rung/prompt/line_editor.hpp>

#include <array>
#include <random>
#include <string>
#include <vector>

#include "catch.hpp"

#include <rung/text/width.hpp>

using namespace rung;

namespace {

struct Desk {
  explicit Desk(LineRoom room = {4, 20, 10}, std::vector<std::string> earlier = {})
      : editor(room, {}, std::move(earlier)) {}

  LineEditor::Reply send(const Event& event) { return editor.handle(event); }
  void type(std::u32string_view text) {
    for (const char32_t character : text) send(Typed{character});
  }
  LineEditor::Reply press(KeyName key, int times = 1) {
    LineEditor::Reply reply;
    for (; times > 0; --times) reply = send(Pressed{key});
    return reply;
  }
  [[nodiscard]] std::vector<std::string> rows() const { return editor.draw().rows; }

  LineEditor editor;
};

std::string join(const std::vector<std::string>& rows) {
  std::string text;
  for (const std::string& row : rows) text += row;
  return text;
}

}  // namespace

TEST_CASE("typed characters stand where the cursor is", "[prompt]") {
  Desk desk;
  desk.type(U"née 日本");
  CHECK(desk.editor.text() == "née 日本");
  desk.press(KeyName::left);
  desk.type(U"x");
  desk.press(KeyName::home);
  desk.type(U"y");
  desk.press(KeyName::end);
  desk.type(U"z");
  CHECK(desk.editor.text() == "ynée 日x本z");
  CHECK(desk.rows() == std::vector<std::string>{"ynée 日x本z"});
}

TEST_CASE("Backspace and Delete erase whole characters, however wide and of however many parts", "[prompt]") {
  Desk desk;
  desk.type(U"a日e\u0301");
  desk.press(KeyName::backspace);
  CHECK(desk.editor.text() == "a日");
  desk.press(KeyName::left);
  desk.press(KeyName::erase_next);
  CHECK(desk.editor.text() == "a");
  CHECK(desk.press(KeyName::erase_next).rings);
  CHECK_FALSE(desk.press(KeyName::backspace).rings);
  CHECK(desk.press(KeyName::backspace).rings);
  CHECK(desk.editor.text().empty());
}

TEST_CASE("rows break before the last cell, and no row is wider", "[prompt]") {
  Desk desk;
  desk.type(U"abcdefghijklmnopqrstuvwxyz日本語日本語日本語");
  CHECK(desk.rows() == std::vector<std::string>{"abcdefghijklmno", "pqrstuvwxyz日本", "語日本語日本語"});
}

TEST_CASE("erasing across a row leaves nothing of it standing", "[prompt]") {
  Desk desk;
  desk.type(U"abcdefghijklmnop");
  CHECK(desk.rows().size() == 2);
  desk.press(KeyName::backspace, 2);
  CHECK(desk.rows() == std::vector<std::string>{"abcdefghijklmn"});
}

TEST_CASE("Ctrl-W, Ctrl-U, and Ctrl-K erase a word, what is before the cursor, and what is behind it", "[prompt]") {
  Desk desk({4, 60, 10});
  desk.type(U"one two three  ");
  desk.press(KeyName::erase_word);
  CHECK(desk.editor.text() == "one two ");
  desk.press(KeyName::left, 4);
  desk.press(KeyName::erase_rest);
  CHECK(desk.editor.text() == "one ");
  desk.type(U"and");
  desk.press(KeyName::left, 3);
  desk.press(KeyName::erase_line);
  CHECK(desk.editor.text() == "and");
}

TEST_CASE("Up and Down go through earlier lines and come back to this one", "[prompt]") {
  Desk desk({4, 60, 10}, {"first", "second"});
  desk.type(U"mine");
  desk.press(KeyName::up);
  CHECK(desk.editor.text() == "second");
  desk.press(KeyName::up);
  CHECK(desk.editor.text() == "first");
  CHECK(desk.press(KeyName::up).rings);
  desk.press(KeyName::down, 2);
  CHECK(desk.editor.text() == "mine");
  CHECK(desk.press(KeyName::down).rings);
}

TEST_CASE("of a line that is taller than its room, the rows around the cursor are shown", "[prompt]") {
  Desk desk({0, 11, 3});
  desk.type(U"aaaaaaaaaabbbbbbbbbbccccccccccddddddddddeeee");
  CHECK(desk.rows() == std::vector<std::string>{"cccccccccc", "dddddddddd", "eeee"});
  CHECK(desk.editor.draw().cursor_row == 2);
  desk.press(KeyName::home);
  CHECK(desk.rows() == std::vector<std::string>{"aaaaaaaaaa", "bbbbbbbbbb", "cccccccccc"});
  CHECK(desk.editor.draw().cursor_row == 0);
}

TEST_CASE("a line can begin with a text, behind which the cursor stands", "[prompt]") {
  LineEditor editor({4, 60, 10}, "2026-02-30 shipped it", {});
  editor.handle(Pressed{KeyName::erase_word});
  editor.handle(Typed{U'x'});
  CHECK(editor.text() == "2026-02-30 shipped x");
}

TEST_CASE("after any keys, what is drawn is the text, and the cursor stands in it", "[prompt]") {
  constexpr std::array keys{KeyName::left,       KeyName::right,      KeyName::home,       KeyName::end,
                            KeyName::backspace,  KeyName::erase_next, KeyName::erase_word, KeyName::erase_line,
                            KeyName::erase_rest, KeyName::up,         KeyName::down,       KeyName::tab};
  const std::u32string characters = U"ab日é\u0301👩‍🚀 🇪🇺אx";
  std::mt19937 random(7);
  for (const int width : {20, 40, 80}) {
    LineEditor editor({11, width, 100}, {}, {"an earlier line that takes several rows of a narrow screen"});
    for (int step = 0; step < 3'000; ++step) {
      if (random() % 3 == 0)
        editor.handle(Pressed{keys[random() % keys.size()]});
      else
        editor.handle(Typed{characters[random() % characters.size()]});
      const LineDrawing drawing = editor.draw();
      INFO("width " << width << ", step " << step << ": " << editor.text());
      REQUIRE(join(drawing.rows) == editor.text());
      for (const std::string& row : drawing.rows) REQUIRE(drawing.column + cell_width(row) < width + 1);
      REQUIRE(drawing.cursor_row < static_cast<int>(drawing.rows.size()));
      const std::string& row = drawing.rows[static_cast<std::size_t>(drawing.cursor_row)];
      REQUIRE(drawing.cursor_column >= drawing.column);
      REQUIRE(drawing.cursor_column <= drawing.column + cell_width(row));
      if (random() % 200 == 0) editor.handle(Pressed{KeyName::erase_line});
    }
  }
}

TEST_CASE("a paste comes in whole with its line breaks as spaces", "[prompt]") {
  Desk desk({4, 60, 10});
  desk.send(Pasted{"one\r\ntwo\nthree\tfour\x1b[31m\xff\xe2\x80\xae!"});
  CHECK(desk.editor.text() == "one two three four[31m!");
}

TEST_CASE("a paste that makes the line too long is refused whole", "[prompt]") {
  Desk desk({4, 60, 10});
  desk.type(U"ab");
  const auto reply = desk.send(Pasted{std::string(max_line_characters - 1, 'x')});
  CHECK(reply.refusal == "That makes 4,001 characters, and a line holds 4,000. It was not added.");
  CHECK(desk.editor.text() == "ab");
  CHECK(desk.send(Pasted{std::string(max_line_characters - 2, 'x')}).refusal.empty());
  CHECK(desk.editor.text().size() == max_line_characters);
}

TEST_CASE("Enter accepts, Escape cancels, Ctrl-D leaves an empty line only", "[prompt]") {
  Desk desk;
  CHECK(desk.send(Pressed{KeyName::end_of_input}).step == LineEditor::Step::left);
  CHECK(desk.send(EndOfInput{}).step == LineEditor::Step::left);
  desk.type(U"x");
  CHECK(desk.send(Pressed{KeyName::end_of_input}).step == LineEditor::Step::going_on);
  CHECK(desk.send(Pressed{KeyName::other}).step == LineEditor::Step::going_on);
  CHECK(desk.send(Pressed{KeyName::escape}).step == LineEditor::Step::canceled);
  CHECK(desk.send(Pressed{KeyName::enter}).step == LineEditor::Step::accepted);
  CHECK(desk.editor.text() == "x");
}

TEST_CASE("a tab is a space, and a paste whose end is missing is refused", "[prompt]") {
  Desk desk({0, 40, 10});
  desk.type(U"a");
  desk.press(KeyName::tab);
  desk.type(U"b");
  CHECK(desk.editor.text() == "a b");
  const LineEditor::Reply reply = desk.send(Pasted{"x", Arrival::cut});
  CHECK(reply.refusal == "That is far more than the 4,000 characters that a line holds. It was not added.");
  CHECK(desk.editor.text() == "a b");
}
