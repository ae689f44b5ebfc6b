#include <string>

#include <rung/report/compose.hpp>
#include <rung/report/render.hpp>

#include "catch.hpp"
#include "document_words.hpp"
#include "fixtures.hpp"

using namespace rung;
using namespace rung::fixtures;

namespace {

std::string words_in(const Report& report) { return fixtures::words_of(compose(report)); }

}  // namespace

TEST_CASE("moves are counted, never summed", "[report]") {
  Assessment before = all_rated(3);
  Assessment after = before;
  after.answers[0].rating = Rated{4};
  after.answers[1].rating = Rated{2};
  const auto text = words_in(make_change_report(before, after));
  CHECK_THAT(text, ContainsSubstring("1 regressed · 1 improved · 7 unchanged"));
  CHECK_THAT(text, ContainsSubstring("Results 4/4 → 3/4 1 up, 1 down"));
  CHECK(text.find("oints") == std::string::npos);
}

TEST_CASE("what was carried is listed as not asked again, with where it comes from", "[report]") {
  Assessment after = all_rated(3);
  after.answers[0].rating = NotApplicable{"No ovens."};
  Assessment before = after;
  before.on = parse_date("2025-09-14").value();
  for (std::size_t index = 0; index < 6; ++index) {
    after.answers[index].origin = Origin::carried;
    after.answers[index].from = AnswerSource{"50", parse_date("2025-09-1" + std::to_string(index)).value()};
  }
  const auto text = words_in(make_change_report(before, after));
  CHECK_THAT(text, ContainsSubstring("3 unchanged · 6 not asked again (5 rated, 1 not applicable)"));
  CHECK_THAT(text, ContainsSubstring("Not asked again: 6 behaviors"));
  CHECK_THAT(text, ContainsSubstring(" (3 of 2025-09-13)"));
  CHECK(text.find(" of 2025-09-14") == std::string::npos);
  CHECK_THAT(text, ContainsSubstring(" (3)\n"));
}

TEST_CASE("a behavior that moved stands with the evidence that came in between, no other", "[report]") {
  Assessment before = all_rated(2);
  Assessment after = all_rated(3);
  const Evidence old{"Ovens cleaned", {}, before.on, ""};
  before.answers[0].evidence = {old};
  after.answers[0].evidence = {old, {"Ovens moved", {}, after.on, ""}};
  const auto text = words_in(make_change_report(before, after));
  CHECK_THAT(text, ContainsSubstring("New evidence: 2026-03-14 Ovens moved"));
  CHECK(text.find("Ovens cleaned") == std::string::npos);
}

TEST_CASE("shown becomes claimed when the evidence is too old", "[report]") {
  Assessment before = all_rated(3);
  before.answers[0].evidence = {{"Ovens cleaned", {}, parse_date("2025-01-10").value(), ""}};
  Assessment after = before;
  after.on = parse_date("2026-09-14").value();
  const auto text = words_in(make_change_report(before, after));
  CHECK_THAT(text, ContainsSubstring("Evidence that aged out: 1 behavior"));
  CHECK_THAT(text, ContainsSubstring("shown → claimed"));
  CHECK_THAT(text, ContainsSubstring("Too old now: 2025-01-10 Ovens cleaned"));
}

TEST_CASE("another threshold of a gate is a change of the ladder", "[report]") {
  Assessment after = all_rated(3);
  after.ladder.gates.at_target = 0.5;
  const auto text = words_in(make_change_report(all_rated(3), after));
  CHECK_THAT(text, ContainsSubstring("The ladder changed"));
  CHECK_THAT(text, ContainsSubstring("at_target"));
  CHECK_THAT(text, ContainsSubstring("→ 50"));
}

TEST_CASE("changes of state are counted by state", "[report]") {
  Assessment before = all_rated(3);
  Assessment after = before;
  before.answers[0].rating = Unrated{};
  before.answers[1].rating = NotApplicable{"No ovens."};
  after.answers[2].rating = NoOpportunity{};
  after.answers[3].rating = NotApplicable{"No ovens."};
  const auto text = words_in(make_change_report(before, after));
  CHECK_THAT(text, ContainsSubstring("Newly rated: 2 behaviors (1 unrated → rated, 1 not applicable → rated)"));
  CHECK_THAT(text, ContainsSubstring("1 rated → no opportunity, 1 rated → not applicable"));
}

