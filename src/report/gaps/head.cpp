#include "head.hpp"

#include <string>
#include <string_view>

#include <fmt/format.h>

#include <rung/analysis/origins.hpp>

#include "../wording.hpp"

namespace rung {
namespace {

std::string describe_edition(const Ladder& ladder) {
  std::string edition = ladder.id;
  if (!ladder.level.empty()) edition += fmt::format(" · level\u00A0{}", ladder.level);
  if (!ladder.version.empty()) edition += fmt::format(" · version\u00A0{}", ladder.version);
  return edition;
}

std::string describe_counts(const Tally& tally) {
  std::string counts = fmt::format("{} of {} rated", tally.rated, count_of(tally.behaviors, "behavior"));
  if (tally.not_applicable > 0) counts += fmt::format(" · {}\u00A0not\u00A0applicable", tally.not_applicable);
  if (tally.no_opportunity > 0) counts += fmt::format(" · {}\u00A0no\u00A0opportunity", tally.no_opportunity);
  if (tally.unrated > 0) counts += fmt::format(" · {}\u00A0unrated", tally.unrated);
  return counts;
}

/// `13 asked · 40 carried from 2026-05-11 · 2 of them older than a year`
std::string describe_origins(const OriginCounts& origins) {
  std::string counts;
  const auto add = [&counts](int count, std::string_view what) {
    if (count > 0) counts += fmt::format("{}{}\u00A0{}", counts.empty() ? "" : " · ", count, what);
  };
  add(origins.asked, to_string(Origin::asked));
  add(origins.given, to_string(Origin::given));
  add(origins.accepted, to_string(Origin::accepted));
  add(origins.carried, to_string(Origin::carried));
  if (origins.carried == 0) return counts;
  counts += fmt::format(" from\u00A0{}", format_date(*origins.oldest));
  if (origins.oldest != origins.youngest) counts += fmt::format(" to\u00A0{}", format_date(*origins.youngest));
  if (origins.stale > 0) counts += fmt::format(" · {}\u00A0of them older than a year", origins.stale);
  return counts;
}

std::string describe_target(const Gaps& gaps) {
  const Ladder& ladder = gaps.assessment.ladder;
  const auto target = describe_value(ladder.scale, gaps.target);
  if (gaps.target == ladder.target) return target;
  return fmt::format("{} (as asked; the ladder says {})", target, describe_value(ladder.scale, ladder.target));
}

}  // namespace

void compose_head(Document& document, const GapReport& report) {
  const Assessment& assessment = report.gaps.assessment;
  document.push_back(heading(1, fmt::format("Gap report: {}", assessment.ladder.title)));
  if (report.what_if)
    document.push_back(
        Callout{{text(fmt::format("What if the target were {}? Gates are not judged.", *report.what_if))}});
  Facts facts{{fact("Ladder", describe_edition(assessment.ladder))}};
  if (assessment.subject.name != assessment.rater.name)
    facts.facts.push_back(fact("Subject", assessment.subject.name.empty() ? "unknown" : assessment.subject.name));
  facts.facts.push_back(fact("Rater", describe_rater(assessment.rater)));
  facts.facts.push_back(fact("Date", describe_date(head_of(assessment))));
  if (!assessment.label.empty()) facts.facts.push_back(fact("Label", assessment.label));
  facts.facts.push_back(fact("Scale", describe_scale(report.gaps.scale())));
  facts.facts.push_back(fact("Target", describe_target(report.gaps)));
  facts.facts.push_back(fact("Answers", describe_counts(report.gaps.overall)));
  const OriginCounts origins = count_origins(assessment);
  if (!origins.all_asked()) facts.facts.push_back(fact("Origin", describe_origins(origins)));
  add_disclosure(facts, report.disclosure);
  document.push_back(std::move(facts));
  document.push_back(
      Callout{{text("A mirror, not a promotion checklist: it shows where the work stands in the eyes of one rater.")}});
}

}  // namespace rung
