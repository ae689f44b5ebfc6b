#include <rung/prompt/line_editor.hpp>

#include <string>
#include <vector>

#include "catch.hpp"

#include <rung/text/width.hpp>

using namespace rung;

namespace {

/// A terminal that knows what the echoes can do, and nothing else.
class Paper {
 public:
  explicit Paper(int column) : rows_{std::string(static_cast<std::size_t>(column), ' ')} {}

  void draw(const std::vector<Echo>& echoes) {
    for (const Echo& echo : echoes) {
      if (const auto* text = std::get_if<EchoText>(&echo)) {
        rows_.back() += text->text;
      } else if (const auto* erase = std::get_if<EchoErase>(&echo)) {
        for (int cells = erase->cells; cells > 0;) {
          const auto last = split_graphemes(rows_.back()).back();
          cells -= cell_width(last);
          rows_.back().resize(rows_.back().size() - last.size());
          REQUIRE(cells >= 0);
        }
      } else if (std::holds_alternative<EchoBreak>(echo)) {
        rows_.emplace_back();
      } else {
        ++bells_;
      }
    }
  }

  [[nodiscard]] const std::vector<std::string>& rows() const { return rows_; }
  [[nodiscard]] int bells() const { return bells_; }

 private:
  std::vector<std::string> rows_;
  int bells_ = 0;
};

struct Desk {
  explicit Desk(int column = 4, int width = 20) : editor(column, width), paper(column) {}

  LineEditor::Reply send(const Event& event) {
    LineEditor::Reply reply = editor.handle(event);
    paper.draw(reply.echo);
    return reply;
  }
  void type(std::u32string_view text) {
    for (const char32_t character : text) send(Typed{character});
  }
  void press(KeyName key, int times = 1) {
    for (; times > 0; --times) send(Pressed{key});
  }

  LineEditor editor;
  Paper paper;
};

}  // namespace

TEST_CASE("typed characters are echoed as they come", "[prompt]") {
  Desk desk;
  desk.type(U"née 日本");
  CHECK(desk.editor.text() == "née 日本");
  CHECK(desk.paper.rows() == std::vector<std::string>{"    née 日本"});
}

TEST_CASE("Backspace erases whole characters, however wide and of however many parts", "[prompt]") {
  Desk desk;
  desk.type(U"a日e\u0301");
  desk.press(KeyName::backspace);
  CHECK(desk.editor.text() == "a日");
  desk.press(KeyName::backspace);
  CHECK(desk.editor.text() == "a");
  CHECK(desk.paper.rows() == std::vector<std::string>{"    a"});
  desk.press(KeyName::backspace, 2);
  CHECK(desk.editor.text().empty());
  CHECK(desk.paper.bells() == 1);
}

TEST_CASE("rows break before the last cell, and no row is wider", "[prompt]") {
  Desk desk;
  desk.type(U"abcdefghijklmnopqrstuvwxyz日本語日本語日本語");
  CHECK(desk.paper.rows() ==
        std::vector<std::string>{"    abcdefghijklmno", "    pqrstuvwxyz日本", "    語日本語日本語"});
}

TEST_CASE("erasing beyond the start of a row prints the rest before it again", "[prompt]") {
  Desk desk;
  desk.type(U"abcdefghijklmnop");
  CHECK(desk.paper.rows().size() == 2);
  desk.press(KeyName::backspace, 2);
  CHECK(desk.editor.text() == "abcdefghijklmn");
  CHECK(desk.paper.rows() == std::vector<std::string>{"    abcdefghijklmno", "    ", "    abcdefghijklmn"});
  desk.type(U"!");
  CHECK(desk.paper.rows().back() == "    abcdefghijklmn!");
}

TEST_CASE("Ctrl-W erases a word and Ctrl-U the line", "[prompt]") {
  Desk desk(4, 60);
  desk.type(U"one two three  ");
  desk.press(KeyName::erase_word);
  CHECK(desk.editor.text() == "one two ");
  CHECK(desk.paper.rows().back() == "    one two ");
  desk.press(KeyName::erase_line);
  CHECK(desk.editor.text().empty());
  CHECK(desk.paper.rows() == std::vector<std::string>{"    "});
  desk.type(U"new");
  CHECK(desk.paper.rows().back() == "    new");
}

TEST_CASE("a paste comes in whole with its line breaks as spaces", "[prompt]") {
  Desk desk(4, 60);
  desk.send(Pasted{"one\r\ntwo\nthree\tfour\x1b[31m\xff\xe2\x80\xae!"});
  CHECK(desk.editor.text() == "one two three four[31m!");
}

TEST_CASE("a paste that makes the line too long is refused whole", "[prompt]") {
  Desk desk(4, 60);
  desk.type(U"ab");
  const auto reply = desk.send(Pasted{std::string(max_line_characters - 1, 'x')});
  CHECK(reply.refusal == "That makes 4,001 characters; a line holds 4,000. Nothing of it was taken.");
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
  LineEditor editor(0, 40);
  editor.handle(Typed{U'a'});
  editor.handle(Pressed{KeyName::tab});
  editor.handle(Typed{U'b'});
  CHECK(editor.text() == "a b");
  const LineEditor::Reply reply = editor.handle(Pasted{"x", Arrival::cut});
  CHECK(reply.refusal == "That is far more than the 4,000 characters a line holds. Nothing of it was taken.");
  CHECK(editor.text() == "a b");
}
