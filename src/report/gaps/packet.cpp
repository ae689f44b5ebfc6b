#include "packet.hpp"

#include <fmt/format.h>

#include "../behavior_item.hpp"
#include "../wording.hpp"
#include "behaviors.hpp"
#include "head.hpp"
#include "verdict.hpp"

namespace rung {
namespace {

Item shown_item(const GapReport& report, const Standing& standing) {
  const Gaps& gaps = report.gaps;
  const Answer& answer = gaps.answer(standing);
  Item item = item_of(*gaps.place(standing).behavior);
  item.aside = {text(describe_rating(gaps.scale(), answer.rating), Tone::muted)};
  Answer proof;
  proof.evidence = answer.evidence;
  item.notes = notes_of(proof, evidence_window(gaps.assessment));
  return item;
}

/// The evidence of one pillar, under its responsibilities.
void compose_evidence(Document& document, const GapReport& report, const Indices& shown) {
  const Gaps& gaps = report.gaps;
  std::optional<std::size_t> responsibility;
  for (const std::size_t index : shown) {
    const Standing& standing = gaps.standings[index];
    if (responsibility != standing.at.responsibility) {
      responsibility = standing.at.responsibility;
      document.push_back(heading(3, gaps.place(standing).responsibility->title));
      document.push_back(Items{});
    }
    std::get<Items>(document.back()).items.push_back(shown_item(report, standing));
  }
}

void compose_pillar(Document& document, const GapReport& report, std::size_t pillar, const Indices& shown,
                    const Indices& claimed) {
  const Gaps& gaps = report.gaps;
  document.push_back(heading(2, fmt::format("{} · {} at target", gaps.assessment.ladder.pillars[pillar].title,
                                            describe_counts(gaps.pillars[pillar].tally.share_at_target()))));
  compose_evidence(document, report, shown);
  if (claimed.empty()) return;
  document.push_back(paragraph(
      fmt::format("{} at target without evidence.",
                  shown.empty() ? count_of(claimed.size(), "behavior") : fmt::format("{}\u00A0more", claimed.size())),
      Tone::muted));
}

void compose_goals(Document& document, const GapReport& report) {
  const Gaps& gaps = report.gaps;
  if (gaps.gaps.empty()) return;
  document.push_back(heading(2, "Goals", "goals"));
  document.push_back(list_items(gaps.gaps, [&](std::size_t index) {
    const Standing& standing = gaps.standings[index];
    Item goal = item_of(*gaps.place(standing).behavior);
    goal.aside = {text(describe_standing(gaps, standing), Tone::muted)};
    return goal;
  }));
}

}  // namespace

Document compose_packet(const GapReport& report) {
  Document document;
  compose_head(document, report);
  Judgement judgement = judge_in_words(report);
  judgement.gauges = list_gauges(report);
  document.push_back(std::move(judgement));
  const std::vector<Indices> shown = split_by_pillar(report.gaps, list_shown(report.gaps));
  const std::vector<Indices> claimed = split_by_pillar(report.gaps, report.gaps.claimed);
  for (std::size_t pillar = 0; pillar < shown.size(); ++pillar)
    compose_pillar(document, report, pillar, shown[pillar], claimed[pillar]);
  compose_goals(document, report);
  return document;
}

}  // namespace rung
