#include "second_look.hpp"

#include <algorithm>
#include <string>

#include <fmt/format.h>

#include <rung/report/pattern_words.hpp>

#include "../wording.hpp"

namespace rung {
namespace {

/// The most behaviors that are named; the JSON has all of them.
constexpr std::size_t most_behaviors = 5;

Inline list_titles(const Pattern& pattern, const Gaps& gaps) {
  Inline titles;
  const std::size_t named = std::min(most_behaviors, pattern.behaviors.size());
  for (std::size_t index = 0; index < named; ++index) {
    if (index > 0) titles.push_back(text("\u00A0· ", Tone::muted));
    const Standing& standing = gaps.standings[pattern.behaviors[index]];
    titles.push_back(
        link_to(gaps.answer(standing).behavior, glue(short_name(*gaps.place(standing).behavior)), Tone::muted));
  }
  if (named < pattern.behaviors.size())
    titles.push_back(text(fmt::format(" and {}\u00A0more", pattern.behaviors.size() - named), Tone::muted));
  return titles;
}

}  // namespace

void compose_second_look(Document& document, const GapReport& report) {
  if (report.patterns.empty()) return;
  document.push_back(heading(2, "A second look", "second-look"));
  document.push_back(paragraph("These are hints. There may be good reasons, and none affects a gate.", Tone::muted));
  document.push_back(list_items(report.patterns, [&report](const Pattern& pattern) {
    return Item{{text(describe_pattern(pattern, report.gaps))}, {}, {list_titles(pattern, report.gaps)}};
  }));
}

}  // namespace rung
