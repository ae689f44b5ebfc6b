#include <rung/analysis/match.hpp>

#include <algorithm>
#include <map>
#include <random>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include <rung/ladder/fields.hpp>

#include "assessment/sample_ladder.hpp"
#include "catch.hpp"

using namespace rung;

namespace {

using Texts = std::vector<std::pair<std::string, std::string>>;  // id, text

Ladder make_ladder_of(const Texts& texts) {
  Ladder ladder = make_ladder();
  std::vector<Behavior> behaviors;
  for (const auto& [id, text] : texts) behaviors.push_back(make_behavior("results.impact", id, text));
  ladder.pillars = {{"results", "Results", "", {{"impact", "Impact", "", std::move(behaviors)}}}};
  return ladder;
}

std::vector<Behavior>& behaviors_of(Ladder& ladder) { return ladder.pillars[0].responsibilities[0].behaviors; }

// Key to key, which does not depend on where a behavior stands.
std::map<std::string, std::string> pairs_of(const Ladder& before, const Ladder& after) {
  const auto earlier = list_behaviors(before);
  const auto later = list_behaviors(after);
  std::map<std::string, std::string> pairs;
  for (const BehaviorMatch& pair : match_ladders(before, after).pairs)
    pairs[later[pair.after].behavior->id] = earlier[pair.before].behavior->id;
  return pairs;
}

Texts make_texts(std::mt19937& random, const std::string& prefix, int count) {
  Texts texts;
  for (int index = 0; index < count; ++index) {
    std::string text = "I";
    for (int word = 0; word < 6; ++word) text += " w" + std::to_string(random() % 9);
    texts.push_back({prefix + std::to_string(index), text});
  }
  return texts;
}

}  // namespace

TEST_CASE("the same key is a pair however far the texts lie apart", "[analysis]") {
  const auto match =
      match_ladders(make_ladder_of({{"a", "I ship on time."}}), make_ladder_of({{"a", "Others ask me for advice."}}));
  REQUIRE(match.pairs.size() == 1);
  CHECK(match.pairs[0].basis == MatchBasis::key);
  CHECK(match.pairs[0].wording == Wording::reworded);
  CHECK(match.pairs[0].similarity == 0.0);
}

TEST_CASE("a former key of either side makes a pair, a key of one's own comes first", "[analysis]") {
  Ladder before = make_ladder_of({{"a", "One thing."}, {"b", "Something else entirely."}});
  Ladder after = make_ladder_of({{"c", "Quite different words."}, {"b", "Other."}});
  SECTION("of the later ladder") {
    behaviors_of(after)[0].formerly = {"results.impact.b", "results.impact.a"};
    CHECK(pairs_of(before, after) == std::map<std::string, std::string>{{"b", "b"}, {"c", "a"}});
    CHECK(match_ladders(before, after).pairs[0].basis == MatchBasis::formerly);
  }
  SECTION("of the earlier ladder") {
    behaviors_of(before)[0].formerly = {"results.impact.c"};
    CHECK(pairs_of(before, after) == std::map<std::string, std::string>{{"b", "b"}, {"c", "a"}});
    CHECK(match_ladders(before, after).pairs[0].basis == MatchBasis::formerly);
    CHECK(match_ladders(before, after, Pairing::by_key).pairs.size() == 1);
  }
}

TEST_CASE("a former key pairs versions of one ladder, not two ladders", "[analysis]") {
  Ladder before = make_ladder_of({{"a", "One thing."}, {"b", "Something else entirely."}});
  Ladder after = make_ladder_of({{"c", "Quite different words."}, {"d", "Other."}});
  behaviors_of(after)[0].formerly = {"results.impact.a"};
  behaviors_of(before)[1].formerly = {"results.impact.d"};
  CHECK(match_ladders(before, after).pairs.size() == 2);
  after.id = "another";
  CHECK(match_ladders(before, after).pairs.empty());
  CHECK(match_ladders(before, after, Pairing::by_key).pairs.empty());
}

TEST_CASE("a title, hints, and neighbors are no change of a ladder", "[analysis]") {
  const Ladder before = make_ladder_of({{"a", "One thing."}});
  Ladder after = before;
  after.neighbors = {"below", "above"};
  behaviors_of(after)[0].title = "One";
  behaviors_of(after)[0].hints = {"first"};
  CHECK(match_ladders(before, after).pairs.at(0).wording == Wording::identical);
  CHECK(says_the_same<Ladder>(before, after));
}

TEST_CASE("texts that differ in white space alone are identical, others at most reworded", "[analysis]") {
  const Ladder before = make_ladder_of({{"a", "I ship  on\ntime."}, {"b", "I help others grow."}});
  const Ladder after = make_ladder_of({{"x", "I ship on time."}, {"y", "I help others grow!"}});
  const auto match = match_ladders(before, after);
  REQUIRE(match.pairs.size() == 2);
  CHECK(match.pairs[0] == BehaviorMatch{0, 0, MatchBasis::text, Wording::identical, 1.0});
  CHECK(match.pairs[1] == BehaviorMatch{1, 1, MatchBasis::text, Wording::reworded, 1.0});
}

