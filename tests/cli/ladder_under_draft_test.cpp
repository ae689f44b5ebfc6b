#include "cli/second_time.hpp"

using namespace rung;

namespace {

using Keys = std::vector<std::string>;

}  // namespace

// What becomes of a draft whose ladder is edited, by the whole program.

TEST_CASE("renaming a label of the scale under a draft drops nothing", "[cli]") {
  SecondTime bakery;
  bakery.type_in({"assess", "baker"}, U"eBought flour.\nn2344q");
  const Assessment before = read_stored(bakery, draft);
  bakery.edit_ladder("label: Hot", "label: Very hot");
  const Ran ran = bakery.type_in({"assess", "baker"}, U"3q");
  CHECK_THAT(ran.err, !ContainsSubstring("set aside"));
  const Assessment after = read_stored(bakery, draft);
  CHECK(after.ladder.scale.points[2].label == "Very hot");
  CHECK(after.set_aside.empty());
  CHECK(Keys{after.answers[0].note, after.answers[3].note} == Keys{"Bought flour.", ""});
  for (std::size_t index = 0; index < 4; ++index) CHECK(after.answers[index] == before.answers[index]);
  CHECK(after.answers[4].rating == Rating(Rated{3}));
}

TEST_CASE("a behavior that is removed under a draft sets its answer aside, and brings it back", "[cli]") {
  SecondTime bakery;
  bakery.type_in({"assess", "baker"}, U"2344e2026-04-01 Dark as bark\n2q");
  const std::string bytes = bakery.read(draft);
  const Answer colour = answer_to(read_stored(bakery, draft), "colour");
  REQUIRE(colour.rating == Rating(Rated{2}));
  bakery.edit_ladder(colour_lines, "");
  const Ran ran = bakery.type_in({"assess", "baker"}, U"1q");
  const std::string aside =
      "1 answer is set aside, because this ladder has no place for it: oven.baking.colour I bake until the crust is "
      "dark.";
  CHECK_THAT(unwrap(ran.err), ContainsSubstring(aside));
  CHECK_THAT(unwrap(ran.err),
             ContainsSubstring(fmt::format("A copy of the draft as it was is kept as {}.bak.", draft)));
  CHECK(bakery.read(fmt::format("{}.bak", draft)) == bytes);

  SECTION("in the draft") {
    bakery.type_in({"assess", "baker"}, U"g1\n1q");
    const Assessment without = read_stored(bakery, draft);
    CHECK(without.answers.size() == 4);
    REQUIRE(without.set_aside.size() == 1);
    CHECK(without.set_aside[0].answer == colour);
    // The draft's own ladder lacks the text by now; that of the last assessment has it.
    CHECK_THAT(unwrap(bakery.type_in({"assess", "baker"}, U"q").err), ContainsSubstring(aside));
    bakery.use_ladder("baker.yaml");
    CHECK_THAT(bakery.type_in({"assess", "baker"}, U"g1\n3q").err, !ContainsSubstring("set aside"));
    const Assessment with = read_stored(bakery, draft);
    CHECK(answer_to(with, "colour") == colour);
    CHECK(with.set_aside.empty());
  }
  SECTION("after finishing and updating") {
    CHECK(bakery.type_in({"assess", "baker"}, U"f").code == ExitCode::success);
    const Assessment without = read_stored(bakery, spring_assessment);
    REQUIRE(without.set_aside.size() == 1);
    bakery.at = "2026-05-15T09:00:00Z";
    CHECK(bakery.type_in({"assess", "baker", "--update"}, U"ssfy").code == ExitCode::success);
    bakery.use_ladder("baker.yaml");
    bakery.at = "2026-06-15T09:00:00Z";
    CHECK(bakery.type_in({"assess", "baker", "--update"}, U"sssfy").code == ExitCode::success);
    const Assessment with = read_stored(bakery, "home/assessments/baker/2026-06-15-ana.json");
    Answer expected = colour;
    expected.origin = Origin::carried;
    expected.from = AnswerSource{without.sitting, without.on};
    CHECK(answer_to(with, "colour") == expected);
  }
}

TEST_CASE("a behavior that gets another key under an update is still asked", "[cli]") {
  SecondTime bakery;
  bakery.type_in({"assess", "baker", "--update"}, U"q");
  bakery.edit_ladder("- id: fold\n", "- id: knead\n            formerly: [dough.mixing.fold]\n");
  const Ran ran = bakery.type_in({"assess", "baker"}, U"3q");
  CHECK_THAT(unwrap(ran.screen), ContainsSubstring("2 of 5 asked, 3 carried"));
  const Assessment after = read_stored(bakery, draft);
  CHECK(after.asked == Keys{"dough.mixing.fold", "oven.baking.colour", "dough.mixing.knead"});
  CHECK(answer_to(after, "knead").rating == Rating(Rated{3}));
}

TEST_CASE("an update that is open asks what the ladder adds and words anew", "[cli]") {
  Bakery bakery;
  bakery.rate_all(3, "2026-01-15T09:00:00Z");
  bakery.type_in({"assess", "baker", "--update"}, U"q");
  std::string yaml = bakery.read("home/ladders/baker.yaml");
  const auto at = yaml.find("I weigh every ingredient");
  yaml.replace(at, std::string("I weigh every ingredient").size(), "Nobody but the apprentice ever touches");
  bakery.write("home/ladders/baker.yaml", yaml);
  const Ran ran = bakery.type_in({"assess", "baker"}, U"q");
  CHECK_THAT(unwrap(ran.screen), ContainsSubstring("2 of 5 asked") && ContainsSubstring("1 Nobody but the"));
}
