#include <rung/analysis/lint.hpp>

#include <string>
#include <vector>

#include "catch.hpp"

using namespace rung;

namespace {

/// A ladder with one responsibility `work.all` that has these texts as `b0`, `b1`, …
Ladder ladder_of(const std::vector<std::string>& texts) {
  Ladder ladder;
  ladder.scale.points = {{1, "No", "Not at all."}, {2, "Yes", "Always."}};
  Responsibility responsibility{"all", "All", "", {}};
  for (const std::string& text : texts) {
    Behavior behavior;
    behavior.id = "b" + std::to_string(responsibility.behaviors.size());
    behavior.key = "work.all." + behavior.id;
    behavior.text = text;
    responsibility.behaviors.push_back(behavior);
  }
  ladder.pillars = {{"work", "Work", "", {responsibility}}};
  return ladder;
}

std::vector<LintRule> rules_of(const std::string& text) {
  std::vector<LintRule> rules;
  for (const Finding& finding : lint(ladder_of({text, "Something else entirely."}))) rules.push_back(finding.rule);
  return rules;
}

std::string repeat(const std::string& word, int count) {
  std::string text;
  for (int i = 0; i < count; ++i) text += (i == 0 ? "" : " ") + word + std::to_string(i);
  return text;
}

}  // namespace

TEST_CASE("a sound ladder has no findings", "[analysis]") {
  CHECK(lint(ladder_of({"I weigh every ingredient.", "I bake until the crust is dark."})).empty());
}

TEST_CASE("behaviors with nearly the same words are found, the later one against the earlier", "[analysis]") {
  const auto findings = lint(ladder_of({"I weigh every single ingredient of the dough.", "I watch the clock.",
                                        "I weigh every ingredient of the dough!"}));
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].rule == LintRule::near_duplicate);
  CHECK(findings[0].key == "work.all.b2");
  CHECK(findings[0].other == "work.all.b0");
  CHECK(findings[0].similarity == Approx(2.0 * 7 / (8 + 7)));
}

TEST_CASE("behaviors that share no more than their frame are no near-duplicates", "[analysis]") {
  CHECK(lint(ladder_of({"I plan my work with care.", "I plan my week with friends.", "I bake rolls.", "I bake bread."}))
            .empty());
}

TEST_CASE("very short texts are near-duplicates only when their words are the same", "[analysis]") {
  const auto findings = lint(ladder_of({"Bake bread", "bake bread!", "Bake cakes"}));
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].similarity == 1.0);
}

TEST_CASE("of several earlier behaviors the most alike one is named", "[analysis]") {
  const auto findings = lint(ladder_of({"one two three four five six seven eight nine ten",
                                        "one two three four five six seven eight nine eleven twelve thirteen",
                                        "one two three four five six seven eight nine eleven twelve"}));
  REQUIRE(findings.size() == 2);
  CHECK(findings[1].key == "work.all.b2");
  CHECK(findings[1].other == "work.all.b1");
}

TEST_CASE("several clauses with subjects of their own, or many sentences, are several behaviors", "[analysis]") {
  const std::vector<LintRule> several{LintRule::several_behaviors};
  CHECK(rules_of("I plan the shift and I weigh the flour and I clean the oven.") == several);
  CHECK(rules_of("I plan the shift, and weigh the flour; I bake, and I clean the oven.") == several);
  CHECK(rules_of("I plan. I weigh. I bake. I clean.") == several);
  CHECK(rules_of("I plan; I weigh; I bake; I clean") == several);
}

TEST_CASE("one statement stays quiet, however many things it lists", "[analysis]") {
  CHECK(rules_of("I know flour and water and salt and yeast.").empty());
  CHECK(rules_of("I buy flour, water, and salt, store yeast, butter, and eggs, and keep lists.").empty());
  CHECK(rules_of("I plan the shift, and I stay until it is over.").empty());
  CHECK(rules_of("I plan. I weigh. I bake.").empty());
  CHECK(rules_of("I use version 1.2.3.4 of the recipe.").empty());
}

TEST_CASE("a text of more than sixty words is long", "[analysis]") {
  CHECK(rules_of(repeat("w", 60)).empty());
  const auto findings = lint(ladder_of({repeat("w", 61), "Else."}));
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].rule == LintRule::long_text);
  CHECK(findings[0].count == 61);
}

TEST_CASE("a responsibility with one behavior is found by its own key", "[analysis]") {
  const auto findings = lint(ladder_of({"I weigh every ingredient."}));
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].rule == LintRule::lone_behavior);
  CHECK(findings[0].key == "work.all");
}

TEST_CASE("points without an anchor are one finding, at the first of them", "[analysis]") {
  Ladder ladder = ladder_of({"I weigh every ingredient.", "I bake."});
  ladder.scale.points = {{2, "No", "Not at all."}, {5, "Some", ""}, {7, "Yes", ""}};
  const auto findings = lint(ladder);
  REQUIRE(findings.size() == 1);
  CHECK(findings[0] == Finding{LintRule::missing_anchor, {}, {}, 0.0, 2, 5});
}

TEST_CASE("thousands of behaviors are compared quickly, also where all of them are alike", "[analysis]") {
  std::vector<std::string> texts;
  for (int i = 0; i < 3000; ++i)
    texts.push_back("I do what has to be done in this case and in each of the other cases, case " + std::to_string(i));
  const auto findings = lint(ladder_of(texts));
  CHECK(findings.size() == 2999);
  // Every pair would take minutes in this build.
}

TEST_CASE("pillars of one title are found, and responsibilities of one title in a pillar", "[analysis]") {
  Ladder ladder = ladder_of({"I weigh every ingredient.", "I bake until the crust is dark."});
  ladder.pillars.push_back(ladder.pillars[0]);
  ladder.pillars[1].id = "home";
  ladder.pillars[1].title = "Home";
  auto& home = ladder.pillars[1].responsibilities;
  home[0].behaviors =
      ladder_of({"I clean the kitchen.", "I water our plants."}).pillars[0].responsibilities[0].behaviors;
  CHECK(lint(ladder).empty());

  home.push_back(
      {"rest", "All", "", ladder_of({"I sleep.", "I take walks."}).pillars[0].responsibilities[0].behaviors});
  CHECK(lint(ladder) ==
        std::vector<Finding>{{LintRule::same_responsibility_title, "home.rest", "home.all", 0.0, 0, 0}});
  ladder.pillars[1].title = "Work";
  CHECK(lint(ladder).at(0) == Finding{LintRule::same_pillar_title, "home", "work", 0.0, 0, 0});
}
