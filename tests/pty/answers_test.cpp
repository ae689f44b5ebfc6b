#include <filesystem>
#include <string>

#include "catch.hpp"
#include "pty/assessing.hpp"
#include "pty/screen.hpp"

using namespace rung;

TEST_CASE("every digit stores its own value, on scales of two to nine points", "[pty]") {
  const int points = GENERATE(range(2, 10));
  CAPTURE(points);
  const Scratch scratch;
  const std::string home = scratch / "home";
  Session session(home, assess(write_ladder(scratch, points, points)));
  session.wait_for_prompt();
  std::string keys;
  for (int value = points; value >= 1; --value) keys += std::to_string(value);
  session.type(keys);
  session.wait_for("Review");
  session.wait_for_prompt();
  quit(session);
  CHECK(ratings(read_draft(home)) == keys);
}

TEST_CASE("digits off the scale answer nothing", "[pty]") {
  const Scratch scratch;
  const std::string home = scratch / "home";
  Session session(home, assess(write_ladder(scratch, 3, 3)));
  session.wait_for_prompt();
  session.type("0456789");
  session.wait_for("9 is not on the scale");
  session.wait_for_prompt();
  quit(session);
  CHECK(count_saved(home) == 0);
}

TEST_CASE("answers that come slowly are stored as those that come at once", "[pty]") {
  const Scratch scratch;
  const std::string home = scratch / "home";
  Session session(home, assess(write_ladder(scratch, 2, 2)));
  session.wait_for_prompt();
  session.type("2");
  session.wait_for("saved");
  session.pause(1500);
  session.type("1");
  session.wait_for("Review");
  session.wait_for_prompt();
  quit(session);
  CHECK(ratings(read_draft(home)) == "21");
}

TEST_CASE("a burst of 53 keys rates all 53 behaviors and one more key finishes", "[pty]") {
  const Scratch scratch;
  const std::string home = scratch / "home";
  Session session(home, assess());
  session.wait_for_prompt();
  std::string keys;
  for (int i = 0; i < 53; ++i) keys += static_cast<char>('1' + i % 4);
  session.type(keys);
  session.wait_for_count("· saved", 53);
  session.type("f");
  session.wait_for("rung report --full");
  CHECK(session.wait_for_exit() == 0);
  CHECK(session.is_terminal_restored());
  CHECK(ratings(read_finished(home, "ic3-mle")) == keys);
  CHECK_FALSE(std::filesystem::exists(draft_path(home, "ic3-mle")));
}

TEST_CASE("keys typed before the first question appears count", "[pty]") {
  const Scratch scratch;
  const std::string home = scratch / "home";
  Session session(home, assess(write_ladder(scratch, 3)));
  session.type("321");
  session.wait_for("Review");
  session.wait_for_prompt();
  quit(session);
  CHECK(ratings(read_draft(home)) == "321");
}

TEST_CASE("going back and changing an answer leaves the later ones as they are", "[pty]") {
  const Scratch scratch;
  const std::string home = scratch / "home";
  Session session(home, assess(write_ladder(scratch, 6)));
  session.wait_for_prompt();
  session.type("1234");
  session.wait_for(numbered(5));
  SECTION("back with b, and on to where one was") { session.type("bbb4"); }
  SECTION("back with Backspace") {
    session.type(
        "\x7f\x7f\x7f"
        "4");
  }
  SECTION("to the question by its number") { session.type("g2\r4"); }
  SECTION("to the question by its key") { session.type("gb2\r4"); }
  SECTION("to the question by a word of it") { session.type("/THING 2\r4"); }
  session.wait_for("4 Point 4");
  session.wait_for(numbered(5));
  session.wait_for_prompt();
  quit(session);
  CHECK(ratings(read_draft(home)) == "1434--");
}

TEST_CASE("the current answer is shown on going back and kept by Enter", "[pty]") {
  const Scratch scratch;
  const std::string home = scratch / "home";
  Session session(home, assess(write_ladder(scratch, 3)));
  session.wait_for_prompt();
  session.type("3b");
  session.wait_for("your answer: 3 Point 3");
  session.wait_for_prompt();
  session.type("\r");
  session.wait_for(numbered(2));
  session.wait_for_prompt();
  quit(session);
  CHECK(ratings(read_draft(home)) == "3--");
}

