#include "head.hpp"

#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <rung/analysis/origins.hpp>
#include <rung/assessment/day_words.hpp>

#include "../wording.hpp"

namespace rung {
namespace {

/// `13 asked, 40 carried from May 11, 2 of them older than a year`
std::string describe_origins(const Assessment& assessment) {
  const OriginCounts origins = count_origins(assessment);
  if (origins.all_asked()) return {};
  std::vector<std::string> counts;
  const auto add = [&counts](int count, std::string_view what) {
    if (count > 0) counts.push_back(fmt::format("{}\u00A0{}", count, what));
  };
  add(origins.asked, to_string(Origin::asked));
  add(origins.given, to_string(Origin::given));
  add(origins.accepted, to_string(Origin::accepted));
  add(origins.carried, to_string(Origin::carried));
  if (origins.carried > 0) {
    const std::string oldest = glue(describe_day(*origins.oldest, assessment.on));
    const std::string youngest = glue(describe_day(*origins.youngest, assessment.on));
    counts.back() +=
        oldest == youngest ? fmt::format(" from {}", oldest) : fmt::format(" from {} to {}", oldest, youngest);
  }
  if (origins.stale > 0) counts.push_back(fmt::format("{}\u00A0of them older than a year", origins.stale));
  return fmt::format("{}", fmt::join(counts, ", "));
}

std::string describe_answers(const Tally& tally) {
  const std::string open = describe_open_states(states_of(tally));
  return fmt::format("{}\u00A0of\u00A0{} rated{}{}", tally.rated, tally.behaviors, open.empty() ? "" : ", ", open);
}

std::string describe_edition(const Ladder& ladder) {
  return ladder.version.empty() ? ladder.id : fmt::format("{} version\u00A0{}", ladder.id, ladder.version);
}

std::string describe_target(const Gaps& gaps) {
  const Ladder& ladder = gaps.assessment.ladder;
  const std::string target = fmt::format("target {}", describe_value(ladder.scale, gaps.target));
  if (gaps.target == ladder.target) return target;
  return fmt::format("{} (the ladder says {})", target, describe_value(ladder.scale, ladder.target));
}

/// By whom and when: `self · 2026-11-16`.
std::string describe_time(const Assessment& assessment) {
  const bool is_own = assessment.rater.role == RaterRole::self && assessment.subject.name == assessment.rater.name;
  return fmt::format(
      "{} · {}",
      is_own ? std::string(to_string(RaterRole::self)) : fmt::format("by {}", describe_rater(assessment.rater)),
      glue(describe_date(head_of(assessment))));
}

}  // namespace

Heading compose_title(const GapReport& report) {
  const Assessment& assessment = report.gaps.assessment;
  const std::string subject = assessment.subject.name.empty() ? "somebody unknown" : assessment.subject.name;
  return {1,
          {text(fmt::format("{} · {}", subject, assessment.ladder.title))},
          {},
          {text(describe_time(assessment), Tone::muted)}};
}

void compose_head(Document& document, const GapReport& report) {
  const Assessment& assessment = report.gaps.assessment;
  document.push_back(compose_title(report));
  std::vector<std::string> facts{assessment.label, describe_edition(assessment.ladder), describe_target(report.gaps),
                                 describe_answers(report.gaps.overall), describe_origins(assessment)};
  if (report.disclosure == Disclosure::redacted) facts.emplace_back("notes, evidence, and reasons left out");
  std::erase(facts, std::string());
  document.push_back(paragraph(fmt::format("{}", fmt::join(facts, " · ")), Tone::muted));
  document.push_back(
      paragraph("A mirror, not a promotion checklist: it shows the work as one rater sees it.", Tone::muted));
}

}  // namespace rung
