#include <fmt/format.h>

#include "catch.hpp"
#include "cli/program.hpp"
#include "golden.hpp"

using namespace rung;

namespace {

/// A winter and a spring by ana, and a draft by Ines.
struct Seasons : Bakery {
  Seasons() {
    at = "2026-01-15T09:00:00Z";
    run({"assess", "baker", "--set", "weigh=1", "--set", "fold=3", "--set", "wait=2", "--set", "steam=2", "--set",
         "colour=no opportunity"});
    at = "2026-04-15T09:00:00Z";
    write("spring.yaml",
          "weigh: {rating: 3, note: In grams since February., evidence: [2026-03-01 The recipe book in grams]}\n"
          "fold: 2\n"
          "wait: 3\n"
          "steam: 3\n"
          "colour: {rating: n/a, reason: the oven is not ours}\n");
    run({"assess", "baker", "--label", "spring", "--answers", "spring.yaml"});
    at = "2026-04-16T09:00:00Z";
    run({"assess", "baker", "--about", "ana", "--as", "Ines:peer", "--set", "weigh=2"});
  }
};

}  // namespace

TEST_CASE("whole outputs look as they did", "[cli]") {
  Seasons bakery;
  const std::vector<std::pair<std::string, std::vector<std::string>>> commands{
      {"report", {"report"}},
      {"diff", {"diff"}},
      {"list", {"list"}},
      {"ladder-list", {"ladder", "list"}},
      {"ladder-show", {"ladder", "show", "baker"}},
  };
  for (const auto& [name, arguments] : commands) {
    for (const int columns : {80, 40}) {
      for (const char* colour : {"never", "always"}) {
        bakery.environment.columns = columns;
        std::vector<std::string> all = arguments;
        all.insert(all.end(), {"--color", colour});
        const Ran ran = bakery.run(all);
        CHECK(ran.code == ExitCode::success);
        CHECK(ran.err.empty());
        const std::string ending = std::string(colour) == "always" ? ".colour.txt" : ".txt";
        check_golden(ran.out, fmt::format("cli/{}.{}{}", name, columns, ending));
      }
    }
  }
}