TEST_CASE("the four states of an answer are stored apart", "[pty]") {
  const Scratch scratch;
  const std::string home = scratch / "home";
  Session session(home, assess(write_ladder(scratch, 4)));
  session.wait_for_prompt();
  session.type("2nno such team\ros");
  session.wait_for("Review");
  session.wait_for_prompt();
  quit(session);
  const Assessment draft = read_draft(home);
  CHECK(ratings(draft) == "2no-");
  CHECK(draft.answers[1].rating == Rating(NotApplicable{"no such team"}));
}

TEST_CASE("the overview names every pillar and asks the same question again", "[pty]") {
  const Scratch scratch;
  Session session(scratch / "home", assess());
  session.wait_for_prompt();
  session.type("1p");
  session.wait_for("Progress");
  for (const char* pillar : {"Scope", "Results", "Direction", "Talent", "Culture", "Craft"}) session.wait_for(pillar);
  session.wait_for(numbered(2));
  session.wait_for_prompt();
  quit(session);
  CHECK(count_saved(scratch / "home", "ic3-mle") == 1);
}

TEST_CASE("finishing with unrated behaviors is confirmed, with nothing rated refused", "[pty]") {
  const Scratch scratch;
  const std::string home = scratch / "home";
  Session session(home, assess(write_ladder(scratch, 3)));
  session.wait_for_prompt();
  session.type("ff");
  session.wait_for("Nothing is rated yet");
  session.wait_for_prompt();
  session.type("b3ff");
  session.wait_for("2 unrated. Finish anyway?");
  session.wait_for_prompt();
  session.type("\r");
  session.wait_for("not finished");
  session.wait_for_prompt();
  session.type("fy");
  session.wait_for("rung report --full");
  CHECK(session.wait_for_exit() == 0);
  CHECK(ratings(read_finished(home)) == "3--");
}

TEST_CASE("v goes through the ratings at target without evidence and comes back to the review", "[pty]") {
  const Scratch scratch;
  const std::string home = scratch / "home";
  Session session(home, assess(write_ladder(scratch, 3)));
  session.wait_for_prompt();
  session.type("3e2026-03-14 did it\r43");
  session.wait_for("2 ratings at target have no evidence");
  session.wait_for_prompt();
  session.type("v");
  session.wait_for("2 questions");
  session.wait_for(numbered(1));
  session.wait_for_prompt();
  session.type("2");
  session.wait_for(numbered(3));
  session.wait_for_prompt();
  session.type("s");
  session.wait_for("1 rating at target has no evidence");
  session.wait_for_prompt();
  quit(session);
  CHECK(ratings(read_draft(home)) == "243");
}

TEST_CASE("neither the target nor the last rating is on screen before the answer", "[pty]") {
  const Scratch scratch;
  const std::string home = scratch / "home";
  {
    Session session(home, assess(write_ladder(scratch, 2)));
    session.type("12f");
    CHECK(session.wait_for_exit() == 0);
  }
  Session session(home, assess(write_ladder(scratch, 2)));
  session.wait_for_prompt();
  const std::string before = without_styles(session.output());
  CHECK_THAT(before, !ContainsSubstring("target") && !ContainsSubstring("was 1"));
  session.type("2");
  session.wait_for("was 1 in");
  session.wait_for_prompt();
  quit(session);
}

TEST_CASE("53 answers at 80 columns take at most six and a half rows each", "[pty]") {
  const Scratch scratch;
  Session session(scratch / "home", assess());
  session.wait_for_prompt();
  session.type(std::string(53, '3'));
  session.wait_for("Review");
  const std::string output = without_styles(session.output());
  const std::vector<std::string> rows = split_lines(output.substr(0, output.find("Review")));
  CHECK(rows.size() <= 344);
  session.wait_for_prompt();
  quit(session);
}
