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

Item full_item(const Gaps& gaps, const Standing& standing) {
  const Answer& answer = gaps.answer(standing);
  Item item;
  item.title = {{gaps.place(standing).behavior->text}};
  item.details.push_back({{fmt::format("{} {} target\u00A0{}", describe_rating(gaps.scale(), answer.rating),
                                       standing.gap() ? "→" : "·", standing.target),
                           tone_at(standing),
                           {}},
                          {" · ", Tone::muted, {}},
                          {answer.behavior, Tone::key, {}}});
  item.notes = notes_of(answer);
  return item;
}

Item brief_item(const Gaps& gaps, const Standing& standing) {
  Item item;
  item.title = {{gaps.place(standing).behavior->text}};
  if (const auto value = standing.rating) {
    item.aside = {
        {*value < standing.target ? fmt::format("{} → {}", *value, standing.target) : fmt::format("rated {}", *value),
         Tone::muted,
         {}}};
  }
  return item;
}

std::string behaviors(const std::vector<std::size_t>& indices) {
  return count_of(static_cast<int>(indices.size()), "behavior");
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

std::string head_gaps(const Gaps& gaps) {
  const auto is_below = [&gaps](std::size_t index) { return gaps.standings[index].gap().has_value(); };
  const auto below = static_cast<int>(std::count_if(gaps.gaps.begin(), gaps.gaps.end(), is_below));
  const int waiting = static_cast<int>(gaps.gaps.size()) - below;
  if (below == 0) return fmt::format("Gaps: {} without an opportunity", count_of(waiting, "behavior"));
  auto text = fmt::format("Gaps: {} below target", count_of(below, "behavior"));
  if (waiting > 0)
    text += fmt::format(", {} without an opportunity", waiting);
  else if (below > 1)
    text += ", widest first";
  return text;
}

void compose_gap_list(Document& document, const GapReport& report) {
  const Gaps& gaps = report.gaps;
  if (gaps.gaps.empty()) {
    document.push_back(Heading{2, {{"Gaps"}}});
    document.push_back(Paragraph{{{explain_no_gaps(gaps.overall)}}});
    return;
  }
  document.push_back(Heading{2, {{head_gaps(gaps)}}});
  const auto total = static_cast<int>(gaps.gaps.size());
  const int listed = std::clamp(report.top.value_or(total), 0, total);
  Items items;
  for (int index = 0; index < listed; ++index) {
    const Standing& standing = gaps.standings[gaps.gaps[static_cast<std::size_t>(index)]];
    auto item = full_item(gaps, standing);
    if (std::holds_alternative<NoOpportunity>(gaps.answer(standing).rating))
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
  for (const std::size_t index : gaps.strengths) items.items.push_back(full_item(gaps, gaps.standings[index]));
  document.push_back(std::move(items));
}

void compose_not_applicable(Document& document, const Gaps& gaps) {
  if (gaps.not_applicable.empty()) return;
  document.push_back(Heading{2, {{fmt::format("Not applicable: {}", behaviors(gaps.not_applicable))}}});
  Items items;
  for (const std::size_t index : gaps.not_applicable) {
    const Standing& standing = gaps.standings[index];
    Item item;
    item.title = {{gaps.place(standing).behavior->text}};
    item.notes = notes_of(gaps.answer(standing));
    items.items.push_back(std::move(item));
  }
  document.push_back(std::move(items));
}

void compose_brief(Document& document, const Gaps& gaps, const std::vector<std::size_t>& indices,
                   const std::string& heading) {
  if (indices.empty()) return;
  document.push_back(Heading{2, {{heading}}});
  Items items{ItemForm::brief, {}};
  for (const std::size_t index : indices) items.items.push_back(brief_item(gaps, gaps.standings[index]));
  document.push_back(std::move(items));
}

}  // namespace

void compose_standings(Document& document, const GapReport& report) {
  const auto& gaps = report.gaps;
  compose_gap_list(document, report);
  compose_brief(document, gaps, gaps.closest,
                fmt::format("Closest wins: {} one step below target", behaviors(gaps.closest)));
  compose_strengths(document, gaps);
  compose_brief(document, gaps, gaps.claimed,
                fmt::format("Claimed, not shown: {} at target without a note or evidence", behaviors(gaps.claimed)));
  compose_not_applicable(document, gaps);
  // With nothing rated the list would only repeat the ladder.
  if (gaps.overall.unrated < gaps.overall.behaviors)
    compose_brief(document, gaps, gaps.unrated, fmt::format("Unrated: {}", behaviors(gaps.unrated)));
}

}  // namespace rung
