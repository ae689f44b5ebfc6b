#include <functional>
#include <string>
#include <vector>

#include <fmt/format.h>

#include <rung/assessment/json.hpp>
#include <rung/ladder/builtin.hpp>
#include <rung/ladder/pack.hpp>

#include "catch.hpp"
#include "cli/program.hpp"

// The ways to fool oneself that Rung guards against, each by the whole program on the built-in ladder of 53 behaviors.

using namespace rung;

namespace {

const std::string proof = "evidence: [{text: Done and seen., on: 2026-02-20}]";

Ladder load_ic3() {
  for (const BuiltinLadder& builtin : builtin_ladders())
    if (builtin.id == "ic3-mle") return unpack_ladder(builtin.packed);
  return {};
}

std::string rated(int value) { return fmt::format("{}", value); }
std::string rated_with_proof(int value) { return fmt::format("{{rating: {}, {}}}", value, proof); }

/// A program in which 53 behaviors are answered at a time.
struct Reviewer : Program {
  /// What stands in an answers file for a behavior, by its number from 0.
  using Answers = std::function<std::string(std::size_t)>;

  Ran answer_all(const Answers& answer) {
    std::string yaml;
    std::size_t number = 0;
    const Ladder ladder = load_ic3();
    for (const PlacedBehavior& placed : list_behaviors(ladder))
      yaml += fmt::format("{}: {}\n", placed.behavior->key, answer(number++));
    write("answers.yaml", yaml);
    Ran ran = run({"assess", "--answers", "answers.yaml"});
    INFO(ran.err);
    REQUIRE((ran.code == ExitCode::success || ran.code == ExitCode::unfinished));
    return ran;
  }

  std::string report() { return unwrap(run({"report", "--full", "--no-pager"}).out); }
  ExitCode check() { return run({"report", "--check", "--no-pager"}).code; }
};

/// Whether a behavior is among every ninth: six of 53, never all of a responsibility.
bool is_ninth(std::size_t number) { return number % 9 == 8 || number == 4; }

}  // namespace

TEST_CASE("n/a abuse: one rating and 52 that do not apply pass no check", "[cli]") {
  Reviewer reviewer;
  reviewer.answer_all(
      [](std::size_t number) { return number == 0 ? rated_with_proof(3) : std::string("\"n/a: not in my job\""); });
  CHECK(reviewer.check() == ExitCode::negative);
  const std::string report = reviewer.report();
  CHECK_THAT(report, ContainsSubstring("52 of 53 not applicable (at most 7)"));
  CHECK_THAT(report, ContainsSubstring("with nothing to judge: Every pillar and Every responsibility."));
  CHECK_THAT(report, ContainsSubstring("1 of 1 at target (100%), 52 not applicable."));
  CHECK_THAT(report, ContainsSubstring("One reason for 52 of 52 behaviors that are not applicable: not in my job"));
}

TEST_CASE("n/a abuse: six without an opportunity cost no coverage", "[cli]") {
  Reviewer reviewer;
  reviewer.answer_all([](std::size_t number) { return is_ninth(number) ? "no opportunity" : rated_with_proof(3); });
  const std::string report = reviewer.report();
  CHECK_THAT(report, ContainsSubstring("53 of 53 (needs 48)") && ContainsSubstring("6 no opportunity"));
  CHECK_THAT(report, ContainsSubstring("All seven gates are passed."));
  CHECK(reviewer.check() == ExitCode::success);
}

TEST_CASE("lowering the bar: another target is a what-if that judges no gate", "[cli]") {
  Reviewer reviewer;
  reviewer.answer_all([](std::size_t) { return rated(2); });
  CHECK(reviewer.check() == ExitCode::negative);
  const Ran what_if = reviewer.run({"report", "--target", "2", "--no-pager"});
  CHECK(what_if.code == ExitCode::success);
  CHECK_THAT(unwrap(what_if.out),
             ContainsSubstring("What if the target were 2 Sometimes?") && ContainsSubstring("No gate is judged."));
  CHECK_THAT(unwrap(what_if.out), !ContainsSubstring("gates are") && !ContainsSubstring("passed"));
  const Ran checked = reviewer.run({"report", "--target", "2", "--check"});
  CHECK(checked.code == ExitCode::usage);
  CHECK(checked.out.empty());
  CHECK(reviewer.run({"export", "--target", "2", "-o", "what-if.json"}).code == ExitCode::success);
  CHECK_THAT(reviewer.read("what-if.json"),
             ContainsSubstring("\"what_if\": 2,") && ContainsSubstring("\"readiness\": null,"));
}