TEST_CASE("several behaviors of one text are paired in the order of their keys", "[analysis]") {
  const std::string text = "I ship on time.";
  Ladder before = make_ladder_of({{"a", text}, {"b", text}, {"c", "I ship  on time."}, {"e", text}});
  Ladder after = make_ladder_of({{"x", text}, {"e", text}, {"w", "I\nship on time."}});
  const std::map<std::string, std::string> expected{{"e", "e"}, {"w", "a"}, {"x", "b"}};
  CHECK(pairs_of(before, after) == expected);
  std::reverse(behaviors_of(before).begin(), behaviors_of(before).end());
  CHECK(pairs_of(before, after) == expected);
  std::reverse(behaviors_of(after).begin(), behaviors_of(after).end());
  CHECK(pairs_of(before, after) == expected);
  CHECK(match_ladders(before, after).gone.size() == 1);
}

TEST_CASE("texts are a pair from half of their words on", "[analysis]") {
  const Ladder before = make_ladder_of({{"a", "one two three four"}});
  CHECK(match_ladders(before, make_ladder_of({{"x", "one two five six"}})).pairs.size() == 1);
  const auto apart = match_ladders(before, make_ladder_of({{"x", "one two five six seven"}}));
  CHECK(apart.pairs.empty());
  CHECK(apart.come == std::vector<std::size_t>{0});
  CHECK(apart.gone == std::vector<std::size_t>{0});
}

TEST_CASE("the best pair is taken first, whatever is left for the others", "[analysis]") {
  // b and x, and a and y, would do too, but no pair is as close as a and x.
  const Ladder before = make_ladder_of({{"a", "one two three four five"}, {"b", "one two three four six seven"}});
  const Ladder after = make_ladder_of({{"x", "one two three four five six"}, {"y", "five three two eight"}});
  CHECK(pairs_of(before, after) == std::map<std::string, std::string>{{"x", "a"}});
}

TEST_CASE("of pairs that are equally close the first by key is taken", "[analysis]") {
  const Ladder before = make_ladder_of({{"b", "one two three"}, {"a", "one two four"}});
  const Ladder after = make_ladder_of({{"y", "one two five"}, {"x", "one two six"}});
  CHECK(pairs_of(before, after) == std::map<std::string, std::string>{{"x", "a"}, {"y", "b"}});
}

TEST_CASE("the order of the behaviors changes no pair, and every behavior is in exactly one place", "[analysis]") {
  std::mt19937 random(20261125);
  for (int round = 0; round < 60; ++round) {
    Ladder before = make_ladder_of(make_texts(random, "a", 14));
    Ladder after = make_ladder_of(make_texts(random, "b", 17));
    const auto pairs = pairs_of(before, after);
    std::shuffle(behaviors_of(before).begin(), behaviors_of(before).end(), random);
    std::shuffle(behaviors_of(after).begin(), behaviors_of(after).end(), random);
    CHECK(pairs_of(before, after) == pairs);
    const auto match = match_ladders(before, after);
    std::multiset<std::size_t> left(match.gone.begin(), match.gone.end());
    std::multiset<std::size_t> right(match.come.begin(), match.come.end());
    for (const BehaviorMatch& pair : match.pairs) {
      left.insert(pair.before);
      right.insert(pair.after);
      CHECK(pair.similarity >= least_similarity);
    }
    CHECK((left.size() == 14 && std::set<std::size_t>(left.begin(), left.end()).size() == 14));
    CHECK((right.size() == 17 && std::set<std::size_t>(right.begin(), right.end()).size() == 17));
  }
}

TEST_CASE("ladders of thousands of similar behaviors are compared in bounded time", "[analysis]") {
  Texts left;
  Texts right;
  for (int index = 0; index < 3000; ++index) {
    const std::string number = std::to_string(index);
    left.push_back({"a" + number, "I know the tool number " + number + " well"});
    right.push_back({"b" + number, "I know the tool number " + number + " very well"});
  }
  const auto match = match_ladders(make_ladder_of(left), make_ladder_of(right));
  CHECK(match.pairs.size() == 3000);
}

TEST_CASE("a text that is declared to mean the same as in another version is not reworded", "[analysis]") {
  Ladder old = make_ladder_of({{"a", "I ship on time."}, {"b", "I test."}});
  Ladder newer = make_ladder_of({{"a", "I ship when I said I would."}, {"b", "I test what I ship."}});
  newer.version = "2";
  behaviors_of(newer)[0].same_as = {"1"};
  const auto wording_of = [](const Ladder& before, const Ladder& after) {
    std::vector<Wording> wordings;
    for (const BehaviorMatch& pair : match_ladders(before, after, Pairing::by_key).pairs)
      wordings.push_back(pair.wording);
    return wordings;
  };
  const std::vector<Wording> only_first{Wording::identical, Wording::reworded};
  CHECK(wording_of(old, newer) == only_first);
  CHECK(wording_of(newer, old) == only_first);
  CHECK(match_ladders(old, newer, Pairing::by_key).pairs[0].similarity < 1.0);
  old.version = "0";
  CHECK(wording_of(old, newer) == std::vector<Wording>(2, Wording::reworded));
  old.version = "1";
  old.id = "another";
  CHECK(wording_of(old, newer) == std::vector<Wording>(2, Wording::reworded));
}

TEST_CASE("a renamed behavior may mean the same as under its old key", "[analysis]") {
  const Ladder old = make_ladder_of({{"a", "I ship on time."}});
  Ladder newer = make_ladder_of({{"z", "I deliver when I said I would."}});
  newer.version = "2";
  behaviors_of(newer)[0].formerly = {"results.impact.a"};
  CHECK(match_ladders(old, newer, Pairing::by_key).pairs.at(0).wording == Wording::reworded);
  behaviors_of(newer)[0].same_as = {"1"};
  CHECK(match_ladders(old, newer, Pairing::by_key).pairs.at(0).wording == Wording::identical);
}
