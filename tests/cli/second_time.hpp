#pragma once

#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include <rung/assessment/json.hpp>

#include "catch.hpp"
#include "cli/program.hpp"

namespace rung {

inline const std::string winter_assessment = "home/assessments/baker/2026-01-15-ana.json";
inline const std::string spring_assessment = "home/assessments/baker/2026-04-15-ana.json";

inline Assessment read_stored(const Program& program, const std::string& name) {
  auto parsed = parse_assessment(program.read(name), name);
  for (const Diagnostic& diagnostic : parsed.diagnostics) UNSCOPED_INFO(diagnostic.message);
  REQUIRE(parsed);
  return *std::move(parsed.value);
}

/// The answer whose key ends in `id`.
inline Answer answer_to(const Assessment& assessment, const std::string& id) {
  for (const Answer& answer : assessment.answers)
    if (answer.behavior.ends_with(fmt::format(".{}", id))) return answer;
  FAIL("no answer to " << id);
  throw std::logic_error("unreachable");
}

/// In winter two gaps, the second and the last behavior; all else is at target, and something is written about two of
/// them.
struct SecondTime : Bakery {
  SecondTime() {
    at = "2026-01-15T09:00:00Z";
    const Ran ran =
        run({"assess", "baker", "--set", "weigh=3", "--set", "fold=2", "--set", "wait=4", "--set", "steam=4", "--set",
             "colour=no opportunity", "--note", "weigh=Scales for everyone.", "--evidence",
             "weigh=2026-01-10 Weighed salt too https://example.org/salt", "--note", "fold=Too long."});
    REQUIRE(ran.code == ExitCode::success);
    at = "2026-04-15T09:00:00Z";
  }

  void edit_ladder(const std::string& what, const std::string& by) const {
    std::string text = read("home/ladders/baker.yaml");
    const std::size_t place = text.find(what);
    REQUIRE(place != std::string::npos);
    write("home/ladders/baker.yaml", text.replace(place, what.size(), by));
  }
};

inline const std::string colour_lines =
    "          - id: colour\n"
    "            text: I bake until the crust is dark.\n";

}  // namespace rung