TEST_CASE("claims without proof: 53 notes leave everything claimed", "[cli]") {
  Reviewer reviewer;
  reviewer.answer_all([](std::size_t) { return std::string("{rating: 3, note: .}"); });
  const std::string report = reviewer.report();
  CHECK_THAT(report, ContainsSubstring("Claimed without evidence: 53 behaviors"));
  CHECK_THAT(report, ContainsSubstring("0 of 53 ratings at target have evidence, and 27 are needed"));
  CHECK(reviewer.check() == ExitCode::negative);
}

TEST_CASE("claims without proof: evidence of 2019 does not count", "[cli]") {
  Reviewer reviewer;
  const auto answer = [](const char* day) {
    return [day](std::size_t) { return fmt::format("{{rating: 3, evidence: [{{text: Did it., on: {}}}]}}", day); };
  };
  reviewer.answer_all(answer("2019-05-01"));
  CHECK_THAT(reviewer.report(), ContainsSubstring("Claimed without evidence: 53 behaviors"));
  reviewer.answer_all(answer("2024-09-13"));
  CHECK_THAT(reviewer.report(), ContainsSubstring("Claimed without evidence: 53 behaviors"));
  reviewer.answer_all(answer("2024-09-14"));
  CHECK_THAT(reviewer.report(), !ContainsSubstring("Claimed"));
  CHECK_THAT(reviewer.run({"report", "--format", "csv"}).out, ContainsSubstring(",shown,2024-09-14"));
}

TEST_CASE("claims without proof: a 4 without evidence is marked wherever it is listed", "[cli]") {
  Reviewer reviewer;
  reviewer.answer_all([](std::size_t number) { return number == 7 ? rated(4) : rated_with_proof(3 + (number < 2)); });
  const std::string report = reviewer.report();
  CHECK_THAT(report, ContainsSubstring("4 Beyond · no evidence"));
  CHECK_THAT(report, ContainsSubstring("1 of 3 ratings above target has no evidence that counts."));
  CHECK_THAT(reviewer.run({"report", "--format", "markdown"}).out, ContainsSubstring("4 Beyond · no evidence"));
}

TEST_CASE("leniency: one value for everything gets a second look, not a verdict", "[cli]") {
  Reviewer reviewer;
  reviewer.answer_all([](std::size_t) { return rated_with_proof(4); });
  const std::string report = reviewer.report();
  CHECK_THAT(report, ContainsSubstring("A second look"));
  CHECK_THAT(report, ContainsSubstring("One value for 53 of 53 ratings: 4 Beyond."));
  CHECK_THAT(report, ContainsSubstring("One value for all ratings within 6 of 6 pillars of 5 ratings or more"));
  CHECK(reviewer.check() == ExitCode::success);
  CHECK_THAT(reviewer.run({"report", "--json"}).out, ContainsSubstring("\"pattern\": \"one value\""));
  for (const char* file : {"page.html", "page.md"}) {
    CHECK(reviewer.run({"export", "-o", file}).code == ExitCode::success);
    CHECK_THAT(reviewer.read(file), ContainsSubstring("A second look"));
  }
}

TEST_CASE("under-rating: a 1 with three dated proofs is hinted at", "[cli]") {
  Reviewer reviewer;
  reviewer.answer_all([](std::size_t number) {
    if (number != 9) return rated_with_proof(3);
    return std::string(
        "{rating: 1, evidence: [{text: a, on: 2026-01-05}, {text: b, on: 2026-02-05}, {text: c, on: 2026-03-05}]}");
  });
  const std::string report = reviewer.report();
  CHECK_THAT(report, ContainsSubstring("1 of 1 ratings below target has 2 or more pieces of evidence."));
  CHECK_THAT(report, ContainsSubstring("Simplify the work"));
}

TEST_CASE("a rating that rose without new evidence since the assessment before is hinted at", "[cli]") {
  Reviewer reviewer;
  reviewer.at = "2025-10-01T09:00:00Z";
  reviewer.answer_all([](std::size_t) { return rated(2); });
  reviewer.at = "2026-03-14T09:00:00Z";
  reviewer.answer_all([](std::size_t number) { return number < 10 ? rated(3) : rated_with_proof(3); });
  CHECK_THAT(reviewer.report(), ContainsSubstring("10 of 53 ratings that rose since 2025-10-01 have no new evidence."));
}

