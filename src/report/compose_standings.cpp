#include <algorithm>
#include <string>

#include <fmt/format.h>

#include "compose_parts.hpp"
#include "wording.hpp"

namespace rung {
namespace {

Tone tone_at(const Standing& standing) {
  if (standing.is_above_target() || standing.is_at_target()) return Tone::good;
  return standing.gap().value_or(1) > 1 ? Tone::bad : Tone::warning;
}

Item full_item(const Standing& standing, const Scale& scale) {
  Item item;
  item.title = {{standing.text}};
  item.details.push_back({{fmt::format("{} {} target\u00A0{}", describe_rating(scale, standing.answer.rating),
                                       standing.gap() ? "→" : "·", standing.target),
                           tone_at(standing),
                           {}},
                          {" · ", Tone::muted, {}},
                          {standing.answer.behavior, Tone::key, {}}});
  item.notes = notes_of(standing.answer);
  return item;
}

Item brief_item(const Standing& standing) {
  Item item;
  item.title = {{standing.text}};
  if (const auto value = rated_value(standing.answer.rating)) {
    item.aside = {
        {*value < standing.target ? fmt::format("{} → {}", *value, standing.target) : fmt::format("rated {}", *value),
         Tone::muted,
         {}}};
  }
  return item;
}

void add_brief(Document& document, const std::vector<Standing>& standings) {
  Items items{ItemForm::brief, {}};
  for (const auto& standing : standings) items.items.push_back(brief_item(standing));
  document.push_back(std::move(items));
}

std::string behaviors(const std::vector<Standing>& standings) {
  return count_of(static_cast<int>(standings.size()), "behavior");
}

std::string explain_no_gaps(const Tally& overall) {
  if (overall.applicable() == 0) return "No gaps: no behavior applies, so there is nothing to judge.";
  if (overall.rated == 0) return "Nothing is rated yet, so no gap is known.";
  if (overall.rated < overall.applicable()) {
    return fmt::format(
        "No gaps so far: {} at or above target; the rest is not rated.",
        overall.rated == 1 ? "the one rated behavior is" : fmt::format("all {} rated behaviors are", overall.rated));
  }
  return overall.rated == 1 ? "No gaps: the one rated behavior is at or above its target."
                            : fmt::format("No gaps: all {} rated behaviors are at or above target.", overall.rated);
}

std::string head_gaps(const std::vector<Standing>& gaps) {
  const auto below =
      static_cast<int>(std::count_if(gaps.begin(), gaps.end(), [](const auto& one) { return one.gap().has_value(); }));
  const int waiting = static_cast<int>(gaps.size()) - below;
  if (below == 0) return fmt::format("Gaps: {} without an opportunity", count_of(waiting, "behavior"));
  auto text = fmt::format("Gaps: {} below target", count_of(below, "behavior"));
  if (waiting > 0)
    text += fmt::format(", {} without an opportunity", waiting);
  else if (below > 1)
    text += ", widest first";
  return text;
}

void compose_gap_list(Document& document, const GapReport& report) {
  const auto& gaps = report.gaps.gaps;
  if (gaps.empty()) {
    document.push_back(Heading{2, {{"Gaps"}}});
    document.push_back(Paragraph{{{explain_no_gaps(report.gaps.overall)}}});
    return;
  }
  document.push_back(Heading{2, {{head_gaps(gaps)}}});
  const auto total = static_cast<int>(gaps.size());
  const int listed = std::clamp(report.top.value_or(total), 0, total);
  Items items;
  for (int index = 0; index < listed; ++index) {
    const auto& standing = gaps[static_cast<std::size_t>(index)];
    auto item = full_item(standing, report.gaps.scale);
    if (std::holds_alternative<NoOpportunity>(standing.answer.rating))
      item.tags.push_back({"needs opportunity", Tone::warning});
    items.items.push_back(std::move(item));
  }
  if (!items.items.empty()) document.push_back(std::move(items));
  if (listed < total) {
    const auto more = listed == 0 ? fmt::format("{} not listed.", count_of(total, "gap"))
                                  : fmt::format("… and {} more.", total - listed);
    document.push_back(Paragraph{{{more, Tone::muted, {}}}});
  }
}

void compose_strengths(Document& document, const Gaps& gaps) {
  if (gaps.strengths.empty()) return;
  document.push_back(Heading{2, {{fmt::format("Strengths: {} above target", behaviors(gaps.strengths))}}});
  Items items;
  for (const auto& standing : gaps.strengths) items.items.push_back(full_item(standing, gaps.scale));
  document.push_back(std::move(items));
}

void compose_not_applicable(Document& document, const Gaps& gaps) {
  if (gaps.not_applicable.empty()) return;
  document.push_back(Heading{2, {{fmt::format("Not applicable: {}", behaviors(gaps.not_applicable))}}});
  Items items;
  for (const auto& standing : gaps.not_applicable) {
    Item item;
    item.title = {{standing.text}};
    item.notes = notes_of(standing.answer);
    items.items.push_back(std::move(item));
  }
  document.push_back(std::move(items));
}

void compose_brief(Document& document, const std::vector<Standing>& standings, const std::string& heading) {
  if (standings.empty()) return;
  document.push_back(Heading{2, {{heading}}});
  add_brief(document, standings);
}

}  // namespace

void compose_standings(Document& document, const GapReport& report) {
  const auto& gaps = report.gaps;
  compose_gap_list(document, report);
  compose_brief(document, gaps.closest, fmt::format("Closest wins: {} one step below target", behaviors(gaps.closest)));
  compose_strengths(document, gaps);
  compose_brief(document, gaps.claimed,
                fmt::format("Claimed, not shown: {} at target without a note or evidence", behaviors(gaps.claimed)));
  compose_not_applicable(document, gaps);
  // With nothing rated the list would only repeat the ladder.
  if (gaps.overall.unrated < gaps.overall.behaviors)
    compose_brief(document, gaps.unrated, fmt::format("Unrated: {}", behaviors(gaps.unrated)));
}

}  // namespace rung
