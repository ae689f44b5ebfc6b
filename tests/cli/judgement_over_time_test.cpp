#include <fmt/format.h>

#include <rung/assessment/json.hpp>
#include <rung/ladder/parse.hpp>

#include "catch.hpp"
#include "cli/program.hpp"

using namespace rung;

// One case for each way to fool oneself over time, with the whole program.

namespace {

/// A bakery into which assessments are put as files.
struct Archive : Bakery {
  Ladder ladder = parse_ladder(read_data("baker.yaml"), "baker.yaml").value.value();

  /// About Ana by herself, judged and finished on `day`; the answers are those of `ratings`, in ladder order.
  [[nodiscard]] Assessment rated(const std::string& day, const std::vector<Rating>& ratings) const {
    const Timestamp noon = parse_timestamp(fmt::format("{}T12:00:00Z", day)).value();
    Assessment assessment = start_assessment(
        {ladder, {"Ana"}, {"Ana", RaterRole::self}, "", fmt::format("{:0>32}", day.substr(5, 2)), noon});
    assessment.finished_at = noon;
    for (std::size_t index = 0; index < ratings.size(); ++index) assessment.answers[index].rating = ratings[index];
    return assessment;
  }

  void keep(const Assessment& assessment) const {
    write(fmt::format("home/assessments/{}/{}.json", assessment.ladder.id, assessment.id), to_json(assessment));
  }
};

Behavior& first_behavior(Ladder& ladder) { return ladder.pillars[0].responsibilities[0].behaviors[0]; }

std::vector<Rating> all(int value) { return std::vector<Rating>(5, Rated{value}); }

Evidence proof_of(const std::string& text, const char* day) { return {text, {}, parse_date(day).value(), ""}; }

Assessment by(Assessment assessment, const Subject& subject, const Rater& rater) {
  assessment.subject = subject;
  assessment.rater = rater;
  assessment.id = fmt::format("{}-{}", format_date(assessment.on), make_pair_slug(subject, rater));
  return assessment;
}

}  // namespace

TEST_CASE("ladder change as growth: other words, thresholds and behaviors are no change of a rating", "[cli]") {
  Archive bakery;
  bakery.keep(bakery.rated("2025-01-15", {Rated{4}, Rated{3}, Rated{3}, Rated{4}, Rated{3}}));
  first_behavior(bakery.ladder).text = "My whole bakery weighs every ingredient.";
  bakery.ladder.gates.at_target = 0.1;
  bakery.keep(bakery.rated("2025-07-15", {Rated{3}, Rated{3}, Rated{3}, Rated{4}, Rated{3}}));
  first_behavior(bakery.ladder).text = "All bakers of the town weigh as I do.";
  bakery.keep(bakery.rated("2026-01-15", {Rated{1}, Rated{3}, Rated{3}, Rated{4}, Rated{3}}));

  const std::string history = bakery.run({"history", "--json"}).out;
  CHECK_THAT(history, ContainsSubstring("\"regressed_twice\": []"));
  CHECK_THAT(history, ContainsSubstring("\"compared\": 4"));
  CHECK_THAT(unwrap(bakery.run({"history"}).out), ContainsSubstring("The ladder changed: Same text counts"));

  const std::string diff = unwrap(bakery.run({"diff", "2025-01", "2025-07"}).out);
  CHECK_THAT(diff, ContainsSubstring("No rating changed: 4 unchanged."));
  CHECK_THAT(diff, ContainsSubstring("The ladder changed"));
  CHECK_THAT(diff, ContainsSubstring("Gate at_target 80% → 10%"));
  CHECK_THAT(diff, ContainsSubstring("Reworded: 1 behavior"));
  CHECK(diff.find("Regressed") == std::string::npos);
  const std::string data = bakery.run({"diff", "2025-01", "2025-07", "--json"}).out;
  CHECK(data.find("\"gate\": \"at_target\",\n      \"before\": \"passed\"") == std::string::npos);
  CHECK_THAT(data, ContainsSubstring("\"gate\": \"coverage\",\n      \"before\": \"passed\""));
}