TEST_CASE("ties as findings: no pillar is named while all pass, and all that are short are named", "[cli]") {
  Reviewer reviewer;
  reviewer.answer_all([](std::size_t) { return rated_with_proof(3); });
  CHECK_THAT(reviewer.report(), ContainsSubstring("✓ Every pillar 6 of 6") && !ContainsSubstring("needs 60") &&
                                    !ContainsSubstring("weakest"));
  // Direction is 16 to 21, Talent 22 to 29.
  reviewer.answer_all([](std::size_t number) { return rated_with_proof(number >= 19 && number < 26 ? 2 : 3); });
  const std::string report = reviewer.report();
  CHECK_THAT(report, ContainsSubstring("Direction has 3 of 6 at target and needs 4, Talent has 4 of 8 and needs 5"));
  CHECK_THAT(report, ContainsSubstring("nothing is at target in Direction › Strategy and Talent › Personal growth"));
}

TEST_CASE("carried answers as fresh judgment: they are counted, and old ones are marked", "[cli]") {
  Reviewer reviewer;
  reviewer.answer_all([](std::size_t) { return rated(3); });
  const std::string file = fmt::format("home/assessments/ic3-mle/{}", reviewer.files("home/assessments/ic3-mle").at(0));
  auto parsed = parse_assessment(reviewer.read(file), file);
  REQUIRE(parsed);
  Assessment& assessment = *parsed.value;
  for (std::size_t index = 0; index < assessment.answers.size(); ++index) {
    Answer& answer = assessment.answers[index];
    answer.origin = index < 13 ? Origin::asked : Origin::carried;
    if (index >= 13) answer.from = AnswerSource{"before", *parse_date(index == 20 ? "2025-01-10" : "2025-05-11")};
  }
  assessment.answers[20].rating = Rated{2};
  reviewer.write(file, to_json(assessment));
  const std::string report = reviewer.report();
  CHECK_THAT(report,
             ContainsSubstring("13 asked, 40 carried from Jan 10, 2025 to May 11, 2025, 1 of them older than a year"));
  CHECK_THAT(report, ContainsSubstring("carried from Jan 10, 2025, over a year old"));
  const std::string json = reviewer.run({"report", "--json"}).out;
  CHECK_THAT(json, ContainsSubstring("\"origin\": \"carried\"") && ContainsSubstring("\"sitting\": \"before\""));
  CHECK_THAT(json, ContainsSubstring("\"carried\": 40"));
}

TEST_CASE("promotion-checklist reading: the report says near its top that it is none", "[cli]") {
  Reviewer reviewer;
  reviewer.answer_all([](std::size_t number) { return number < 30 ? rated_with_proof(3) : rated(2); });
  const std::string report = reviewer.report();
  const std::size_t mirror = report.find("A mirror, not a promotion checklist");
  REQUIRE(mirror != std::string::npos);
  CHECK(mirror < report.find("gates are short"));
  for (const char* word : {"Readiness", "ready ", " failed", " fails"}) {
    INFO(word);
    CHECK_THAT(report, !ContainsSubstring(word));
  }
}

TEST_CASE("four states: no column holds two of them", "[cli]") {
  Reviewer reviewer;
  reviewer.answer_all([](std::size_t number) {
    if (number < 2) return std::string("unrated");
    if (number < 3) return std::string("\"n/a: nobody to mentor\"");
    return number < 6 ? std::string("no opportunity") : rated(3);
  });
  const std::string draft = fmt::format("home/drafts/{}", reviewer.files("home/drafts").at(0));
  const std::string report = unwrap(reviewer.run({"report", draft, "--full", "--no-pager"}).out);
  CHECK_THAT(report, ContainsSubstring("o no opportunity, · unrated, n not applicable"));
  CHECK_THAT(report, ContainsSubstring("Scope ··") && ContainsSubstring("n oo"));
}

TEST_CASE("a gate that the ladder turns off is not judged", "[cli]") {
  Bakery bakery;
  std::string yaml = Program::read_data("baker.yaml");
  yaml.insert(yaml.find("pillars:"), "gates: {shown: false, responsibility_at_target: false}\n");
  bakery.write("home/ladders/baker.yaml", yaml);
  bakery.rate_all(4, "2026-01-15T09:00:00Z");
  const Ran ran = bakery.run({"report", "--check"});
  CHECK(ran.code == ExitCode::success);
  CHECK_THAT(ran.out, ContainsSubstring("All five gates are passed.") && !ContainsSubstring("evidence,"));
  const Ran checked = bakery.run({"ladder", "check", "baker"});
  CHECK_THAT(unwrap(checked.out), ContainsSubstring("gates with their default: coverage, not_applicable, at_target, "
                                                    "pillar_at_target, floor"));
}
