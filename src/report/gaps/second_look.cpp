#include "second_look.hpp"

#include <algorithm>
#include <string>

#include <fmt/format.h>

#include "../data_words.hpp"
#include "../wording.hpp"

namespace rung {
namespace {

/// The most behaviors that are named; the JSON has all of them.
constexpr std::size_t most_behaviors = 5;

std::string_view have(const Share& share) { return share.part == 1 ? "has" : "have"; }

/// ` since 2026-05-11`; nothing without an earlier assessment.
std::string since(const Pattern& pattern) {
  return pattern.since ? fmt::format(" since\u00A0{}", format_date(*pattern.since)) : std::string();
}

std::string list_pillars(const Pattern& pattern, const Ladder& ladder) {
  std::string titles;
  for (const std::size_t pillar : pattern.pillars)
    titles += fmt::format("{}{}", titles.empty() ? "" : ", ", ladder.pillars[pillar].title);
  return titles;
}

std::string describe_reason(const Pattern& pattern, const Gaps& gaps) {
  const std::string reason = reason_of(gaps.answer(gaps.standings[pattern.behaviors.front()]).rating);
  return reason.empty() ? std::string(".") : fmt::format(": {}", reason);
}

std::string describe_pattern(const Pattern& pattern, const Gaps& gaps) {
  const Share& share = pattern.share;
  const std::string found = describe_counts(share);
  switch (pattern.kind) {
    case PatternKind::one_value:
      return fmt::format("One value for {} ratings: {}.", found, describe_value(gaps.scale(), *pattern.value));
    case PatternKind::flat_pillars:
      return fmt::format("One value for all ratings within {} pillars of {}\u00A0ratings or more: {}.", found,
                         pattern_limits.pillar_ratings, list_pillars(pattern, gaps.assessment.ladder));
    case PatternKind::above_without_evidence:
      return fmt::format("{} ratings above target {} no evidence that counts.", found, have(share));
    case PatternKind::below_with_evidence:
      return fmt::format("{} ratings below target {} {} or more pieces of evidence{}.", found, have(share),
                         pattern_limits.proofs, since(pattern));
    case PatternKind::raised_without_evidence:
      return fmt::format("{} ratings that rose{} {} no new evidence.", found, since(pattern), have(share));
    case PatternKind::note_unchanged:
      return fmt::format("{} ratings that moved{} {} the same note as then.", found, since(pattern), have(share));
    case PatternKind::many_not_applicable:
      return fmt::format("{} behaviors {} not applicable ({}%).", found, share.part == 1 ? "is" : "are",
                         percent(share));
    case PatternKind::repeated_reason:
      return fmt::format("One reason for {} behaviors that are not applicable{}", found,
                         describe_reason(pattern, gaps));
    case PatternKind::quick_answers:
      return fmt::format("The median answer took {:g}\u00A0seconds; {} took less than {}.", *pattern.seconds, found,
                         pattern_limits.quick.count());
  }
  return {};
}

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
