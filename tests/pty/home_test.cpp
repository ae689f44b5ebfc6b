#include "catch.hpp"
#include "pty/assessing.hpp"

using namespace rung;

TEST_CASE("rung alone prints home at a terminal and ends without a key", "[pty]") {
  const Scratch scratch;
  Session session(scratch / "home", {});
  CHECK(session.wait_for_exit() == 0);
  CHECK_THAT(session.output(), ContainsSubstring("53 questions") && ContainsSubstring("rung assess"));
  CHECK(session.is_terminal_restored());
}
