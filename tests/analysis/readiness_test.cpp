#include <rung/analysis/readiness.hpp>

#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "analysis/coded_assessment.hpp"
#include "catch.hpp"

using namespace rung;

namespace {

Readiness judge(const Assessment& assessment, const Gates& gates) {
  return judge_readiness(find_gaps(assessment), gates);
}

/// Gates of which only one is on.
Gates only(GateKind kind) {
  Gates gates = make_ladder().gates;
  if (kind != GateKind::coverage) gates.coverage = std::nullopt;
  if (kind != GateKind::not_applicable) gates.not_applicable = std::nullopt;
  if (kind != GateKind::at_target) gates.at_target = std::nullopt;
  if (kind != GateKind::pillar_at_target) gates.pillar_at_target = std::nullopt;
  if (kind != GateKind::responsibility_at_target) gates.responsibility_at_target = std::nullopt;
  if (kind != GateKind::floor) gates.floor = std::nullopt;
  if (kind != GateKind::shown) gates.shown = std::nullopt;
  return gates;
}

Gate judge_one(GateKind kind, const Assessment& assessment) {
  const Readiness readiness = judge(assessment, only(kind));
  REQUIRE(readiness.gates.size() == 1);
  CHECK(readiness.gates[0].kind == kind);
  return readiness.gates[0];
}

Evidence make_evidence_of(const char* day) { return {"Did it.", {}, *parse_date(day), ""}; }

Ratings repeat(int code, int count) { return Ratings(static_cast<std::size_t>(count), code); }

}  // namespace

TEST_CASE("gates are judged in the order of the format, and one that is off is not listed", "[analysis]") {
  const Assessment assessment = assess_coded({{{3, 3}}});
  Gates gates = assessment.ladder.gates;
  std::vector<std::string> names;
  for (const Gate& gate : judge(assessment, gates).gates) names.emplace_back(name_of(gate.kind));
  CHECK(names == std::vector<std::string>{"coverage", "not_applicable", "at_target", "pillar_at_target",
                                          "responsibility_at_target", "floor", "shown"});
  gates.floor = std::nullopt;
  gates.shown = std::nullopt;
  const Readiness readiness = judge(assessment, gates);
  CHECK(readiness.gates.size() == 5);
  CHECK(readiness.all_passed());
}

TEST_CASE("a share passes at its threshold exactly", "[analysis]") {
  const auto at_target = [](int part, int whole, double threshold) {
    Ratings ratings = repeat(2, whole);
    for (int index = 0; index < part; ++index) ratings[static_cast<std::size_t>(index)] = 3;
    Gates gates = only(GateKind::at_target);
    gates.at_target = threshold;
    return judge(assess_coded({{ratings}}), gates).gates[0];
  };
  CHECK(at_target(4, 5, 0.8).verdict == Verdict::passed);
  CHECK(at_target(4, 5, 0.8).needed == 4);
  CHECK(at_target(79, 100, 0.8).verdict == Verdict::falls_short);
  CHECK(at_target(79, 100, 0.8).needed == 80);
  CHECK(at_target(7, 10, 0.7).verdict == Verdict::passed);
  for (int whole = 1; whole <= 40; ++whole) {
    for (int part = 1; part <= whole; ++part) {
      const double threshold = double(part) / whole;
      CHECK(at_target(part, whole, threshold).needed == part);
      CHECK(at_target(part - 1, whole, threshold).verdict == Verdict::falls_short);
    }
  }
}

TEST_CASE("coverage counts no opportunity as answered", "[analysis]") {
  const Gate gate = judge_one(GateKind::coverage, assess_coded({{repeat(3, 8), {-1, 0, -2}}}));
  CHECK(gate.share == Share{9, 10});
  CHECK(gate.needed == 9);
  CHECK(gate.verdict == Verdict::passed);
  CHECK(judge_one(GateKind::coverage, assess_coded({{repeat(3, 8), {0, 0, -2}}})).verdict == Verdict::falls_short);
}

TEST_CASE("at most 15% of all behaviors may not apply, and no pillar wholly", "[analysis]") {
  Ratings ratings = repeat(3, 20);
  ratings[0] = ratings[1] = ratings[2] = -2;
  const Gate within = judge_one(GateKind::not_applicable, assess_coded({{ratings}}));
  CHECK(within.share == Share{3, 20});
  CHECK(within.needed == 3);
  CHECK(within.verdict == Verdict::passed);
  ratings[3] = -2;
  CHECK(judge_one(GateKind::not_applicable, assess_coded({{ratings}})).verdict == Verdict::falls_short);
  const Gate of_pillar = judge_one(GateKind::not_applicable, assess_coded({{repeat(3, 19)}, {{-2}}}));
  CHECK(of_pillar.share == Share{1, 20});
  CHECK(of_pillar.verdict == Verdict::falls_short);
  CHECK(of_pillar.parts == std::vector<GatePart>{{Verdict::falls_short, 1, std::nullopt, {1, 1}, 0}});
}

