#include <map>
#include <string>
#include <vector>

#include <rung/ladder/builtin.hpp>
#include <rung/ladder/locations.hpp>
#include <rung/ladder/pack.hpp>
#include <rung/ladder/parse.hpp>

#include "catch.hpp"

namespace {

rung::Ladder load_builtin(std::string_view id) {
  for (const auto& builtin : rung::builtin_ladders()) {
    if (builtin.id != id) continue;
    auto parsed = rung::parse_ladder(builtin.yaml, id);
    for (const auto& diagnostic : parsed.diagnostics) UNSCOPED_INFO(diagnostic.message);
    REQUIRE(parsed.diagnostics.empty());
    REQUIRE(parsed.value.has_value());
    return *std::move(parsed.value);
  }
  FAIL("there is no such built-in ladder");
  return {};
}

}  // namespace

TEST_CASE("every built-in ladder loads and has the id it is embedded under", "[ladder]") {
  CHECK_FALSE(rung::builtin_ladders().empty());
  for (const auto& builtin : rung::builtin_ladders()) {
    INFO(builtin.id);
    CHECK(load_builtin(builtin.id).id == builtin.id);
  }
}

TEST_CASE("the built-in ladder has six pillars with 53 behaviors, each where it belongs", "[ladder]") {
  const auto ladder = load_builtin("ic3-mle");
  const std::vector<std::pair<std::string, std::vector<std::size_t>>> expected{
      {"scope", {2, 1, 3}},  {"results", {4, 3, 3}}, {"direction", {2, 2, 2}},
      {"talent", {3, 2, 3}}, {"culture", {4, 3, 3}}, {"craft", {3, 4, 3, 3}}};
  std::vector<std::pair<std::string, std::vector<std::size_t>>> found;
  for (const auto& pillar : ladder.pillars) {
    std::vector<std::size_t> counts;
    for (const auto& responsibility : pillar.responsibilities) counts.push_back(responsibility.behaviors.size());
    found.emplace_back(pillar.id, counts);
  }
  CHECK(found == expected);
  CHECK(rung::list_behaviors(ladder).size() == 53);
}

TEST_CASE("each behavior of the built-in ladder has probes and says which line of its source it encodes", "[ladder]") {
  const auto ladder = load_builtin("ic3-mle");
  std::map<const rung::Responsibility*, int> counted;
  for (const auto& placed : rung::list_behaviors(ladder)) {
    INFO(placed.behavior->key);
    const auto probes = placed.behavior->probes.size();
    CHECK(probes >= 1);
    CHECK(probes <= 3);
    const int number = ++counted[placed.responsibility];
    CHECK(placed.behavior->source ==
          placed.pillar->id + " / " + placed.responsibility->id + " / " + std::to_string(number));
    CHECK_FALSE(placed.behavior->target.has_value());
  }
}

TEST_CASE("the built-in ladder states its scale, its source, its summaries and its term", "[ladder]") {
  const auto ladder = load_builtin("ic3-mle");
  CHECK(ladder.title == "IC3 Machine Learning Engineer");
  CHECK(ladder.level == "IC3");
  CHECK_FALSE(ladder.summary.empty());
  CHECK_FALSE(ladder.source.title.empty());
  CHECK(ladder.source.license == "Apache-2.0");
  CHECK(ladder.scale.points.size() == 4);
  CHECK(ladder.target == 3);
  rung::Gates gates;
  gates.floor = 2;
  CHECK(ladder.gates == gates);
  for (const auto& pillar : ladder.pillars) CHECK_FALSE(pillar.summary.empty());
  for (const auto& responsibility : ladder.pillars.at(0).responsibilities) CHECK_FALSE(responsibility.summary.empty());
  REQUIRE(ladder.terms.size() == 1);
  CHECK(ladder.terms[0].term == "ML development lifecycle");
}

TEST_CASE("a built-in ladder is known without reading it, as what its text says", "[ladder]") {
  for (const auto& builtin : rung::builtin_ladders()) {
    INFO(builtin.id);
    const auto parsed = rung::parse_located_ladder(builtin.yaml, builtin.id);
    REQUIRE(parsed);
    CHECK(rung::unpack_ladder(builtin.packed) == parsed.value->ladder);
    CHECK(load_builtin(builtin.id) == parsed.value->ladder);
  }
}

TEST_CASE("a text that differs from a built-in ladder by one letter is read as what it says", "[ladder]") {
  std::string yaml(rung::builtin_ladders().front().yaml);
  const std::string title = "title: " + load_builtin(rung::builtin_ladders().front().id).title;
  const auto at = yaml.find(title);
  REQUIRE(at != std::string::npos);
  yaml[at + title.size() - 1] = 'X';
  const auto parsed = rung::parse_ladder(yaml, "changed");
  REQUIRE(parsed);
  CHECK(parsed.value->title.back() == 'X');
}
