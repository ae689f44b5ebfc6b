#include <rung/analysis/readiness.hpp>

#include <string>

#include "assessment/sample_ladder.hpp"
#include "catch.hpp"

using namespace rung;

namespace {

/// Gaps with one pillar for each pair of counts: at target, applicable; all applicable behaviors are rated.
Gaps make_gaps(const std::vector<Share>& pillars) {
  Gaps gaps;
  gaps.assessment.ladder.scale = make_scale();
  gaps.overall.distribution.assign(4, 0);
  for (const auto& share : pillars) {
    PillarStanding pillar;
    pillar.tally.behaviors = pillar.tally.rated = share.whole;
    pillar.tally.at_target = share.part;
    gaps.overall.behaviors += share.whole;
    gaps.overall.rated += share.whole;
    gaps.overall.at_target += share.part;
    gaps.overall.distribution[2] += share.whole;
    gaps.pillars.push_back(pillar);
  }
  return gaps;
}

const Gates gates{0.9, 0.8, 0.6, 2};

}  // namespace

TEST_CASE("a share passes at its threshold exactly", "[analysis]") {
  const Readiness readiness = judge_readiness(make_gaps({{4, 5}}), gates);
  REQUIRE(readiness.gates.size() == 4);
  CHECK(readiness.gates[0].kind == GateKind::coverage);
  CHECK(readiness.gates[1].kind == GateKind::at_target);
  CHECK(readiness.gates[1].verdict == Verdict::passed);
  CHECK(readiness.gates[1].share == Share{4, 5});
  CHECK(readiness.all_passed());
  CHECK(judge_readiness(make_gaps({{79, 100}}), gates).gates[1].verdict == Verdict::failed);
  CHECK(judge_readiness(make_gaps({{7, 10}}), {0.9, 0.7, 0.6, 2}).gates[1].verdict == Verdict::passed);
}

TEST_CASE("every count reaches the threshold that it is a fraction of", "[analysis]") {
  for (int whole = 1; whole <= 60; ++whole) {
    for (int part = 0; part <= whole; ++part) {
      const double threshold = double(part) / whole;
      CHECK(judge_readiness(make_gaps({{part, whole}}), {0, threshold, 0, 1}).gates[1].verdict == Verdict::passed);
      if (part > 0) {
        CHECK(judge_readiness(make_gaps({{part - 1, whole}}), {0, threshold, 0, 1}).gates[1].verdict ==
              Verdict::failed);
      }
    }
  }
}

TEST_CASE("the weakest pillar is judged, the first of equals, without pillars where nothing applies", "[analysis]") {
  const Gate gate = judge_readiness(make_gaps({{0, 0}, {3, 4}, {1, 2}, {2, 4}}), gates).gates[2];
  CHECK(gate.kind == GateKind::pillar_at_target);
  CHECK(gate.pillar == 2U);
  CHECK(gate.share == Share{1, 2});
  CHECK(gate.verdict == Verdict::failed);
  CHECK(judge_readiness(make_gaps({{0, 0}, {3, 4}}), gates).gates[2].verdict == Verdict::passed);
}

TEST_CASE("the floor counts ratings below it", "[analysis]") {
  Gaps gaps = make_gaps({{4, 5}});
  gaps.overall.distribution = {2, 1, 2, 0};
  const Gate gate = judge_readiness(gaps, gates).gates[3];
  CHECK(gate.kind == GateKind::floor);
  CHECK(gate.floor == 2);
  CHECK(gate.below == 2);
  CHECK(gate.verdict == Verdict::failed);
  gaps.overall.distribution = {0, 3, 2, 0};
  CHECK(judge_readiness(gaps, gates).gates[3].verdict == Verdict::passed);
  gaps.overall.distribution = {1, 2, 2, 0};
  CHECK(judge_readiness(gaps, {0.9, 0.8, 0.6, 1}).gates[3].verdict == Verdict::passed);
}

TEST_CASE("where nothing applies no gate passes", "[analysis]") {
  const Readiness readiness = judge_readiness(make_gaps({{0, 0}}), {0, 0, 0, 1});
  for (const auto& gate : readiness.gates) CHECK(gate.verdict == Verdict::no_basis);
  CHECK(readiness.passed() == 0);
  CHECK_FALSE(readiness.all_passed());
}

TEST_CASE("a blank assessment fails its shares and has no floor to judge", "[analysis]") {
  const Readiness readiness = judge_readiness(find_gaps(make_assessment()), gates);
  CHECK(readiness.gates[0].verdict == Verdict::failed);
  CHECK(readiness.gates[1].verdict == Verdict::failed);
  CHECK(readiness.gates[2].verdict == Verdict::failed);
  CHECK(readiness.gates[3].verdict == Verdict::no_basis);
  CHECK(readiness.passed() == 0);
}
