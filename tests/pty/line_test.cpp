#include <filesystem>
#include <random>
#include <string>
#include <vector>

#include <fmt/format.h>

#include <rung/prompt/line_editor.hpp>

#include "catch.hpp"
#include "pty/assessing.hpp"
#include "pty/screen.hpp"

using namespace rung;

namespace {

struct EditingKey {
  const char* bytes;
  Event event;
};

const std::vector<EditingKey>& editing_keys() {
  static const std::vector<EditingKey> keys{
      {"\x1b[D", Pressed{KeyName::left}},
      {"\x1b[C", Pressed{KeyName::right}},
      {"\x1b[H", Pressed{KeyName::home}},
      {"\x01", Pressed{KeyName::home}},
      {"\x1b[F", Pressed{KeyName::end}},
      {"\x05", Pressed{KeyName::end}},
      {"\x7f", Pressed{KeyName::backspace}},
      {"\x1b[3~", Pressed{KeyName::erase_next}},
      {"\x17", Pressed{KeyName::erase_word}},
      {"\x15", Pressed{KeyName::erase_line}},
      {"\x0b", Pressed{KeyName::erase_rest}},
      {"a", Typed{U'a'}},
      {"word ", Pasted{"word "}},
      {"日", Typed{U'日'}},
      {"e\u0301", Pasted{"e\u0301"}},
      {"and two more words ", Pasted{"and two more words "}},
  };
  return keys;
}

std::string without_spaces(std::string text) {
  std::erase(text, ' ');
  return text;
}

/// What stands on the screen from the last prompt on.
std::string shown_line(const Screen& screen) {
  const std::vector<std::string> rows = screen.rows();
  std::size_t first = 0;
  for (std::size_t row = 0; row < rows.size(); ++row)
    if (rows[row].starts_with("evidence ›")) first = row;
  std::string text;
  for (std::size_t row = first; row < rows.size(); ++row) text += rows[row];
  return without_spaces(text);
}

}  // namespace

TEST_CASE("after every key of a random sequence, the screen shows the line that would be stored", "[pty]") {
  const unsigned short columns = GENERATE(as<unsigned short>(), 20, 40, 80);
  CAPTURE(columns);
  const Scratch scratch;
  SessionOptions options;
  options.columns = columns;
  Session session(scratch / "home", assess(write_ladder(scratch, 2)), options);
  Screen screen(columns, 24);
  session.wait_for_prompt();
  session.type("e");
  session.wait_for_prompt();
  LineEditor line({11, columns, 23}, {}, {});
  std::mt19937 random(columns);
  std::string typed;
  for (int step = 0; step < 120; ++step) {
    const EditingKey& key = editing_keys()[random() % editing_keys().size()];
    for (const char* byte = key.bytes; *byte != '\0'; ++byte)
      typed += fmt::format("{:02x}", static_cast<unsigned char>(*byte));
    typed += ' ';
    line.handle(key.event);
    session.type(key.bytes);
    session.pause(10);
    screen.write(session.take_output());
    INFO(typed);
    REQUIRE(shown_line(screen) == without_spaces(fmt::format("evidence › {}", line.text())));
  }
  CHECK_FALSE(screen.has_wrapped());
  session.type("\x05 end\r");
  session.wait_for("or a note?");
  session.type("n");
  session.wait_for("saved");
  session.wait_for_prompt();
  quit(session);
  CHECK(without_spaces(read_draft(scratch / "home").answers[0].note) ==
        without_spaces(fmt::format("{}end", line.text())));
}

TEST_CASE("erasing a line of two rows leaves nothing of it at 40 columns", "[pty]") {
  const Scratch scratch;
  SessionOptions options;
  options.columns = 40;
  Session session(scratch / "home", assess(write_ladder(scratch, 2)), options);
  Screen screen(40, 24);
  session.wait_for_prompt();
  session.type("e");
  session.wait_for_prompt();
  session.type("one two three four five six seven eight nine");
  session.wait_for("nine");
  session.type("\x15new text");
  session.wait_for("new text");
  session.pause(50);
  screen.write(session.output());
  CHECK(shown_line(screen) == "evidence›newtext");
  session.type("\x1b");
  session.wait_for("canceled");
  session.wait_for_prompt();
  quit(session);
}

