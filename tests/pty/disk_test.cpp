#include <optional>
#include <string>
#include <vector>

#include "catch.hpp"
#include "pty/assessing.hpp"

using namespace rung;

namespace {

/// What was printed, wherever its lines were broken.
std::string without_blanks(const std::string& output) {
  std::string text;
  for (const char byte : without_styles(output))
    if (byte != '\n' && byte != ' ') text += byte;
  return text;
}

}  // namespace

TEST_CASE("a second session on the same draft is refused by name and harms nothing", "[pty]") {
  const Scratch scratch;
  const std::string home = scratch / "home";
  const std::string ladder = write_ladder(scratch, 3);
  SessionOptions wide;
  wide.columns = 200;
  Session first(home, assess(ladder));
  first.wait_for_prompt();
  first.type("4");
  first.wait_for(numbered(2));
  first.wait_for_prompt();
  Session second(home, assess(ladder), wide);
  CHECK(second.wait_for_exit() == 4);
  CHECK(second.is_terminal_restored());
  CHECK_THAT(without_blanks(second.output()),
             ContainsSubstring("thedraft" + draft_path(home) + "isinusebyanothersession"));
  first.type("3");
  first.wait_for(numbered(3));
  first.wait_for_prompt();
  quit(first);
  CHECK(ratings(read_draft(home)) == "43-");
}

TEST_CASE("another rater's session on the same ladder is not refused", "[pty]") {
  const Scratch scratch;
  const std::string home = scratch / "home";
  const std::string ladder = write_ladder(scratch, 3);
  Session first(home, assess(ladder));
  first.wait_for_prompt();
  Session second(home, {"assess", ladder, "--as", "Lee"});
  second.wait_for_prompt();
  second.type("2");
  second.wait_for("saved");
  second.wait_for(numbered(2));
  second.wait_for_prompt();
  quit(second);
  quit(first);
  CHECK(count_saved(home) == 0);
}

TEST_CASE("where there is no room the answer stays, the reason shows, and the next save takes all", "[pty]") {
  const Scratch scratch;
  const std::string home = scratch / "home";
  Session session(home, assess(write_ladder(scratch, 5)));
  session.wait_for_prompt();
  session.type("4");
  session.wait_for(numbered(2));
  session.wait_for_prompt();
  session.limit_file_size(64);
  for (const char* key : {"3", "2"}) {
    session.type(key);
    session.wait_for("not saved");
    session.wait_for("saving is tried again");
    session.wait_for_prompt();
    CHECK_THAT(without_blanks(session.output()), ContainsSubstring("kim.json:Filetoolarge"));
    CHECK(ratings(read_draft(home)) == "4----");
  }
  CHECK(files_in(home) == std::vector<std::string>{"drafts/tiny/kim.json", "drafts/tiny/kim.lock"});

  SECTION("with the next answer") {
    session.limit_file_size(std::nullopt);
    session.type("1");
    session.wait_for("saved, with everything that was waiting");
    session.wait_for_prompt();
    CHECK(ratings(read_draft(home)) == "4321-");
    quit(session);
  }
  SECTION("on leaving") {
    session.limit_file_size(std::nullopt);
    quit(session);
    CHECK(ratings(read_draft(home)) == "432--");
  }
  SECTION("on being interrupted") {
    session.limit_file_size(std::nullopt);
    session.type("\x03");
    CHECK(session.wait_for_exit() == 130);
    CHECK(session.is_terminal_restored());
    CHECK(ratings(read_draft(home)) == "432--");
  }
  SECTION("not at all: the first key to leave stays and says so, the second leaves") {
    session.type("q");
    session.wait_for("lost if it fails once more.");
    session.wait_for_prompt();
    session.type("q");
    CHECK(session.wait_for_exit() == 4);
    CHECK(session.is_terminal_restored());
    CHECK_THAT(without_styles(session.output()), ContainsSubstring("the last answers are not saved"));
    CHECK(ratings(read_draft(home)) == "4----");
  }
}
