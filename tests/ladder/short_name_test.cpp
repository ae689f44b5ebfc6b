#include <rung/ladder/ladder.hpp>
#include <rung/text/width.hpp>

#include "catch.hpp"

using namespace rung;

namespace {

std::string name_text(const std::string& text) {
  Behavior behavior;
  behavior.text = text;
  return short_name(behavior);
}

}  // namespace

TEST_CASE("the name of a behavior is its title, else the words of its text that fit", "[ladder]") {
  Behavior titled;
  titled.title = "Deliver on time";
  titled.text = "I deliver on time.";
  CHECK(short_name(titled) == "Deliver on time");
  CHECK(name_text("I deliver on time.") == "I deliver on time.");
  CHECK(name_text("I deliver some of my team's goals on time and well.") == "I deliver some of my team's goals on …");
  CHECK(name_text("I deliver what my team set out to do, when we said.") == "I deliver what my team set out to do …");
  CHECK(cell_width(name_text("Iwritewordswithoutanyspacebetweenthemwhatever")) == widest_behavior_title);
}
