#include <rung/ladder/pack.hpp>

#include "catch.hpp"

using namespace rung;

TEST_CASE("a packed ladder is unpacked with every field it had", "[ladder]") {
  Ladder ladder;
  ladder.id = "baker";
  ladder.title =
      "B\xC3\xA4"
      "cker";
  ladder.track = "Bakery";
  ladder.level = "B2";
  ladder.version = "7";
  ladder.summary = "Two lines\nof summary.";
  ladder.source = {"Handbook", "https://example.org", "CC0"};
  ladder.scale.points = {{1, "Not yet", ""}, {9, "Always", "Every day."}};
  ladder.target = 9;
  ladder.gates.coverage = 0.25;
  ladder.gates.at_target = std::nullopt;
  ladder.gates.responsibility_at_target = std::nullopt;
  ladder.gates.floor = 9;
  Behavior weigh{"weigh", "dough.mixing.weigh", "I weigh.", {"When?", ""}, 1, {"dough.old.weigh"}, "page 3"};
  Behavior knead{"knead", "dough.mixing.knead", "I knead.", {}, {}, {}, ""};
  ladder.pillars = {{"dough", "Dough", "s", {{"mixing", "Mixing", "", {weigh, knead}}, {"empty", "Empty", "e", {}}}}};
  ladder.terms = {{"oven", "what is hot"}};
  CHECK(unpack_ladder(pack_ladder(ladder)) == ladder);
  CHECK(unpack_ladder(pack_ladder(ladder)).gates.at_target.is_stated);
  CHECK_FALSE(unpack_ladder(pack_ladder(ladder)).gates.shown.is_stated);
  CHECK(unpack_ladder(pack_ladder(Ladder{})) == Ladder{});
}