TEST_CASE("two people as one: neither a diff nor a history mixes subjects and raters", "[cli]") {
  Archive bakery;
  bakery.keep(bakery.rated("2025-09-01", all(2)));
  bakery.keep(bakery.rated("2026-01-15", all(3)));
  const Assessment base = bakery.rated("2026-02-15", all(1));
  bakery.keep(by(base, {"Ana"}, {"Ines", RaterRole::manager}));
  bakery.keep(by(base, {"Bo"}, {"Ines", RaterRole::manager}));

  const Ran refused = bakery.run({"diff", "2026-01-15-ana", "2026-02-15-ana--by--ines"});
  CHECK(refused.code == ExitCode::usage);
  CHECK(refused.out.empty());
  CHECK(unwrap(refused.err) ==
        "rung: baker/2026-01-15-ana is about Ana by Ana (self), baker/2026-02-15-ana--by--ines is about Ana by Ines "
        "(manager): a diff compares two times of one subject and one rater hint: report each: `rung report "
        "baker/2026-01-15-ana`, `rung report baker/2026-02-15-ana--by--ines`");
  CHECK(bakery.run({"diff", "2026-02-15-ana", "2026-02-15-bo"}).code == ExitCode::usage);
  CHECK(bakery.run({"diff", "2025-09-01"}).code == ExitCode::success);

  const std::string own = unwrap(bakery.run({"history"}).out);
  CHECK_THAT(own, ContainsSubstring("Ana (self)"));
  CHECK_THAT(own, ContainsSubstring("2 assessments, 2025-09-01 to 2026-01-15"));
  CHECK_THAT(own, ContainsSubstring("1 assessment by Ines (manager): rung history baker --about Ana --rater Ines"));
  CHECK_THAT(own,
             ContainsSubstring("1 assessment about Bo by Ines (manager): rung history baker --about Bo --rater Ines"));

  const std::string about_bo = unwrap(bakery.run({"history", "--about", "Bo"}).out);
  CHECK_THAT(about_bo, ContainsSubstring("About Bo") && ContainsSubstring("Ines (manager)"));
  CHECK_THAT(about_bo, ContainsSubstring("1 assessment, 2026-02-15"));
  const Ran nobody = bakery.run({"history", "baker", "--about", "Cy"});
  CHECK(nobody.code == ExitCode::bad_input);
  CHECK_THAT(unwrap(nobody.err), ContainsSubstring("no finished assessment on the ladder `baker` about `Cy` yet"));
}

TEST_CASE("the mean: what rose and what fell are counted, and nothing lies between two points", "[cli]") {
  Archive bakery;
  bakery.keep(bakery.rated("2025-09-01", all(3)));
  bakery.keep(bakery.rated("2026-01-15", {Rated{4}, Rated{2}, Rated{3}, Rated{3}, Rated{3}}));
  const std::string text = unwrap(bakery.run({"diff"}).out);
  CHECK_THAT(text, ContainsSubstring("1 regressed · 1 improved · 3 unchanged"));
  CHECK_THAT(text, ContainsSubstring("3/3 → 2/3 1 up, 1 down"));
  for (const char* format : {"text", "json", "csv", "html", "markdown"}) {
    INFO(format);
    for (const char* command : {"diff", "report"}) {
      const std::string out = bakery.run({command, "--format", format}).out;
      for (const char* word : {"et points", "net_points", "edian", "iddle rating"})
        CHECK(out.find(word) == std::string::npos);
    }
  }
}

TEST_CASE("ties as findings: a pillar that stayed as it was is no news", "[cli]") {
  Archive bakery;
  bakery.keep(bakery.rated("2025-09-01", all(3)));
  bakery.keep(bakery.rated("2026-01-15", all(3)));
  const std::string text = bakery.run({"diff"}).out;
  CHECK_THAT(unwrap(text), ContainsSubstring("No rating changed: 5 unchanged."));
  CHECK(text.find("by pillar") == std::string::npos);
  CHECK(text.find("eakest") == std::string::npos);
}

TEST_CASE("carried and accepted answers as fresh judgment: what was carried was not asked again", "[cli]") {
  Archive bakery;
  Assessment first = bakery.rated("2024-09-01", all(2));
  first.answers[2].rating = Rated{3};
  first.answers[2].evidence = {proof_of("Saturday rush", "2024-06-01")};
  bakery.keep(first);
  for (const char* day : {"2025-02-01", "2025-08-01", "2026-01-15"}) {
    Assessment later = bakery.rated(day, all(2));
    later.answers[0].rating = Rated{3};
    for (std::size_t index = 1; index < 5; ++index) {
      later.answers[index] = first.answers[index];
      later.answers[index].origin = Origin::carried;
      later.answers[index].from = AnswerSource{first.sitting, first.on};
    }
    bakery.keep(later);
  }
  const std::string diff = unwrap(bakery.run({"diff", "2024-09-01", "2026-01-15"}).out);
  CHECK_THAT(diff, ContainsSubstring("1 improved · none unchanged · 4 not asked again"));
  CHECK_THAT(diff, ContainsSubstring("Not asked again: 4 behaviors"));
  CHECK_THAT(diff, ContainsSubstring("Too old now: 2024-06-01 Saturday rush"));
  CHECK_THAT(
      bakery.run({"diff", "2024-09-01", "2026-01-15", "--format", "csv"}).out,
      ContainsSubstring("not asked again,dough,proving,dough.proving.wait") && ContainsSubstring("carried,0,yes"));
  CHECK_THAT(bakery.run({"history", "--json"}).out, ContainsSubstring("\"never_moved\": []"));
}

