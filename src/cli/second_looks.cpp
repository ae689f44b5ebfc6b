#include "second_looks.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>

#include <rung/analysis/gaps.hpp>
#include <rung/analysis/patterns.hpp>
#include <rung/report/pattern_words.hpp>

namespace rung::cli {

std::vector<SecondLook> list_second_looks(const Assessment& draft, const Assessment* previous) {
  const Gaps gaps = find_gaps(draft, {});
  std::vector<SecondLook> looks;
  for (const Pattern& pattern : find_patterns(gaps, previous)) {
    if (pattern.behaviors.empty() || looks.size() == second_look_keys.size()) continue;
    looks.push_back({second_look_keys[looks.size()], describe_pattern(pattern, gaps), pattern.behaviors});
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
