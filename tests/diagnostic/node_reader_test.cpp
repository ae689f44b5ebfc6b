#include <rung/diagnostic/node_reader.hpp>

#include <array>

#include "catch.hpp"

using namespace rung;

namespace {

Node scalar(std::string text, Node::Spelling spelling = Node::Spelling::plain) {
  Node node;
  node.kind = Node::Kind::scalar;
  node.spelling = spelling;
  node.at = {1, 1};
  node.scalar = std::move(text);
  return node;
}

Node map(std::vector<Node::Entry> entries) {
  Node node;
  node.kind = Node::Kind::map;
  node.at = {1, 1};
  node.entries = std::move(entries);
  return node;
}

std::string complaint(const Reading& reading) {
  return reading.diagnostics.empty() ? std::string() : reading.diagnostics.front().message;
}

}  // namespace

TEST_CASE("numbers that look padded, signed, huge or quoted are refused", "[diagnostic]") {
  const Source source("x", "line");
  for (const char* text : {"010", "+3", "3.0", "4294967297", "0x3", "", "three", "9999999999999999999"}) {
    Reading reading(source, UnknownKeys::refuse);
    CHECK_FALSE(read_integer(reading, scalar(text), "`target`", 1, 9));
    CHECK(reading.diagnostics.size() == 1);
  }
  Reading quoted(source, UnknownKeys::refuse);
  CHECK_FALSE(read_integer(quoted, scalar("3", Node::Spelling::quoted), "`target`", 1, 9));
  CHECK(complaint(quoted) == "`target` must be a whole number from 1 to 9, not the text \"3\"");
  CHECK(quoted.diagnostics.front().hint == "write the number without quotes");
  Reading fine(source, UnknownKeys::refuse);
  CHECK(read_integer(fine, scalar("9"), "`target`", 1, 9) == 9);
  CHECK(read_integer(fine, scalar("-3"), "`n`", -5, 5) == -3);
}

TEST_CASE("shares are finite numbers within their range", "[diagnostic]") {
  const Source source("x", "line");
  Reading reading(source, UnknownKeys::refuse);
  CHECK(read_number(reading, scalar("0.25"), "`coverage`", 0, 1) == 0.25);
  CHECK(read_number(reading, scalar(".5"), "`coverage`", 0, 1) == 0.5);
  for (const char* text : {"nan", "inf", "1.01", "-0.1", "1e9999", ".5x", "1e-1", "0x1p-3", "0.5 ", "+0.5", "-", ""})
    CHECK_FALSE(read_number(reading, scalar(text), "`coverage`", 0, 1));
  CHECK(reading.diagnostics.size() == 12);
}

TEST_CASE("an unknown key is refused with a suggestion or kept with its place", "[diagnostic]") {
  const Source source("x", "line");
  const Node node = map({{scalar("titel"), scalar("T")}});
  Reading strict(source, UnknownKeys::refuse);
  MapReader(strict, node, "the ladder", "/ladder", std::array<std::string_view, 2>{"title", "id"});
  CHECK(complaint(strict) == "unknown key `titel` in the ladder");
  CHECK(strict.diagnostics.front().hint == "did you mean `title`?");
  Reading lenient(source, UnknownKeys::keep);
  MapReader(lenient, node, "the ladder", "/ladder", std::array<std::string_view, 2>{"title", "id"});
  CHECK(lenient.ok());
  CHECK(lenient.unknown == std::vector<UnknownField>{{"/ladder", "titel", scalar("T")}});
}

TEST_CASE("missing, empty and blank fields are told apart", "[diagnostic]") {
  const Source source("x", "line");
  Node empty;
  empty.at = {1, 1};
  Reading reading(source, UnknownKeys::refuse);
  const Node node = map({{scalar("id"), empty}, {scalar("title"), scalar("  ")}});
  MapReader map_reader(reading, node, "the ladder", "", std::array<std::string_view, 3>{"id", "title", "pillars"});
  CHECK(map_reader.required_text("id").empty());
  CHECK(map_reader.required_text("title").empty());
  CHECK(map_reader.required("pillars") == nullptr);
  REQUIRE(reading.diagnostics.size() == 3);
  CHECK(reading.diagnostics[0].message == "`id` of the ladder has no value");
  CHECK(reading.diagnostics[1].message == "`title` of the ladder is blank");
  CHECK(reading.diagnostics[2].message == "the ladder has no `pillars`");
}

TEST_CASE("an escape that smuggles in a control character is refused", "[diagnostic]") {
  const Source source("x", "line");
  Reading reading(source, UnknownKeys::refuse);
  CHECK_FALSE(read_text(reading, scalar("a\x1b[2J", Node::Spelling::quoted), "`text`"));
  CHECK(complaint(reading) == "`text` contains the character U+001B (escape), which is not allowed");
}

TEST_CASE("a list where a map is wanted is the only complaint", "[diagnostic]") {
  const Source source("x", "line");
  Node list;
  list.kind = Node::Kind::sequence;
  Reading reading(source, UnknownKeys::refuse);
  MapReader reader(reading, list, "the ladder", "", std::array<std::string_view, 1>{"id"});
  CHECK(reader.required("id") == nullptr);
  CHECK(reading.diagnostics.size() == 1);
  CHECK(complaint(reading) == "the ladder must be a map of keys and values, not a list");
}
