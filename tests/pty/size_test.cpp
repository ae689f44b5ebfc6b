#include <algorithm>
#include <string>
#include <vector>

#include <rung/text/width.hpp>

#include "catch.hpp"
#include "pty/assessing.hpp"
#include "pty/screen.hpp"

using namespace rung;

namespace {

/// All lines as one, with single spaces, so that wrapped text is found.
std::string as_prose(const std::vector<std::string>& lines) {
  std::string prose;
  for (const std::string& line : lines) {
    for (const char byte : line + " ")
      if (byte != ' ' || (!prose.empty() && prose.back() != ' ')) prose += byte;
  }
  return prose;
}

int widest(const std::vector<std::string>& lines) {
  int cells = 0;
  for (const std::string& line : lines) cells = std::max(cells, cell_width(line));
  return cells;
}

constexpr const char* question = "I own and deliver projects that support my team's quarterly goals";

}  // namespace

TEST_CASE("at every size the question stands once, and nothing is broken or lost", "[pty]") {
  struct Size {
    unsigned short columns;
    unsigned short rows;
  };
  const Size size = GENERATE(Size{40, 24}, Size{40, 8}, Size{80, 24}, Size{200, 50});
  CAPTURE(size.columns, size.rows);
  const Scratch scratch;
  SessionOptions options;
  options.columns = size.columns;
  options.rows = size.rows;
  Session session(scratch / "home", assess(), options);
  Screen screen(size.columns, size.rows);
  session.wait_for_prompt();
  screen.write(session.take_output());
  CHECK(count_occurrences(as_prose(screen.transcript()), question) == 1);

  session.type("1");
  session.wait_for("saved");
  session.wait_for_prompt();
  // What does not fit is paged; Escape closes a pager, and does nothing at a question.
  session.type("?");
  session.wait_for("recent time when I");
  session.pause(100);
  session.type("\x1b");
  session.pause(100);
  session.type("p");
  session.wait_for("Progress");
  session.pause(100);
  session.type("\x1b");
  session.pause(100);
  session.type("9z");
  session.wait_for("9 is not on the scale");
  session.wait_for("z is not a key");
  session.wait_for_prompt();
  quit(session);
  screen.write(session.take_output());
  CHECK(count_occurrences(as_prose(screen.transcript()), question) == 1);
  // Printed and shown are the same lines only when nothing was ever printed over.
  CHECK(screen.transcript() == split_lines(without_styles(session.output())));
  CHECK(widest(screen.transcript()) <= std::min<int>(size.columns, 100));
  CHECK_FALSE(screen.has_wrapped());
  CHECK_FALSE(screen.has_moved_up());
  CHECK(screen.is_cursor_visible());
  CHECK(screen.cursor().column == 0);
}

TEST_CASE("after a change of width the question is printed again, and the next one fits", "[pty]") {
  const Scratch scratch;
  Session session(scratch / "home", assess());
  Screen screen(80, 24);
  session.wait_for_prompt();
  screen.write(session.take_output());
  int number = 1;
  for (const unsigned short columns : std::vector<unsigned short>{60, 40, 30, 80}) {
    CAPTURE(columns);
    session.resize(columns, 24);
    screen.resize(columns, 24);
    session.wait_for(numbered(number));
    session.wait_for_prompt();
    session.type("2");
    session.wait_for(numbered(++number));
    session.wait_for_prompt();
    const std::string printed = session.take_output();
    CHECK(widest(split_lines(without_styles(printed))) <= columns);
    screen.write(printed);
    CHECK_FALSE(screen.has_wrapped());
  }
  quit(session);
  screen.write(session.take_output());
  CHECK(screen.transcript() == split_lines(without_styles(session.output())));
  CHECK_FALSE(screen.has_moved_up());
}

TEST_CASE("a note that takes several rows of a narrow terminal stays within it", "[pty]") {
  const Scratch scratch;
  SessionOptions options;
  options.columns = 40;
  Session session(scratch / "home", assess(write_ladder(scratch, 2)), options);
  Screen screen(40, 24);
  session.wait_for_prompt();
  const std::string note = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen";
  session.type("e" + note + "\x17\x17" + "end\r");
  session.wait_for("Evidence of today, or a note?");
  session.type("n");
  session.wait_for("saved");
  session.wait_for_prompt();
  quit(session);
  screen.write(session.output());
  CHECK_FALSE(screen.has_wrapped());
  CHECK(read_draft(scratch / "home").answers[0].note ==
        "one two three four five six seven eight nine ten eleven twelve end");
}