TEST_CASE("every pillar that is short is named with what it needs", "[analysis]") {
  const Gate gate =
      judge_one(GateKind::pillar_at_target, assess_coded({{{3, 3, 3}}, {{3, 3, 3, 2}, {2, 2, 2}}, {{2, 2, 3}}}));
  CHECK(gate.verdict == Verdict::falls_short);
  CHECK(gate.share == Share{1, 3});
  CHECK(gate.parts == std::vector<GatePart>{{Verdict::falls_short, 1, std::nullopt, {3, 7}, 5},
                                            {Verdict::falls_short, 2, std::nullopt, {1, 3}, 2}});
}

TEST_CASE("a pillar with nothing to judge leaves its gate open", "[analysis]") {
  const Gate open = judge_one(GateKind::pillar_at_target, assess_coded({{{3, 3}}, {{-2, -2}}}));
  CHECK(open.verdict == Verdict::open);
  CHECK(open.parts == std::vector<GatePart>{{Verdict::open, 1, std::nullopt, {0, 0}, 0}});
  const Gate falls_short = judge_one(GateKind::pillar_at_target, assess_coded({{{2, 2}}, {{-2, -2}}}));
  CHECK(falls_short.verdict == Verdict::falls_short);
  CHECK(falls_short.parts.size() == 2);
}

TEST_CASE("no responsibility of two or more that apply is wholly below target", "[analysis]") {
  const Gate gate =
      judge_one(GateKind::responsibility_at_target, assess_coded({{{2, 2, 3}, {2, -2}, {2, 1}}, {{3}, {-1, 2, -2}}}));
  CHECK(gate.verdict == Verdict::falls_short);
  CHECK(gate.share == Share{1, 3});
  CHECK(gate.parts ==
        std::vector<GatePart>{{Verdict::falls_short, 0, 2, {0, 2}, 1}, {Verdict::falls_short, 1, 1, {0, 2}, 1}});
  CHECK(judge_one(GateKind::responsibility_at_target, assess_coded({{{2, 3}, {1}}})).verdict == Verdict::passed);
  CHECK(judge_one(GateKind::responsibility_at_target, assess_coded({{{2, 3}, {0, 0}}})).verdict == Verdict::open);
  CHECK(judge_one(GateKind::responsibility_at_target, assess_coded({{{3}}})).verdict == Verdict::open);
}

TEST_CASE("the floor names the ratings below it", "[analysis]") {
  const Gate gate = judge_one(GateKind::floor, assess_coded({{{1, 2}, {3, 1, 0}}}));
  CHECK(gate.verdict == Verdict::falls_short);
  CHECK(gate.floor == 2);
  CHECK(gate.share == Share{2, 4});
  CHECK(gate.behaviors == std::vector<std::size_t>{0, 3});
  CHECK(judge_one(GateKind::floor, assess_coded({{{2, 2}}})).verdict == Verdict::passed);
  CHECK(judge_one(GateKind::floor, assess_coded({{{0, -1}}})).verdict == Verdict::open);
}

TEST_CASE("half of the ratings at target need evidence that counts", "[analysis]") {
  Assessment assessment = assess_coded({{{3, 4, 3, 2}}});
  assessment.answers[0].evidence = {make_evidence_of("2026-03-01")};
  assessment.answers[1].evidence = {make_evidence_of("2019-03-01")};
  assessment.answers[2].note = "I swear.";
  assessment.answers[3].evidence = {make_evidence_of("2026-03-01")};
  const Gate gate = judge_one(GateKind::shown, assessment);
  CHECK(gate.share == Share{1, 3});
  CHECK(gate.needed == 2);
  CHECK(gate.verdict == Verdict::falls_short);
  assessment.answers[1].evidence.push_back(make_evidence_of("2025-12-24"));
  CHECK(judge_one(GateKind::shown, assessment).verdict == Verdict::passed);
  CHECK(judge_one(GateKind::shown, assess_coded({{{2, 2}}})).verdict == Verdict::open);
}

TEST_CASE("where nothing applies no gate passes", "[analysis]") {
  const Readiness readiness = judge(assess_coded({{{-2, -2}}}), make_ladder().gates);
  for (const Gate& gate : readiness.gates)
    CHECK(gate.verdict == (gate.kind == GateKind::not_applicable ? Verdict::falls_short : Verdict::open));
  CHECK(readiness.passed() == 0);
  CHECK_FALSE(readiness.all_passed());
}

TEST_CASE("a blank assessment passes no gate", "[analysis]") {
  const Readiness readiness = judge(assess_coded({{{0, 0}}}), make_ladder().gates);
  CHECK(readiness.passed() == 0);
  CHECK(readiness.count(Verdict::falls_short) == 3);
  CHECK(readiness.count(Verdict::open) == 4);
}
