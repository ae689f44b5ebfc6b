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

#include "made.hpp"

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
    Assessment assessment =
        start_assessment({ladder, {"kim"}, {"kim", RaterRole::self}, "", std::to_string(index), at});
    assessment.finished_at = at;
    bench::answer(assessment, random);
    std::ofstream(directory / (assessment.id + ".json"), std::ios::binary) << to_json(assessment);
  }
  return 0;
}
