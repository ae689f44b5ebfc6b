#include <signal.h>

#include <string>

#include "catch.hpp"
#include "pty/assessing.hpp"

using namespace rung;

namespace {

constexpr int questions = 53;

char answer_to(int number) { return static_cast<char>('1' + number % 4); }

}  // namespace

TEST_CASE("an assessment killed at every question and resumed gives the file of one that was not", "[pty]") {
  const Scratch scratch;
  const std::string killed = scratch / "killed";
  for (int number = 1; number <= questions; ++number) {
    CAPTURE(number);
    Session session(killed, assess());
    session.wait_for(numbered(number));
    session.type(std::string(1, answer_to(number)));
    session.wait_for_count("· saved", 1);
    session.kill_now(SIGKILL);
    REQUIRE(count_saved(killed, "ic3-mle") == number);
  }
  {
    Session session(killed, assess());
    session.wait_for("Resuming: 53 of 53 answered");
    session.wait_for("Review");
    session.type("f");
    session.wait_for("rung report --full");
    CHECK(session.wait_for_exit() == 0);
  }

  const std::string whole = scratch / "whole";
  std::string keys;
  for (int number = 1; number <= questions; ++number) keys += answer_to(number);
  Session session(whole, assess());
  session.type(keys + "f");
  session.wait_for("rung report --full");
  CHECK(session.wait_for_exit() == 0);
  CHECK(without_times(read_finished(killed, "ic3-mle")) == without_times(read_finished(whole, "ic3-mle")));
  CHECK(files_in(killed).size() == files_in(whole).size());
}

TEST_CASE("a kill at any moment of a burst loses nothing that was shown as saved", "[pty]") {
  const std::string keys = "12341234123412341234";
  for (int shown = 1; shown <= 12; ++shown) {
    CAPTURE(shown);
    const Scratch scratch;
    const std::string home = scratch / "home";
    Session session(home, assess());
    session.wait_for_prompt();
    session.type(keys);
    session.wait_for_count("· saved", shown);
    session.send_signal(SIGKILL);
    CHECK(session.wait_for_exit() == 1000 + SIGKILL);
    const int acknowledged = count_occurrences(without_styles(session.output()), "· saved");
    const Assessment draft = read_draft(home, "ic3-mle");
    CHECK(count_answered(draft) >= acknowledged);
    // Saved and not yet shown is at most the one answer in between.
    CHECK(count_answered(draft) <= acknowledged + 1);
    const auto saved = static_cast<std::size_t>(count_answered(draft));
    CHECK(ratings(draft).substr(0, saved) == keys.substr(0, saved));
  }
}

TEST_CASE("a resumed session says how far it is and goes on after the question answered last", "[pty]") {
  const Scratch scratch;
  const std::string home = scratch / "home";
  const std::string ladder = write_ladder(scratch, 5);
  {
    Session session(home, assess(ladder));
    session.wait_for_prompt();
    session.type("1s3");
    session.wait_for(numbered(4));
    session.wait_for_prompt();
    quit(session);
    CHECK_THAT(without_styles(session.output()), ContainsSubstring("2 of 5 answered"));
  }
  Session session(home, assess(ladder));
  session.wait_for("Resuming: 2 of 5 answered");
  session.wait_for(numbered(4));
  session.wait_for_prompt();
  session.type("4");
  session.wait_for("saved");
  session.wait_for_prompt();
  quit(session);
  CHECK(ratings(read_draft(home)) == "1-34-");
}
