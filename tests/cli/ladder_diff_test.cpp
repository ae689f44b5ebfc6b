#include <string>

#include "catch.hpp"
#include "cli/program.hpp"

using namespace rung;

namespace {

/// A second ladder: one behavior in other words, all else as the baker's.
void write_next(const Program& program) {
  std::string yaml = Program::read_data("baker.yaml");
  const std::string old_words = "I weigh every ingredient, water included.";
  const std::size_t at = yaml.find(old_words);
  REQUIRE(at != std::string::npos);
  program.write("next.yaml", yaml.replace(at, old_words.size(), "I weigh every ingredient, water and salt included."));
}

}  // namespace

TEST_CASE("two ladders are compared by id or path, in every form", "[cli]") {
  Bakery bakery;
  write_next(bakery);
  const Ran text = bakery.run({"ladder", "diff", "baker", "next.yaml"});
  CHECK(text.code == ExitCode::success);
  CHECK(text.err.empty());
  CHECK_THAT(text.out, ContainsSubstring("4 identical · 1 reworded") && ContainsSubstring("{+and salt+}"));
  CHECK_THAT(bakery.run({"ladder", "diff", "baker", "next.yaml", "--json"}).out,
             ContainsSubstring("\"kind\": \"ladder diff\""));
  CHECK_THAT(bakery.run({"ladder", "diff", "baker", "next.yaml", "--format", "csv"}).out,
             Catch::Matchers::StartsWith("before,after,pillar,"));
}

TEST_CASE("comparing ladders needs two that can be used", "[cli]") {
  Bakery bakery;
  CHECK(bakery.run({"ladder", "diff", "baker"}).code == ExitCode::usage);
  CHECK(bakery.run({"ladder", "diff", "baker", "nowhere"}).code == ExitCode::bad_input);
}

TEST_CASE("a report against another ladder says what compares, and what must be asked again", "[cli]") {
  TwoSeasons bakery;
  write_next(bakery);
  const Ran ran = bakery.run({"report", "--against", "next.yaml"});
  CHECK(ran.code == ExitCode::success);
  // All are rated 3, without evidence; the target of one of the four with the same text is 4.
  CHECK_THAT(unwrap(ran.out), ContainsSubstring("4 of 5 behaviors are comparable; 1 is new") &&
                                  ContainsSubstring("Of the 4, 0 are shown, 3 claimed, 1 below target.") &&
                                  ContainsSubstring("Claimed: at target without evidence that counts: 3 behaviors") &&
                                  ContainsSubstring("Reworded, to be asked again: 1 behavior"));
  CHECK_THAT(bakery.run({"report", "--against", "next.yaml", "--json"}).out,
             ContainsSubstring("\"kind\": \"next level\""));
}

TEST_CASE("a report against another ladder has no gates, targets or widest gaps", "[cli]") {
  TwoSeasons bakery;
  for (const std::vector<std::string>& more :
       {std::vector<std::string>{"--check"}, {"--target", "2"}, {"--top", "1"}}) {
    std::vector<std::string> arguments{"report", "--against", "baker"};
    arguments.insert(arguments.end(), more.begin(), more.end());
    const Ran ran = bakery.run(arguments);
    CHECK(ran.code == ExitCode::usage);
    CHECK_THAT(ran.err, ContainsSubstring("cannot be used together"));
  }
}
