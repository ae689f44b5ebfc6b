#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <random>
#include <string>

#include <rung/assessment/json.hpp>
#include <rung/ladder/builtin.hpp>
#include <rung/ladder/parse.hpp>

namespace {

using namespace rung;

[[noreturn]] void fail(const char* message) {
  std::fprintf(stderr, "bench: %s\n", message);
  std::exit(1);
}

Ladder load_default() {
  for (const BuiltinLadder& builtin : builtin_ladders()) {
    if (builtin.id != "ic3-mle") continue;
    if (auto parsed = parse_ladder(builtin.yaml, "built-in"); parsed.value) return *std::move(parsed.value);
  }
  fail("there is no ladder to fill from");
}

/// Most behaviors rated, a third of them with a note, a tenth with evidence, as in an assessment that took an hour.
void answer(Assessment& assessment, std::mt19937& random) {
  const auto one_in = [&random](unsigned many) { return random() % many == 0; };
  for (Answer& one : assessment.answers) {
    one.answered_at = assessment.started_at;
    if (one_in(20)) {
      one.rating = one_in(2) ? Rating(NoOpportunity{}) : Rating(NotApplicable{"There is nobody to hire this year."});
      continue;
    }
    one.rating = Rated{static_cast<int>(1 + random() % 4)};
    if (one_in(3)) one.note = "The rollout in spring, which took two weeks longer than planned; see the retrospective.";
    if (one_in(10)) one.evidence = {{"Retrospective", "https://example.org/retro?id=" + std::to_string(random()), {}}};
  }
}

}  // namespace

/// Usage: rung_bench_fill HOME COUNT; COUNT assessments of the built-in ladder by kim, one a day. Nothing is synced.
int main(int argc, char** argv) {
  const int count = argc == 3 ? std::atoi(argv[2]) : 0;
  if (count <= 0) fail("usage: rung_bench_fill HOME COUNT");
  const Ladder ladder = load_default();
  const std::filesystem::path directory = std::filesystem::path(argv[1]) / "assessments" / ladder.id;
  std::filesystem::create_directories(directory);
  std::mt19937 random(1);
  Timestamp at{std::chrono::sys_days(std::chrono::year(1999) / 1 / 1) + std::chrono::hours(9), {}};
  for (int index = 0; index < count; ++index, at.at += std::chrono::days(1)) {
    Assessment assessment = start_assessment(ladder, {"kim", RaterRole::self}, "", at);
    assessment.finished_at = at;
    answer(assessment, random);
    std::ofstream(directory / (assessment.id + ".json"), std::ios::binary) << to_json(assessment);
  }
  return 0;
}
