#include "behaviors.hpp"

#include <algorithm>
#include <string>

#include <fmt/format.h>

#include <rung/analysis/origins.hpp>
#include <rung/assessment/day_words.hpp>

#include "../behavior_item.hpp"
#include "../data_words.hpp"
#include "../wording.hpp"
#include "map.hpp"
#include "steps.hpp"

namespace rung {
namespace {

/// Parts of a line, separated by dots.
class DetailLine {
 public:
  void add(std::string words, Tone tone = Tone::muted) {
    if (words.empty()) return;
    if (!line_.empty()) line_.push_back(text("\u00A0· ", Tone::muted));
    line_.push_back(text(std::move(words), tone));
  }

  [[nodiscard]] Inline take() { return std::move(line_); }

 private:
  Inline line_;
};

/// Its number and title, text, note, and evidence.
Item compose_item(const GapReport& report, const Standing& standing) {
  const Gaps& gaps = report.gaps;
  Item item = item_of(*gaps.place(standing).behavior);
  item.title.insert(item.title.begin(), number_run(standing.at.number + 1));
  item.notes = notes_of(gaps.answer(standing), evidence_window(gaps.assessment));
  item.standpoint = standpoint_of(standing);
  return item;
}

/// `2 → 3 · Impact · never moved since 2024`; `why` may be empty.
Inline describe_place(const GapReport& report, const Standing& standing, const std::string& why) {
  const Gaps& gaps = report.gaps;
  const Answer& answer = gaps.answer(standing);
  DetailLine line;
  if (standing.rating) line.add(describe_standing(gaps, standing), standing.gap() ? Tone::warning : Tone::muted);
  line.add(gaps.place(standing).responsibility->title);
  line.add(why);
  line.add(describe_source(gaps, answer), is_stale(gaps.assessment, answer) ? Tone::warning : Tone::muted);
  return line.take();
}

Item gap_item(const GapReport& report, const Standing& standing) {
  Item item = compose_item(report, standing);
  item.aside = describe_place(report, standing, describe_standstill(report, standing));
  if (!standing.gap()) item.tags.push_back({"needs an opportunity", Tone::warning});
  return item;
}

Item claimed_item(const GapReport& report, const Standing& standing) {
  Item item = compose_item(report, standing);
  if (standing.is_above_target()) item.tags.push_back({"above target", Tone::good});
  return item;
}

Item rated_item(const GapReport& report, const Standing& standing) {
  Item item = claimed_item(report, standing);
  item.aside = describe_place(report, standing, {});
  return item;
}

Item above_item(const GapReport& report, const Standing& standing) {
  Item item{{number_run(standing.at.number + 1),
             link_to(report.gaps.answer(standing).behavior, short_name(*report.gaps.place(standing).behavior))}};
  item.aside = {text(describe_value(report.gaps.scale(), *standing.rating), Tone::muted)};
  if (standing.is_claimed()) item.aside.push_back(text("\u00A0· no evidence", Tone::warning));
  return item;
}

/// Without its reason, which stands above it.
Item grouped_item(const GapReport& report, const Standing& standing) {
  Item item = compose_item(report, standing);
  item.notes.erase(item.notes.begin());
  return item;
}

/// With its reason beside the title.
Item excused_item(const GapReport& report, const Standing& standing) {
  const std::string reason = reason_of(report.gaps.answer(standing).rating);
  if (reason.empty()) return compose_item(report, standing);
  Item item = grouped_item(report, standing);
  item.aside = {text(reason, Tone::muted)};
  return item;
}

/// The first behaviors, as many as the report lists.
Indices limit(const Indices& indices, const GapReport& report) {
  const auto all = static_cast<int>(indices.size());
  return {indices.begin(), indices.begin() + std::clamp(report.top.value_or(all), 0, all)};
}

void compose_rest(Document& document, std::size_t listed, std::size_t all) {
  if (listed == all) return;
  document.push_back(paragraph(
      listed == 0 ? fmt::format("{} not listed.", all) : fmt::format("… and {} more.", all - listed), Tone::muted));
}

using MakeItem = Item (*)(const GapReport&, const Standing&);

Items make_items(const GapReport& report, const Indices& indices, MakeItem make, ItemForm form = ItemForm::full) {
  return list_items(
      indices, [&](std::size_t index) { return make(report, report.gaps.standings[index]); }, form);
}

bool is_short(const GapReport& report, std::size_t pillar) {
  for (const Gate& gate : report.readiness.gates)
    for (const GatePart& part : gate.parts)
      if (gate.kind == GateKind::pillar_at_target && part.pillar == pillar && part.verdict == Verdict::falls_short)
        return true;
  return false;
}

/// Under the title of each pillar, in the order of `pillars`.
void compose_by_pillar(Document& document, const GapReport& report, const Indices& indices, MakeItem make,
                       const Indices& pillars) {
  const std::vector<Indices> split = split_by_pillar(report.gaps, indices);
  Indices ordered;
  for (const std::size_t pillar : pillars) ordered.insert(ordered.end(), split[pillar].begin(), split[pillar].end());
  const std::vector<Indices> listed = split_by_pillar(report.gaps, limit(ordered, report));
  for (const std::size_t pillar : pillars) {
    if (listed[pillar].empty()) continue;
    const Share share = report.gaps.pillars[pillar].tally.share_at_target();
    document.push_back(Heading{3,
                               {text(report.gaps.assessment.ladder.pillars[pillar].title),
                                text(fmt::format(" · {} at target", describe_counts(share)), Tone::muted)}});
    document.push_back(make_items(report, listed[pillar], make));
  }
  compose_rest(document, limit(ordered, report).size(), ordered.size());
}

Indices all_pillars(const GapReport& report) {
  Indices pillars(report.gaps.pillars.size());
  for (std::size_t pillar = 0; pillar < pillars.size(); ++pillar) pillars[pillar] = pillar;
  return pillars;
}

Indices short_pillars_first(const GapReport& report) {
  Indices pillars = all_pillars(report);
  std::stable_partition(pillars.begin(), pillars.end(),
                        [&report](std::size_t pillar) { return is_short(report, pillar); });
  return pillars;
}

std::string explain_no_gaps(const Tally& overall) {
  if (overall.applicable() == 0) return "No gaps: no behavior applies, so there is nothing to judge.";
  if (overall.rated == 0) return "Nothing is rated yet, so no gap is known.";
  if (overall.rated < overall.applicable())
    return overall.rated == 1
               ? "No gaps so far: the one rated behavior is at or above target; the rest is not rated."
               : fmt::format("No gaps so far: all {} rated behaviors are at or above target; the rest is not rated.",
                             overall.rated);
  return overall.rated == 1 ? "No gaps: the one rated behavior is at or above its target."
                            : fmt::format("No gaps: all {} rated behaviors are at or above target.", overall.rated);
}

std::string head_gaps(const Gaps& gaps) {
  const auto is_below = [&gaps](std::size_t index) { return gaps.standings[index].gap().has_value(); };
  const auto below = static_cast<int>(std::count_if(gaps.gaps.begin(), gaps.gaps.end(), is_below));
  const int waiting = static_cast<int>(gaps.gaps.size()) - below;
  if (below == 0) return fmt::format("Gaps: {} without an opportunity", waiting);
  if (waiting == 0) return fmt::format("Gaps: {} below target", below);
  return fmt::format("Gaps: {} below target, {} without an opportunity", below, waiting);
}

bool has_notes(const Gaps& gaps, std::size_t index) {
  const Answer& answer = gaps.answer(gaps.standings[index]);
  return !answer.note.empty() || !answer.evidence.empty() || is_stale(gaps.assessment, answer);
}

/// The heading of a fold, without its count, and its id.
struct FoldWords {
  std::string_view title;
  std::string_view id;
};

Fold start_fold(const Indices& indices, const FoldWords& words) {
  return {heading(2, fmt::format("{}: {}", words.title, count_of(indices.size(), "behavior")), std::string(words.id)),
          {}};
}

/// Behaviors that a terminal names by title, except for those with something written.
void compose_titles(Document& document, const GapReport& report, const Indices& indices, MakeItem make) {
  Indices bare;
  Indices noted;
  for (const std::size_t index : indices) (has_notes(report.gaps, index) ? noted : bare).push_back(index);
  if (!noted.empty()) document.push_back(make_items(report, noted, make));
  if (!bare.empty()) document.push_back(make_items(report, bare, make, ItemForm::joined));
}

Fold compose_fold(const GapReport& report, const Indices& indices, const FoldWords& words, MakeItem make) {
  const Indices listed = limit(indices, report);
  Fold fold = start_fold(indices, words);
  compose_titles(fold.content, report, listed, make);
  compose_rest(fold.content, listed.size(), indices.size());
  return fold;
}

/// Those of one reason, which may be empty.
struct ReasonGroup {
  std::string reason;
  Indices indices;
};

std::vector<ReasonGroup> group_by_reason(const Gaps& gaps, const Indices& indices) {
  std::vector<ReasonGroup> groups;
  for (const std::size_t index : indices) {
    const std::string reason = reason_of(gaps.answer(gaps.standings[index]).rating);
    const auto found = std::find_if(groups.begin(), groups.end(),
                                    [&reason](const ReasonGroup& group) { return group.reason == reason; });
    (found == groups.end() ? groups.emplace_back(ReasonGroup{reason, {}}) : *found).indices.push_back(index);
  }
  return groups;
}

/// A reason that several have stands once, above them.
Fold compose_excused(const GapReport& report, const Indices& indices) {
  const Indices listed = limit(indices, report);
  const std::vector<ReasonGroup> groups = group_by_reason(report.gaps, listed);
  const auto is_shared = [](const ReasonGroup& group) { return group.indices.size() > 1 && !group.reason.empty(); };
  Fold fold = start_fold(indices, {"Not applicable", "not-applicable"});
  Indices others;
  for (const ReasonGroup& group : groups)
    if (!is_shared(group)) others.insert(others.end(), group.indices.begin(), group.indices.end());
  compose_titles(fold.content, report, others, excused_item);
  for (const ReasonGroup& group : groups) {
    if (!is_shared(group)) continue;
    fold.content.push_back(
        Paragraph{{text(group.reason, Tone::strong),
                   text(fmt::format(" · {}", count_of(group.indices.size(), "behavior")), Tone::muted)}});
    compose_titles(fold.content, report, group.indices, grouped_item);
  }
  compose_rest(fold.content, listed.size(), indices.size());
  return fold;
}

}  // namespace

std::string describe_source(const Gaps& gaps, const Answer& answer) {
  if (answer.origin != Origin::carried) return {};
  return fmt::format("carried from {}{}", glue(describe_day(source_of(gaps.assessment, answer).on, gaps.assessment.on)),
                     is_stale(gaps.assessment, answer) ? ", over a year old" : "");
}

std::string describe_standing(const Gaps& gaps, const Standing& standing) {
  if (standing.gap()) return fmt::format("{}\u00A0→\u00A0{}", *standing.rating, standing.target);
  return describe_rating(gaps.scale(), gaps.answer(standing).rating);
}

Indices list_shown(const Gaps& gaps) {
  Indices shown;
  for (const Standing& standing : gaps.standings)
    if (standing.is_shown()) shown.push_back(standing.at.number);
  return shown;
}

std::vector<Indices> split_by_pillar(const Gaps& gaps, const Indices& indices) {
  std::vector<Indices> pillars(gaps.pillars.size());
  for (const std::size_t index : indices) pillars[gaps.standings[index].at.pillar].push_back(index);
  return pillars;
}

void compose_gaps(Document& document, const GapReport& report) {
  const Gaps& gaps = report.gaps;
  document.push_back(heading(2, gaps.gaps.empty() ? "Gaps" : head_gaps(gaps), "gaps"));
  if (gaps.gaps.empty()) return document.push_back(paragraph(explain_no_gaps(gaps.overall)));
  compose_by_pillar(document, report, gaps.gaps, gap_item, short_pillars_first(report));
}

void compose_shown(Document& document, const GapReport& report) {
  const Indices shown = list_shown(report.gaps);
  if (shown.empty()) return;
  document.push_back(heading(2, fmt::format("Shown: {} at target with evidence", shown.size()), "shown"));
  compose_by_pillar(document, report, shown, rated_item, all_pillars(report));
}

void compose_above(Document& document, const GapReport& report) {
  const Indices& above = report.gaps.strengths;
  if (above.empty()) return;
  document.push_back(heading(2, fmt::format("Above target: {}", count_of(above.size(), "behavior")), "above"));
  document.push_back(make_items(report, limit(above, report), above_item, ItemForm::brief));
  compose_rest(document, limit(above, report).size(), above.size());
}

void compose_claimed(Document& document, const GapReport& report) {
  if (report.gaps.claimed.empty()) return;
  document.push_back(compose_fold(report, report.gaps.claimed, {"Claimed without evidence", "claimed"}, claimed_item));
}

void compose_open(Document& document, const GapReport& report) {
  const Gaps& gaps = report.gaps;
  const auto add = [&](const Indices& indices, const FoldWords& words, MakeItem make) {
    if (indices.empty()) return;
    document.push_back(compose_fold(report, indices, words, make));
  };
  if (!gaps.not_applicable.empty()) document.push_back(compose_excused(report, gaps.not_applicable));
  // With nothing rated, the list would only repeat the ladder.
  Indices unrated = gaps.unrated;
  if (gaps.overall.unrated == gaps.overall.behaviors)
    std::erase_if(unrated, [&gaps](std::size_t index) { return !has_notes(gaps, index); });
  add(unrated, {"Unrated", "unrated"}, compose_item);
}

}  // namespace rung