TEST_CASE("proof that vanishes: a diff lists the evidence that came in between", "[cli]") {
  Archive bakery;
  Assessment first = bakery.rated("2025-09-01", all(2));
  first.answers[0].evidence = {proof_of("Scales bought", "2025-08-01")};
  bakery.keep(first);
  Assessment later = bakery.rated("2026-01-15", all(3));
  later.answers[0].evidence = {first.answers[0].evidence[0], proof_of("Water weighed", "2025-12-01")};
  bakery.keep(later);
  const std::string text = unwrap(bakery.run({"diff"}).out);
  CHECK_THAT(text, ContainsSubstring("New evidence: 2025-12-01 Water weighed"));
  CHECK(text.find("Scales bought") == std::string::npos);
  const std::string redacted = bakery.run({"diff", "--redact"}).out;
  CHECK(redacted.find("Water weighed") == std::string::npos);
}

TEST_CASE("words: how far another level is counts what compares, and shown means evidence", "[cli]") {
  Archive bakery;
  Assessment one = bakery.rated("2026-01-15", {Rated{3}, Rated{3}, NotApplicable{"No proving."}, NoOpportunity{}});
  one.answers[0].evidence = {proof_of("Water weighed", "2025-12-01")};
  one.answers[1].note = "Shown to everybody.";
  bakery.keep(one);
  bakery.write("next.yaml", R"(format: rung-ladder/1
id: master
title: Master Baker
level: B3
scale:
  - {value: 1, label: Cold}
  - {value: 2, label: Warm}
  - {value: 3, label: Hot}
  - {value: 4, label: Glowing}
target: 3
pillars:
  - id: dough
    title: Dough
    responsibilities:
      - id: mixing
        title: Mixing
        behaviors:
          - {id: weigh, text: "I weigh every ingredient, water included."}
          - {id: fold, text: I fold gently and stop when the dough is smooth.}
          - {id: teach, text: Apprentices learn to knead from me.}
      - id: proving
        title: Proving
        behaviors:
          - {id: wait, text: "I wait until the dough is ready, not until the clock says so."}
  - id: oven
    title: Oven
    responsibilities:
      - id: baking
        title: Baking
        behaviors:
          - {id: steam, text: I give the oven steam in the first ten minutes.}
          - {id: colour, text: Every baker in town asks me how dark a crust may be.}
)");
  const Ran ran = bakery.run({"report", "--against", "next.yaml"});
  CHECK(ran.code == ExitCode::success);
  const std::string text = unwrap(ran.out);
  CHECK_THAT(text, ContainsSubstring(
                       "4 of 6 behaviors are comparable; 2 are new at B3. Of the 4, 1 is shown, 1 claimed, 1 not "
                       "applicable, 1 without an opportunity."));
  CHECK_THAT(text, ContainsSubstring("Claimed: at target without evidence that counts: 1 behavior"));
  CHECK_THAT(text, ContainsSubstring("No opportunity: 1 behavior"));
  CHECK_THAT(text, ContainsSubstring("Not applicable: 1 behavior"));
  CHECK_THAT(text, ContainsSubstring("In B2") && ContainsSubstring("In B3"));
  for (const char* word : {"%", "Before", "After", "not rated"}) CHECK(ran.out.find(word) == std::string::npos);
  const std::string csv = bakery.run({"report", "--against", "next.yaml", "--format", "csv"}).out;
  for (const char* standing : {"shown", "claimed", "not applicable", "no opportunity", "new"})
    CHECK_THAT(csv, ContainsSubstring(fmt::format(",{},", standing)));
  const std::string pair = unwrap(bakery.run({"ladder", "diff", "baker", "next.yaml"}).out);
  CHECK_THAT(pair, ContainsSubstring("In B2 Baker (baker)") && ContainsSubstring("In B3 Master Baker (master)"));
  CHECK(pair.find("Before") == std::string::npos);
}

TEST_CASE("a history goes by the dates that are judged", "[cli]") {
  Archive bakery;
  Assessment looking_back = bakery.rated("2026-03-01", all(1));
  looking_back.on = parse_date("2025-06-30").value();
  looking_back.id = "2025-06-30-ana";
  bakery.keep(looking_back);
  bakery.keep(bakery.rated("2026-01-15", all(3)));
  const std::string history = bakery.run({"history", "--json"}).out;
  CHECK(history.find("2025-06-30-ana") < history.find("2026-01-15-ana"));
  CHECK_THAT(unwrap(bakery.run({"history", "--since", "2026-01-01"}).out),
             ContainsSubstring("1 assessment, 2026-01-15"));
}
