#include "catch.hpp"
#include "cli/program.hpp"

using namespace rung;

TEST_CASE("about and as choose among the latest", "[cli]") {
  TwoSeasons bakery;
  bakery.at = "2026-05-01T09:00:00Z";
  bakery.run({"assess", "baker", "--about", "ana", "--as", "Ines:peer", "--set", "weigh=1", "--partial"});
  CHECK_THAT(bakery.run({"report", "--as", "ana"}).out, ContainsSubstring("2026-04-15"));
  CHECK_THAT(bakery.run({"report", "--as", "Ines:peer"}).out, ContainsSubstring("2026-05-01"));
  CHECK_THAT(bakery.run({"report", "--about", "ana", "--as", "ana:self"}).out, ContainsSubstring("2026-04-15"));
  CHECK_THAT(bakery.run({"report", "latest~1", "--as", "ana"}).out, ContainsSubstring("2026-01-15"));
  CHECK(bakery.run({"report", "--as", "Ines:manager"}).code == ExitCode::bad_input);
  CHECK_THAT(bakery.run({"diff", "--as", "ana"}).out, ContainsSubstring("2026-01-15"));
  CHECK_THAT(bakery.run({"history", "--as", "Ines:peer", "--json"}).out, ContainsSubstring("2026-05-01"));
  CHECK(bakery.run({"export", "--as", "ana", "-o", "ana.md"}).code == ExitCode::success);
  CHECK_THAT(bakery.read("ana.md"), ContainsSubstring("2026-04-15"));
  for (const std::vector<std::string>& arguments :
       {std::vector<std::string>{"report", spring, "--as", "ana"},
        std::vector<std::string>{"diff", winter, "--about", "ana"}, std::vector<std::string>{"report", "--as", ":self"},
        std::vector<std::string>{"report", "--as", "ana:friend"}, std::vector<std::string>{"report", "--about", ""},
        std::vector<std::string>{"history", "--as", "a", "--rater", "a"},
        std::vector<std::string>{"export", "--all", "--format", "csv", "--as", "ana"}}) {
    INFO(arguments[0] << ' ' << arguments[1] << ' ' << arguments.back());
    CHECK(bakery.run(arguments).code == ExitCode::usage);
  }
}
