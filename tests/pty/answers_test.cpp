#include <filesystem>
#include <string>

#include "catch.hpp"
#include "pty/assessing.hpp"

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
  session.wait_for("9 is off the scale");
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
  session.wait_for("[5/6]");
  SECTION("back with b, forward with Enter") { session.type("bbb4\r\r"); }
  SECTION("back with Backspace, forward with s") {
    session.type(
        "\x7f\x7f\x7f"
        "4ss");
  }
  SECTION("to the question by its number, and on to the next unrated") { session.type("g2\r4u"); }
  SECTION("to the question by a word of it") { session.type("/THING 2\r4u"); }
  session.wait_for("4 Point 4");
  session.wait_for("[5/6]");
  session.wait_for_prompt();
  quit(session);
  CHECK(ratings(read_draft(home)) == "1434--");
}

TEST_CASE("the standing answer is shown on going back and kept by Enter", "[pty]") {
  const Scratch scratch;
  const std::string home = scratch / "home";
  Session session(home, assess(write_ladder(scratch, 3)));
  session.wait_for_prompt();
  session.type("3b");
  session.wait_for("your answer: 3 Point 3");
  session.wait_for_prompt();
  session.type("\r");
  session.wait_for("[2/3]");
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
  session.wait_for("How far you are");
  for (const char* pillar : {"Scope", "Results", "Direction", "Talent", "Culture", "Craft"}) session.wait_for(pillar);
  session.wait_for("[2/53]");
  session.wait_for_prompt();
  quit(session);
  CHECK(count_saved(scratch / "home", "ic3-mle") == 1);
}
