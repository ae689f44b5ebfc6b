#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <string_view>
#include <utility>

#include "child.hpp"
#include "figures.hpp"

namespace {

using bench::Row;
using bench::Rows;

constexpr std::pair<std::string_view, Rows (*)(const bench::Programs&)> figures[] = {
    {"first-prompt", bench::measure_first_prompt},
    {"assessment", bench::measure_assessments},
    {"refusal", bench::measure_refusals},
    {"report", bench::measure_report}};

void print(const Rows& rows) {
  for (const Row& row : rows)
    std::printf("%-44s %10s %10s   %s\n", row.name.c_str(), row.figure.c_str(), row.floor.c_str(), row.command.c_str());
}

}  // namespace

/// Usage: rung_bench RUNG FLOOR SCRATCH [FIGURE...]; without figures it measures all of them.
int main(int argc, char** argv) {
  if (argc < 4) bench::fail("usage: rung_bench RUNG FLOOR SCRATCH [first-prompt|assessment|refusal|report]...");
  const bench::Programs programs{argv[1], argv[2], argv[3]};
  const std::vector<std::string_view> wanted(argv + 4, argv + argc);
  for (const std::string_view name : wanted) {
    const auto is_it = [name](const auto& figure) { return figure.first == name; };
    if (std::none_of(std::begin(figures), std::end(figures), is_it)) bench::fail("no figure " + std::string(name));
  }
  print({{"figure", "rung", "floor", "command, in a pseudo-terminal"}});
  for (const auto& [name, measure] : figures)
    if (wanted.empty() || std::find(wanted.begin(), wanted.end(), name) != wanted.end()) print(measure(programs));
}
