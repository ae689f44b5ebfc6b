#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include <rung/ladder/builtin.hpp>
#include <rung/ladder/locations.hpp>
#include <rung/ladder/pack.hpp>
#include <rung/ladder/parse.hpp>
#include <rung/text/ascii.hpp>
#include <rung/text/width.hpp>

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

TEST_CASE("the built-in ladders have a behavior for each bullet of their pages, each where it belongs", "[ladder]") {
  using Counts = std::vector<std::pair<std::string, std::vector<std::size_t>>>;
  const std::map<std::string, Counts> expected{{"ic1-mle",
                                                {{"scope", {1, 1, 1}},
                                                 {"results", {2, 3, 1}},
                                                 {"direction", {1}},
                                                 {"talent", {3, 2}},
                                                 {"culture", {2, 2, 3}},
                                                 {"craft", {2, 2, 4}}}},
                                               {"ic2-mle",
                                                {{"scope", {2, 1, 2}},
                                                 {"results", {4, 4, 1}},
                                                 {"direction", {2, 2}},
                                                 {"talent", {3, 2, 3}},
                                                 {"culture", {2, 3, 3}},
                                                 {"craft", {3, 3, 4}}}},
                                               {"ic3-mle",
                                                {{"scope", {2, 1, 3}},
                                                 {"results", {4, 3, 3}},
                                                 {"direction", {2, 2, 2}},
                                                 {"talent", {3, 2, 3}},
                                                 {"culture", {4, 3, 3}},
                                                 {"craft", {3, 4, 3, 3}}}},
                                               {"ic4-mle",
                                                {{"scope", {3, 2, 4}},
                                                 {"results", {4, 3, 3}},
                                                 {"direction", {2, 2, 3}},
                                                 {"talent", {3, 2, 3}},
                                                 {"culture", {2, 3, 2}},
                                                 {"craft", {3, 4, 1, 2, 3}}}},
                                               {"ic5-mle",
                                                {{"scope", {2, 2, 4}},
                                                 {"results", {4, 1, 3}},
                                                 {"direction", {1, 2, 2}},
                                                 {"talent", {3, 3, 4}},
                                                 {"culture", {3, 4, 2}},
                                                 {"craft", {4, 4, 1, 4, 4, 1}}}}};
  const std::map<std::string, std::size_t> totals{
      {"ic1-mle", 30}, {"ic2-mle", 44}, {"ic3-mle", 53}, {"ic4-mle", 54}, {"ic5-mle", 58}};
  std::map<std::string, Counts> found;
  for (const auto& builtin : rung::builtin_ladders()) {
    const auto ladder = load_builtin(builtin.id);
    Counts& pillars = found[ladder.id];
    for (const auto& pillar : ladder.pillars) {
      std::vector<std::size_t> counts;
      for (const auto& responsibility : pillar.responsibilities) counts.push_back(responsibility.behaviors.size());
      pillars.emplace_back(pillar.id, counts);
    }
    INFO(ladder.id);
    CHECK(rung::list_behaviors(ladder).size() == totals.at(ladder.id));
  }
  CHECK(found == expected);
}

TEST_CASE("each behavior of a built-in ladder has a title, probes, hints, and its place on the page", "[ladder]") {
  for (const auto& builtin : rung::builtin_ladders()) {
    const auto ladder = load_builtin(builtin.id);
    std::map<const rung::Responsibility*, int> counted;
    std::set<std::string> titles;
    for (const auto& placed : rung::list_behaviors(ladder)) {
      const rung::Behavior& behavior = *placed.behavior;
      INFO(ladder.id << " " << behavior.key);
      CHECK_FALSE(behavior.title.empty());
      CHECK(rung::cell_width(behavior.title) <= rung::widest_behavior_title);
      CHECK(titles.insert(rung::to_lower(behavior.title)).second);
      CHECK(behavior.probes.size() >= 1);
      CHECK(behavior.probes.size() <= 3);
      CHECK(behavior.hints.size() >= 10);
      CHECK(behavior.hints.size() <= 25);
      const int number = ++counted[placed.responsibility];
      CHECK(behavior.source == placed.pillar->id + " / " + placed.responsibility->id + " / " + std::to_string(number));
      CHECK_FALSE(behavior.target.has_value());
    }
  }
}

TEST_CASE("the built-in ladders state their level, source, scale, gates, and summaries", "[ladder]") {
  for (const auto& builtin : rung::builtin_ladders()) {
    INFO(builtin.id);
    const auto ladder = load_builtin(builtin.id);
    CHECK(ladder.track == "Machine Learning Engineer");
    CHECK(rung::to_lower(ladder.level) + "-mle" == ladder.id);
    CHECK_FALSE(ladder.summary.empty());
    CHECK_THAT(ladder.source.title, ContainsSubstring("September 2022 (d55e879): " + ladder.level));
    CHECK(ladder.source.license == "Apache-2.0");
    CHECK(ladder.scale == load_builtin("ic3-mle").scale);
    CHECK(ladder.scale.points.size() == 4);
    CHECK(ladder.target == 3);
    rung::Gates gates;
    gates.floor = 2;
    CHECK(ladder.gates == gates);
    for (const auto& pillar : ladder.pillars) CHECK_FALSE(pillar.summary.empty());
    for (const auto& responsibility : ladder.pillars.at(0).responsibilities)
      CHECK_FALSE(responsibility.summary.empty());
  }
  REQUIRE(load_builtin("ic3-mle").terms.size() == 1);
  CHECK(load_builtin("ic3-mle").terms[0].term == "ML development lifecycle");
}

TEST_CASE("the built-in ladders name each other as neighbors", "[ladder]") {
  const std::vector<std::string> levels{"", "ic1-mle", "ic2-mle", "ic3-mle", "ic4-mle", "ic5-mle", ""};
  CHECK(rung::builtin_ladders().size() == levels.size() - 2);
  for (std::size_t at = 1; at + 1 < levels.size(); ++at) {
    INFO(levels[at]);
    CHECK(load_builtin(levels[at]).neighbors == rung::Neighbors{levels[at - 1], levels[at + 1]});
  }
}

TEST_CASE("a built-in ladder is the same with or without parsing its text", "[ladder]") {
  for (const auto& builtin : rung::builtin_ladders()) {
    INFO(builtin.id);
    const auto parsed = rung::parse_located_ladder(builtin.yaml, builtin.id);
    REQUIRE(parsed);
    CHECK(rung::unpack_ladder(builtin.packed) == parsed.value->ladder);
    CHECK(load_builtin(builtin.id) == parsed.value->ladder);
  }
}

TEST_CASE("a text that differs from a built-in ladder by one letter is parsed", "[ladder]") {
  std::string yaml(rung::builtin_ladders().front().yaml);
  const std::string title = "title: " + load_builtin(rung::builtin_ladders().front().id).title;
  const auto at = yaml.find(title);
  REQUIRE(at != std::string::npos);
  yaml[at + title.size() - 1] = 'X';
  const auto parsed = rung::parse_ladder(yaml, "changed");
  REQUIRE(parsed);
  CHECK(parsed.value->title.back() == 'X');
}