TEST_CASE("how far another level is counts what compares, never a share of all", "[report]") {
  Assessment one = all_rated(3);
  for (std::size_t index = 0; index < 4; ++index) one.answers[index].evidence = {{"Ovens", {}, one.on, ""}};
  Ladder next = ladder();
  next.id = "ic3-baker";
  next.title = "IC3 Baker";
  next.level = "IC3";
  next.pillars[2].responsibilities[0].behaviors.push_back(behavior("craft.operations", "ovens", "Ovens obey."));
  const auto text = words_in(NextLevelReport{judge_against(one, next)});
  CHECK_THAT(text, ContainsSubstring(
                       "= 9 of 10 behaviors are comparable; 1 is new at IC3. Of the 9, 4 are shown, 5 claimed."));
  CHECK_THAT(text, ContainsSubstring("In IC2"));
  CHECK_THAT(text, ContainsSubstring("## New at IC3, never asked: 1 behavior\n### Craft: 1\n- Ovens obey."));
  CHECK(text.find("%") == std::string::npos);
}

TEST_CASE("two ladders are called by level, title, id or version, whatever differs", "[report]") {
  const auto names = [](const auto& change) {
    Ladder other = ladder();
    change(other);
    return words_in(LadderDiffReport{compare_ladders(ladder(), other)});
  };
  CHECK_THAT(names([](Ladder& other) { other.level = "IC3"; }),
             ContainsSubstring("In IC2:") && ContainsSubstring("In IC3:"));
  CHECK_THAT(names([](Ladder& other) { other.title = "Cook"; }),
             ContainsSubstring("In IC2 Baker:") && ContainsSubstring("In Cook:"));
  CHECK_THAT(names([](Ladder& other) { other.id = "cook"; }), ContainsSubstring("In ic2-baker:"));
  CHECK_THAT(names([](Ladder& other) { other.version = "2"; }),
             ContainsSubstring("In version 1:") && ContainsSubstring("In version 2:"));
}

TEST_CASE("a text of which more than a third changed stands as old and new line", "[report]") {
  Assessment after = all_rated(3);
  after.ladder.pillars[0].responsibilities[0].behaviors[1].text = "My customers can say what I changed.";
  const auto text = words_in(make_change_report(all_rated(3), after));
  CHECK_THAT(text, ContainsSubstring("Text now: My customers can say what I changed."));
  CHECK_THAT(text, ContainsSubstring("Text before: I can say what my work changed"));
  CHECK(text.find("[-") == std::string::npos);
}

TEST_CASE("a diff begins with the gates and the behaviors at target, before and now", "[report]") {
  Assessment before = all_rated(3);
  before.answers[8].rating = Rated{1};
  Assessment after = all_rated(3);
  after.answers[1].rating = Rated{2};
  after.ladder.pillars[0].responsibilities[0].behaviors[1].title = "Know my impact";
  const auto text = words_in(make_change_report(before, after));
  CHECK_THAT(text, ContainsSubstring("= 6 of 7 gates passed, up from 4; now passed: "));
  CHECK_THAT(text, ContainsSubstring(". 8 of 9 at target, as before. Regressed: Know my impact."));
  CHECK_THAT(text, ContainsSubstring(" 8/9 → 9/9, was short"));
  CHECK_THAT(text, ContainsSubstring("- Know my impact (3 Consistently → 2 Sometimes)\n  I can say what my work"));
}

TEST_CASE("the same share of other counts names both", "[report]") {
  Assessment after = all_rated(3);
  after.answers[0].rating = NotApplicable{"No ovens."};
  const auto text = words_in(make_change_report(all_rated(3), after));
  CHECK_THAT(text, ContainsSubstring("8 of 8 at target, 9 of 9 before."));
  CHECK_THAT(text, ContainsSubstring("Results 4/4 → 3/3 1 fewer rated"));
}

TEST_CASE("what aged out is a mention, so that no text stands twice", "[report]") {
  Assessment before = all_rated(3);
  before.answers[0].evidence = {{"Ovens cleaned", {}, parse_date("2025-01-10").value(), ""}};
  Assessment after = before;
  after.on = parse_date("2026-09-14").value();
  after.answers[0].rating = Rated{4};
  const auto text = words_in(make_change_report(before, after));
  const std::string whole = before.ladder.pillars[0].responsibilities[0].behaviors[0].text;
  CHECK(text.find(whole) != std::string::npos);
  CHECK(text.find(whole) == text.rfind(whole));
}
