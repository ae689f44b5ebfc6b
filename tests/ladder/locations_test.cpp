#include <rung/ladder/locations.hpp>

#include <filesystem>
#include <fstream>
#include <sstream>

#include <rung/ladder/builtin.hpp>
#include <rung/ladder/parse.hpp>
#include <rung/ladder/schema.hpp>
#include <rung/ladder/starter.hpp>

#include "catch.hpp"

using namespace rung;

namespace {

std::string read_source(const std::string& name) {
  std::ifstream in(std::filesystem::path(RUNG_SOURCE_ROOT) / name, std::ios::binary);
  std::stringstream bytes;
  bytes << in.rdbuf();
  return bytes.str();
}

}  // namespace

TEST_CASE("a ladder has the locations of its texts, titles, and labels", "[ladder]") {
  const std::string yaml =
      "format: rung-ladder/1\n"
      "id: baker\n"
      "title: Baker\n"
      "scale: [{value: 1, label: No}, {value: 4, label: Yes}]\n"
      "pillars:\n"
      "  - id: dough\n"
      "    title: Dough\n"
      "    responsibilities:\n"
      "      - {id: mixing, title: Mixing, behaviors: [{id: weigh, text: I weigh.}]}\n";
  const auto parsed = parse_located_ladder(yaml, "x.yaml");
  REQUIRE(parsed);
  const LadderLocations& locations = parsed.value->locations;
  CHECK(locations.points == std::map<int, Location>{{1, {{4, 27}, 2}}, {4, {{4, 50}, 3}}});
  REQUIRE(locations.responsibilities.size() == 1);
  CHECK(locations.responsibilities.at("dough.mixing") == Location{{9, 29}, 6});
  REQUIRE(locations.behaviors.size() == 1);
  CHECK(locations.behaviors.at("dough.mixing.weigh") == Location{{9, 67}, 8});
  CHECK(parsed.value->ladder == *parse_ladder(yaml, "x.yaml").value);
}

TEST_CASE("defaults have no location", "[ladder]") {
  const auto parsed = parse_located_ladder(write_starter("baker"), "x.yaml");
  REQUIRE(parsed);
  CHECK(parsed.value->locations.points.size() == 4);
  CHECK(parsed.value->locations.behaviors.size() == list_behaviors(parsed.value->ladder).size());
  const auto mistaken = parse_located_ladder("format: rung-ladder/1\n", "x.yaml");
  CHECK_FALSE(mistaken);
  CHECK(mistaken.diagnostics == parse_ladder("format: rung-ladder/1\n", "x.yaml").diagnostics);
}

TEST_CASE("the starter ladder is valid and has the given id", "[ladder]") {
  for (const std::string id : {"baker", "0", "007", "b2-baker", "null", "yes", "1e3", "0x1f"}) {
    INFO(id);
    const auto parsed = parse_ladder(write_starter(id), "x.yaml");
    REQUIRE(parsed);
    CHECK(parsed.value->id == id);
  }
}

TEST_CASE("the schema in the documentation is identical to the one that the program writes", "[ladder]") {
  INFO("If the fields of ladders changed, run `rung ladder schema > docs/schema/ladder.schema.json`");
  CHECK(ladder_schema() == read_source("docs/schema/ladder.schema.json"));
}

TEST_CASE("every shipped ladder names its schema for editors", "[ladder]") {
  REQUIRE_FALSE(builtin_ladders().empty());
  for (const BuiltinLadder& builtin : builtin_ladders()) {
    INFO(builtin.id);
    const std::string line = "# yaml-language-server: $schema=../docs/schema/ladder.schema.json\n";
    CHECK(std::string(builtin.yaml.substr(0, line.size())) == line);
  }
}