TEST_CASE("Ctrl-L prints the question again, and with it a line that is half typed", "[pty]") {
  const Scratch scratch;
  const std::string home = scratch / "home";
  Session session(home, assess(write_ladder(scratch, 2)));
  session.wait_for_prompt();
  session.type("\x0c");
  session.wait_for(numbered(1));
  session.wait_for_prompt();
  session.type("ehalf");
  session.wait_for("half");
  session.type("\x0c");
  session.wait_for(numbered(1));
  session.wait_for("half");
  session.type(" a line\rn");
  session.wait_for("saved");
  session.wait_for_prompt();
  quit(session);
  CHECK(read_draft(home).answers[0].note == "half a line");
}

TEST_CASE("leaving a line of several rows with the cursor at its start prints over none of them", "[pty]") {
  const Scratch scratch;
  SessionOptions options;
  options.columns = 40;
  Session session(scratch / "home", assess(write_ladder(scratch, 2)), options);
  Screen screen(40, 24);
  session.wait_for_prompt();
  session.type("eone two three four five six seven eight nine ten eleven twelve");
  session.wait_for("welve");
  session.type("\x01");
  session.pause(50);
  SECTION("Ctrl-L") {
    session.type("\x0c");
    session.wait_for(numbered(1));
    session.wait_for("twelve");
    session.type("\x03");
  }
  SECTION("Ctrl-C") { session.type("\x03"); }
  CHECK(session.wait_for_exit() == 130);
  screen.write(session.output());
  std::string shown;
  for (const std::string& row : screen.transcript()) shown += without_spaces(row);
  CHECK_THAT(shown, ContainsSubstring("evidence›onetwothreefourfivesixseveneightnineteneleventwelve"));
  CHECK(screen.cursor().column == 0);
}

TEST_CASE("a line that is half typed survives a change of width", "[pty]") {
  const Scratch scratch;
  const std::string home = scratch / "home";
  Session session(home, assess(write_ladder(scratch, 2)));
  session.wait_for_prompt();
  session.type("e2026-03-14 half");
  session.wait_for("half");
  session.resize(40, 24);
  session.wait_for("2026-03-14 half");
  session.type(" a line\r");
  session.wait_for("evidence of 2026-03-14");
  session.wait_for_prompt();
  quit(session);
  CHECK(read_draft(home).answers[0].evidence.front().text == "half a line");
}

TEST_CASE("e says what it understood, refuses a day that does not exist, and asks about one to come", "[pty]") {
  const Scratch scratch;
  const std::string home = scratch / "home";
  Session session(home, assess(write_ladder(scratch, 2)));
  session.wait_for_prompt();
  session.type("e2026-02-30 fixed it\r");
  session.wait_for("There is no such day as 2026-02-30.");
  session.wait_for("fixed it");
  session.type(
      "\x15"
      "2026-02-28 fixed it https://example.org/1\r");
  session.wait_for("evidence of 2026-02-28 · link");
  session.wait_for_prompt();
  session.type("e2999-01-01 will fix it\r");
  session.wait_for("is in the future. Add it anyway?");
  session.type("\r");
  session.wait_for("will fix it");
  session.type("\x1b");
  session.wait_for("canceled");
  session.wait_for_prompt();
  session.type("eno date\re");
  session.wait_for("evidence of 20");
  session.wait_for_prompt();
  session.type("eno date\rn");
  session.wait_for("note");
  session.wait_for_prompt();
  quit(session);
  const Answer answer = read_draft(home).answers[0];
  CHECK(answer.evidence.size() == 2);
  CHECK(answer.note == "no date");
}

TEST_CASE("E without an editor in the environment takes vi or nano, the one that is there", "[pty]") {
  const Scratch scratch;
  const std::string home = scratch / "home";
  std::filesystem::create_directory(scratch / "bin");
  scratch.write("bin/nano", "#!/bin/sh\necho from nano >> \"$1\"\n");
  std::filesystem::permissions(scratch / "bin/nano", std::filesystem::perms::owner_all);
  std::filesystem::create_symlink("/bin/sh", scratch / "bin/sh");
  SessionOptions options;
  options.environment = {{"RUNG_EDITOR", ""}, {"VISUAL", ""}, {"EDITOR", ""}, {"PATH", scratch / "bin"}};
  Session session(home, assess(write_ladder(scratch, 2)), options);
  session.wait_for_prompt();
  session.type("E");
  session.wait_for("saved");
  session.wait_for_prompt();
  quit(session);
  CHECK(read_draft(home).answers[0].note == "from nano");
}
