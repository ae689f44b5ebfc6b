#include <algorithm>
#include <string>
#include <vector>

#include <rung/text/width.hpp>

#include "catch.hpp"
#include "pty/assessing.hpp"
#include "pty/screen.hpp"

using namespace rung;

namespace {

constexpr const char* chinese =
    "我按时交付团队承诺的工作，质量足以让其他人在此基础上继续构建，并且不需要别人提醒我这样做。";
constexpr const char* families =
    "Families 👨‍👩‍👧‍👦 👩🏽‍🚀 🏳️‍🌈 🇪🇺 "
    "👨‍👩‍👧‍👦 and 👩🏽‍🚀 and 🏳️‍🌈 "
    "and 🇪🇺 work 👨‍👩‍👧‍👦 together.";
constexpr const char* accents =
    "Zalgo z\u0301\u0302\u0303a\u0308\u0323l\u0330g\u0307o\u0308 and cafe\u0301, nai\u0308ve, A\u030Angstro\u0308m.";
constexpr const char* hebrew = "אני מסיים בזמן את העבודה שהצוות שלי התחייב אליה, באיכות שאחרים יכולים לבנות עליה.";

std::vector<std::string> all_texts() { return {chinese, families, accents, hebrew}; }

int count_graphemes(const std::vector<std::string>& lines, std::string_view wanted) {
  int count = 0;
  for (const std::string& line : lines) {
    const auto graphemes = split_graphemes(line);
    count += static_cast<int>(std::count(graphemes.begin(), graphemes.end(), wanted));
  }
  return count;
}

void check_widths(const std::vector<std::string>& lines, int columns) {
  for (const std::string& line : lines) {
    INFO(line);
    CHECK(cell_width(line) <= columns);
  }
}

}  // namespace

TEST_CASE("text of any script fits its lines, and no grapheme is parted by a line end", "[pty]") {
  const unsigned short columns = GENERATE(static_cast<unsigned short>(40), static_cast<unsigned short>(80));
  const Scratch scratch;
  SessionOptions options;
  options.columns = columns;
  Session session(scratch / "home", assess(write_ladder(scratch, all_texts())), options);
  session.wait_for_prompt();
  session.type("1234");
  session.wait_for("Review");
  session.wait_for_prompt();
  quit(session);
  const std::vector<std::string> lines = split_lines(without_styles(session.output()));
  check_widths(lines, columns);
  for (const std::string& text : all_texts()) {
    for (const std::string_view grapheme : split_graphemes(text)) {
      if (grapheme.size() == 1) continue;
      INFO(grapheme);
      CHECK(count_graphemes(lines, grapheme) >= count_graphemes({text}, grapheme));
    }
  }
}

TEST_CASE("a terminal of its own mind about width breaks no line of wide, combining or right-to-left text", "[pty]") {
  const Scratch scratch;
  SessionOptions options;
  options.columns = 40;
  Session session(scratch / "home", assess(write_ladder(scratch, {chinese, accents, hebrew})), options);
  session.wait_for_prompt();
  session.type("12");
  session.wait_for(numbered(3));
  session.wait_for_prompt();
  quit(session);
  Screen screen(40, 24);
  screen.write(session.output());
  CHECK_FALSE(screen.has_wrapped());
  CHECK_FALSE(screen.has_moved_up());
}

TEST_CASE("notes of any script fit their lines and are stored as they were typed", "[pty]") {
  for (const std::string& text : all_texts()) {
    INFO(text);
    const Scratch scratch;
    const std::string home = scratch / "home";
    SessionOptions options;
    options.columns = 40;
    options.rows = 80;
    Session session(home, assess(write_ladder(scratch, 2)), options);
    session.wait_for_prompt();
    session.type("e");
    session.wait_for_prompt();
    session.type(text);
    session.type("\r");
    session.wait_for("or a note?");
    session.type("n");
    session.wait_for("saved");
    session.wait_for_prompt();
    session.type("?");
    session.wait_for("This time");
    session.wait_for_prompt();
    quit(session);
    CHECK(read_draft(home).answers[0].note == text);
    check_widths(drawn_rows(without_styles(session.output())), 40);
  }
}

TEST_CASE("Backspace in a note takes whole graphemes", "[pty]") {
  const Scratch scratch;
  const std::string home = scratch / "home";
  Session session(home, assess(write_ladder(scratch, 2)));
  session.wait_for_prompt();
  session.type("e");
  session.wait_for_prompt();
  session.type(
      "a界\x7f👨‍👩‍👧\x7f"
      "e\u0301\x7f"
      "b\r");
  session.wait_for("or a note?");
  session.type("n");
  session.wait_for("saved");
  session.wait_for_prompt();
  quit(session);
  CHECK(read_draft(home).answers[0].note == "ab");
}

TEST_CASE("controls of text direction reach neither the terminal nor the draft", "[pty]") {
  const Scratch scratch;
  const std::string home = scratch / "home";
  Session session(home, assess(write_ladder(scratch, 2)));
  session.wait_for_prompt();
  const std::vector<std::string> controls{"\u061C", "\u200E", "\u200F", "\u202A", "\u202E", "\u2066", "\u2069"};
  std::string hostile = "a";
  for (const std::string& control : controls) hostile += control;
  session.type("e");
  session.wait_for_prompt();
  session.type(hostile + "\x1b[200~" + hostile + "\u009b31m\x1b[201~b\r");
  session.wait_for("or a note?");
  session.type("n");
  session.wait_for("saved");
  session.wait_for_prompt();
  session.type("?");
  session.wait_for("This time");
  session.wait_for_prompt();
  quit(session);
  const std::string note = read_draft(home).answers[0].note;
  CHECK(note == "aa31mb");
  for (const std::string& control : controls) CHECK(session.output().find(control) == std::string::npos);
  CHECK(session.output().find("\u009b") == std::string::npos);
}

TEST_CASE("a ladder with controls of text direction is refused before anything is shown of it", "[pty]") {
  const Scratch scratch;
  const std::string home = scratch / "home";
  Session session(home, assess(write_ladder(scratch, {"I do \u202Egniht\u202C 1."})));
  CHECK(session.wait_for_exit() == 3);
  CHECK(session.output().find("\u202E") == std::string::npos);
  CHECK(files_in(home).empty());
}
