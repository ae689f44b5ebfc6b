#include <rung/prompt/pager.hpp>

#include "catch.hpp"

using namespace rung;

namespace {

Block lines(int count) {
  Block block;
  for (int number = 1; number <= count; ++number) block.push_back({plain(std::to_string(number))});
  return block;
}

}  // namespace

TEST_CASE("a pager shows a screenful at a time, forth and back", "[prompt]") {
  Pager pager(lines(25), 11);
  CHECK(pager.page().size() == 10);
  CHECK(plain_text(pager.prompt(80)) == "1/3  space more, b back, q close ");
  CHECK(pager.handle(Typed{U'b'}) == Pager::Step::waits);
  CHECK(pager.handle(Typed{U' '}) == Pager::Step::shows);
  CHECK(plain_text(pager.page().front()) == "11");
  CHECK(pager.handle(Typed{U'b'}) == Pager::Step::shows);
  CHECK(plain_text(pager.page().front()) == "1");
  CHECK(pager.handle(Pressed{KeyName::enter}) == Pager::Step::shows);
  CHECK(pager.handle(Pressed{KeyName::down}) == Pager::Step::shows);
  CHECK(pager.page().size() == 5);
  CHECK(plain_text(pager.prompt(80)) == "3/3  space close, b back ");
  CHECK(pager.handle(Typed{U' '}) == Pager::Step::closes);
}

TEST_CASE("no key answers a question behind a pager, and Ctrl-D leaves", "[prompt]") {
  Pager pager(lines(25), 11);
  for (const Event& event : std::vector<Event>{Typed{U'3'}, Typed{U'f'}, Pressed{KeyName::other}, Pasted{"3"}})
    CHECK(pager.handle(event) == Pager::Step::waits);
  CHECK(pager.handle(Pressed{KeyName::end_of_input}) == Pager::Step::passes_on);
  CHECK(pager.handle(Resized{}) == Pager::Step::shows);
  CHECK(pager.handle(Typed{U'q'}) == Pager::Step::closes);
  CHECK(pager.handle(Pressed{KeyName::escape}) == Pager::Step::closes);
}

TEST_CASE("the prompt of a pager fits its width", "[prompt]") {
  CHECK(cell_width(Pager(lines(25), 11).prompt(20)) < 20);
}
