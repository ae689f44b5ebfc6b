#include <rung/assessment/fields.hpp>

#include <rung/assessment/json.hpp>
#include <rung/diagnostic/node_writer.hpp>
#include <rung/ladder/pack.hpp>
#include <rung/ladder/parse.hpp>
#include <rung/ladder/write.hpp>

#include "assessment/sample_ladder.hpp"
#include "catch.hpp"
#include "random_record.hpp"

using namespace rung;

namespace {

Answer make_answer() {
  Answer answer;
  answer.behavior = "results.impact.on-time";
  answer.rating = NotApplicable{"Nothing ships here."};
  answer.note = "A note.";
  answer.evidence = {{"Shipped", {"https://example.org/1"}, *parse_date("2026-02-20"), ""}};
  answer.answered_at = make_time("2026-03-14T09:30:00+01:00");
  return answer;
}

/// Whether an assessment says the same after `change` to one answer.
template <class Change>
bool says_the_same_after(const Change& change) {
  Assessment before = make_assessment();
  before.answers.at(0) = make_answer();
  Assessment after = before;
  change(after.answers.at(0));
  return says_the_same(before, after);
}

}  // namespace

TEST_CASE("every field of an answer counts as a change except the time of the answer", "[assessment]") {
  CHECK(says_the_same_after([](Answer&) {}));
  CHECK(says_the_same_after([](Answer& answer) { answer.answered_at.reset(); }));
  CHECK_FALSE(says_the_same_after([](Answer& answer) { answer.rating = NotApplicable{"Another reason."}; }));
  CHECK_FALSE(says_the_same_after([](Answer& answer) { answer.rating = Rated{3}; }));
  CHECK_FALSE(says_the_same_after([](Answer& answer) { answer.rating = Unrated{}; }));
  CHECK_FALSE(says_the_same_after([](Answer& answer) { answer.note.clear(); }));
  CHECK_FALSE(says_the_same_after([](Answer& answer) { answer.evidence.clear(); }));
  CHECK_FALSE(says_the_same_after([](Answer& answer) { answer.evidence[0].text = "Held"; }));
  CHECK_FALSE(says_the_same_after([](Answer& answer) { answer.evidence[0].links.clear(); }));
  CHECK_FALSE(says_the_same_after([](Answer& answer) { answer.evidence[0].on = *parse_date("2026-02-21"); }));
  Assessment labeled = make_assessment();
  labeled.label = "autumn";
  CHECK_FALSE(says_the_same(make_assessment(), labeled));
}

TEST_CASE("redaction clears note, evidence, and reason, and keeps the rest", "[assessment]") {
  Answer answer = make_answer();
  redact(answer);
  Answer expected = make_answer();
  expected.rating = NotApplicable{};
  expected.note.clear();
  expected.evidence.clear();
  CHECK(answer == expected);
  Answer rated = make_answer();
  rated.rating = Rated{3};
  redact(rated);
  CHECK(rated.rating == Rating(Rated{3}));
}

TEST_CASE("random ladders and assessments read back equal from every form that is written", "[assessment]") {
  for (unsigned seed = 0; seed < 200; ++seed) {
    CAPTURE(seed);
    SeededSource source(seed);
    RandomRecord random(source);
    const Ladder ladder = random.ladder();
    const std::string yaml = write_ladder(ladder);
    CAPTURE(yaml);
    const auto from_yaml = parse_ladder(yaml, "random.yaml");
    for (const auto& diagnostic : from_yaml.diagnostics)
      UNSCOPED_INFO(diagnostic.at.line << ": " << diagnostic.message);
    REQUIRE(from_yaml);
    CHECK(*from_yaml.value == ladder);
    CHECK(unpack_ladder(pack_ladder(ladder)) == ladder);
    const Assessment assessment = random.assessment(ladder);
    const std::string json = to_json(assessment);
    const auto from_json = parse_assessment(json, "random.json");
    for (const auto& diagnostic : from_json.diagnostics)
      UNSCOPED_INFO(diagnostic.at.line << ": " << diagnostic.message);
    REQUIRE(from_json);
    CHECK(*from_json.value == assessment);
    CHECK(to_json(*from_json.value) == json);
    CHECK(says_the_same(assessment, *from_json.value));
  }
}

TEST_CASE("a threshold of 66.7% keeps its decimals in every form", "[assessment]") {
  for (const double share : {0.667, 0.6667, 0.001, 0.999}) {
    CAPTURE(share);
    Ladder ladder = make_ladder();
    ladder.gates.coverage = ladder.gates.at_target = ladder.gates.pillar_at_target = share;
    ladder.source.title = "A framework";
    const auto written = parse_ladder(write_ladder(ladder), "gates.yaml");
    REQUIRE(written);
    CHECK(written.value->gates == ladder.gates);
    const auto saved = parse_assessment(to_json(make_assessment(ladder)), "gates.json");
    REQUIRE(saved);
    CHECK(saved.value->ladder.gates == ladder.gates);
    CHECK(unpack_ladder(pack_ladder(ladder)).gates == ladder.gates);
  }
}
