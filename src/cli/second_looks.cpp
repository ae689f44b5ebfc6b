#include "second_looks.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <string_view>

#include <rung/analysis/gaps.hpp>
#include <rung/analysis/patterns.hpp>
#include <rung/report/pattern_words.hpp>

namespace rung::cli {

std::vector<SecondLook> list_second_looks(const Assessment& draft, const Assessment* previous) {
  // E is the editor's, and the digits rate: what is typed ahead must not answer what it never saw.
  constexpr std::string_view keys = "ABCDFGHIJ";
  const Gaps gaps = find_gaps(draft, {});
  std::vector<SecondLook> looks;
  for (const Pattern& pattern : find_patterns(gaps, previous)) {
    if (pattern.behaviors.empty() || looks.size() == keys.size()) continue;
    looks.push_back({keys[looks.size()], describe_pattern(pattern, gaps), pattern.behaviors});
  }
  std::vector<std::size_t> claimed;
  for (const Standing& standing : gaps.standings)
    if (standing.is_claimed()) claimed.push_back(standing.at.number);
  if (!claimed.empty()) {
    looks.push_back({'v',
                     fmt::format("{} {} at target {} no evidence that counts.", claimed.size(),
                                 claimed.size() == 1 ? "rating" : "ratings", claimed.size() == 1 ? "has" : "have"),
                     claimed});
  }
  return looks;
}

}  // namespace rung::cli
