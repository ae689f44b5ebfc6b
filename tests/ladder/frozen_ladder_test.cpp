#include <string>

#include <rung/ladder/parse.hpp>
#include <rung/ladder/yaml.hpp>

#include "catch.hpp"

namespace {

// A ladder in an assessment as the JSON reader returns it: the same tree, with numbers as numbers.
constexpr const char* frozen =
    R"({"format": "rung-ladder/1", "id": "baker", "title": "Baker", "later": true, "target": 3, "pillars": [
  {"id": "dough", "title": "Dough", "responsibilities": [{"id": "mixing", "title": "Mixing", "behaviors": [
    {"id": "weigh", "key": "dough.mixing.weigh", "text": "I weigh.", "target": 4}]}]}]})";

void spell_numbers(rung::Node& node) {
  if (node.kind == rung::Node::Kind::scalar && node.spelling == rung::Node::Spelling::plain)
    node.spelling = node.scalar == "true" ? rung::Node::Spelling::boolean : rung::Node::Spelling::number;
  for (auto& item : node.items) spell_numbers(item);
  for (auto& entry : node.entries) spell_numbers(entry.value);
}

}  // namespace

TEST_CASE("a frozen ladder keeps unknown fields with their places", "[ladder]") {
  const rung::Source source("a.json", frozen);
  auto tree = rung::parse_yaml(source);
  REQUIRE(tree.value.has_value());
  spell_numbers(*tree.value);
  rung::Reading reading(source, rung::UnknownKeys::keep);
  const auto ladder = rung::read_ladder(reading, *tree.value, "/ladder");
  CHECK(reading.ok());
  CHECK(ladder.target == 3);
  CHECK(rung::list_behaviors(ladder)[0].behavior->key == "dough.mixing.weigh");
  CHECK(rung::list_behaviors(ladder)[0].behavior->target == 4);
  REQUIRE(reading.unknown.size() == 2);
  CHECK(reading.unknown[0].where == "/ladder");
  CHECK(reading.unknown[0].name == "later");
  CHECK(reading.unknown[1].where == "/ladder/pillars/0/responsibilities/0/behaviors/0");
  CHECK(reading.unknown[1].name == "key");
}

TEST_CASE("a frozen ladder that is not a map is rejected", "[ladder]") {
  const rung::Source source("a.json", "null");
  rung::Reading reading(source, rung::UnknownKeys::keep);
  rung::read_ladder(reading, rung::Node{}, "/ladder");
  REQUIRE(reading.diagnostics.size() == 1);
  CHECK(reading.diagnostics[0].message == "the ladder must be a map of keys and values, not nothing");
}
