#include <algorithm>

#include <fmt/format.h>

#include <rung/analysis/origins.hpp>
#include <rung/analysis/shown.hpp>

#include "../gate_words.hpp"
#include "../kinds.hpp"
#include "../pillar_radar.hpp"
#include "../wording.hpp"
#include "head.hpp"
#include "second_look.hpp"

namespace rung {
namespace {

void compose_readiness(Document& document, const GapReport& report) {
  const Readiness& readiness = report.readiness;
  if (readiness.gates.empty()) return;
  const Ladder& ladder = report.gaps.assessment.ladder;
  std::string head = fmt::format("Gates of {}{}: {} of {} passed", ladder.id,
                                 ladder.level.empty() ? "" : fmt::format(", level {}", ladder.level),
                                 readiness.passed(), readiness.gates.size());
  for (const Verdict verdict : {Verdict::falls_short, Verdict::open})
    if (const int count = readiness.count(verdict); count > 0) head += fmt::format(", {} {}", count, name_of(verdict));
  document.push_back(heading(2, head));
  Checks checks{{"Gate", "Verdict", "Found"}, {}};
  for (const Gate& gate : readiness.gates)
    checks.checks.push_back(
        {tag_of(gate.verdict), {text(name_gate(gate.kind))}, {text(describe_finding(gate, report.gaps))}});
  document.push_back(std::move(checks));
}

Cell count_cell(int count) { return count == 0 ? cell("·", Tone::muted) : number_cell(count); }

std::vector<StateColumn> list_states(const Tally& overall) {
  std::vector<StateColumn> states;
  for (const StateColumn& state : state_columns)
    if (overall.*state.count > 0) states.push_back(state);
  return states;
}

Row compose_row(const std::string& title, const Tally& tally, int depth, const std::vector<StateColumn>& states) {
  Row row{depth, {cell(title, depth == 0 ? Tone::strong : Tone::plain)}};
  for (const int count : tally.distribution) row.cells.push_back(count_cell(count));
  for (const StateColumn& state : states) row.cells.push_back(count_cell(tally.*state.count));
  const auto share = tally.share_at_target();
  row.cells.push_back(share.has_basis() ? Cell{{text(fmt::format("{}/{}", share.part, share.whole))}, share}
                                        : cell("·", Tone::muted));
  row.cells.push_back(count_cell(tally.widest_gap.value_or(0)));
  return row;
}

void compose_pillars(Document& document, const Gaps& gaps) {
  const std::vector<StateColumn> states = list_states(gaps.overall);
  Table table = table_of({{"Pillar"}});
  const auto add_count = [&table](std::string heading) {
    table.columns.push_back({std::move(heading), Align::right, Presence::always, Spacing::close});
  };
  for (const auto& point : gaps.scale().points) add_count(fmt::format("{}", point.value));
  for (const StateColumn& state : states) add_count(std::string(state.mark));
  table.columns.push_back({"At target", Align::right});
  table.columns.push_back({"Widest gap", Align::right, Presence::when_wide});
  const auto& pillars = gaps.assessment.ladder.pillars;
  for (std::size_t index = 0; index < pillars.size(); ++index) {
    const PillarStanding& standing = gaps.pillars[index];
    const auto& responsibilities = pillars[index].responsibilities;
    table.rows.push_back(compose_row(pillars[index].title, standing.tally, 0, states));
    for (std::size_t inner = 0; inner < responsibilities.size(); ++inner)
      table.rows.push_back(compose_row(responsibilities[inner].title, standing.responsibilities[inner], 1, states));
  }
  if (pillars.size() > 1) table.rows.push_back(compose_row("All pillars", gaps.overall, 0, states));
  document.push_back(heading(2, "By pillar"));
  document.push_back(std::move(table));
  document.push_back(paragraph(fmt::format("Behaviors by rating{}{}. At target is of those that apply.",
                                           states.empty() ? "" : "; ", explain_states(states)),
                               Tone::muted));
}

void compose_radar(Document& document, const GapReport& report) {
  const Gaps& gaps = report.gaps;
  if (gaps.pillars.size() < fewest_axes) return;
  PillarSeries now{"At target", {}};
  for (const PillarStanding& pillar : gaps.pillars) now.pillars.push_back(pillar.tally);
  document.push_back(
      make_pillar_radar("At target by pillar", gaps.assessment.ladder, {now}, find_needed_share(report.readiness)));
}

Tone tone_of(const Standing& standing) {
  if (standing.is_at_target()) return Tone::good;
  const auto gap = standing.gap();
  if (!gap) return Tone::muted;
  return *gap > 1 ? Tone::bad : Tone::warning;
}

StripCell strip_cell(const Gaps& gaps, const Standing& standing) {
  const Rating& rating = gaps.answer(standing).rating;
  StripCell mark{"·", describe_rating(gaps.scale(), rating), {}, tone_of(standing)};
  if (standing.rating) {
    mark.mark = fmt::format("{}", *standing.rating);
    mark.point = gaps.scale().index_of(*standing.rating);
  }
  if (std::holds_alternative<NotApplicable>(rating)) mark.mark = "n";
  if (std::holds_alternative<NoOpportunity>(rating)) mark.mark = "o";
  return mark;
}

std::string explain_marks(const Strip& strip) {
  std::vector<std::string> known;
  std::string legend;
  for (const auto& row : strip.rows) {
    for (const auto& one : row.cells) {
      if (one.point || std::find(known.begin(), known.end(), one.mark) != known.end()) continue;
      known.push_back(one.mark);
      legend += fmt::format("{}{}", legend.empty() ? "" : ", ", glue(fmt::format("{} {}", one.mark, one.name)));
    }
  }
  return legend;
}

void compose_strip(Document& document, const Gaps& gaps) {
  Strip strip{label_points(gaps.scale()), {}, {}, {"Responsibility", "Behaviors"}};
  auto standing = gaps.standings.begin();
  for (const Pillar& pillar : gaps.assessment.ladder.pillars) {
    strip.rows.push_back({pillar.title, 0, {}});
    for (const Responsibility& responsibility : pillar.responsibilities) {
      StripRow row{responsibility.title, 1, {}};
      for (std::size_t count = responsibility.behaviors.size(); count > 0; --count)
        row.cells.push_back(strip_cell(gaps, *standing++));
      strip.rows.push_back(std::move(row));
    }
  }
  strip.legend = explain_marks(strip);
  document.push_back(heading(2, "Every behavior"));
  document.push_back(std::move(strip));
}

/// ` · carried from 2026-05-11`; nothing for an answer of this assessment.
std::string describe_source(const Gaps& gaps, const Answer& answer) {
  if (answer.origin != Origin::carried) return {};
  return fmt::format(" · carried from\u00A0{}{}", format_date(source_of(gaps.assessment, answer).on),
                     is_stale(gaps.assessment, answer) ? ", over a year old" : "");
}

Item full_item(const Gaps& gaps, const Standing& standing) {
  const Answer& answer = gaps.answer(standing);
  const Tone tone = !standing.rating ? Tone::warning : tone_of(standing);
  Item item{{text(gaps.place(standing).behavior->text)},
            {},
            {{text(fmt::format("{} {} target\u00A0{}", describe_rating(gaps.scale(), answer.rating),
                               standing.gap() ? "→" : "·", standing.target),
                   tone),
              text(" · ", Tone::muted), text(answer.behavior, Tone::key)}},
            notes_of(answer, evidence_window(gaps.assessment)),
            {}};
  if (answer.origin == Origin::carried)
    item.details.front().push_back(
        text(describe_source(gaps, answer), is_stale(gaps.assessment, answer) ? Tone::warning : Tone::muted));
  if (standing.is_above_target() && standing.is_claimed()) item.tags.push_back({"no evidence", Tone::warning});
  return item;
}

Item brief_item(const Gaps& gaps, const Standing& standing) {
  Item item{{text(gaps.place(standing).behavior->text)}};
  if (const auto value = standing.rating) {
    const auto aside =
        *value < standing.target ? fmt::format("{} → {}", *value, standing.target) : fmt::format("rated {}", *value);
    const Answer& answer = gaps.answer(standing);
    item.aside = {text(aside, Tone::muted)};
    if (is_stale(gaps.assessment, answer)) item.aside.push_back(text(describe_source(gaps, answer), Tone::warning));
  }
  return item;
}

using Indices = std::vector<std::size_t>;

// Empty lists are left out, heading and all.
void compose_list(Document& document, const Gaps& gaps, const Indices& indices, const std::string& title,
                  Item (*make)(const Gaps&, const Standing&), ItemForm form = ItemForm::full) {
  if (indices.empty()) return;
  document.push_back(heading(2, title));
  document.push_back(list_items(
      indices, [&](std::size_t index) { return make(gaps, gaps.standings[index]); }, form));
}

std::string behaviors(const Indices& indices) { return count_of(indices.size(), "behavior"); }

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
  auto head = fmt::format("Gaps: {} below target", count_of(below, "behavior"));
  if (waiting > 0)
    head += fmt::format(", {} without an opportunity", waiting);
  else if (below > 1)
    head += ", widest first";
  return head;
}

Item gap_item(const Gaps& gaps, const Standing& standing) {
  Item item = full_item(gaps, standing);
  if (std::holds_alternative<NoOpportunity>(gaps.answer(standing).rating))
    item.tags.push_back({"needs opportunity", Tone::warning});
  return item;
}

void compose_gap_list(Document& document, const GapReport& report) {
  const Gaps& gaps = report.gaps;
  if (gaps.gaps.empty()) {
    document.push_back(heading(2, "Gaps"));
    document.push_back(paragraph(explain_no_gaps(gaps.overall)));
    return;
  }
  document.push_back(heading(2, head_gaps(gaps)));
  const auto total = static_cast<int>(gaps.gaps.size());
  const int listed = std::clamp(report.top.value_or(total), 0, total);
  const Indices top(gaps.gaps.begin(), gaps.gaps.begin() + listed);
  if (listed > 0)
    document.push_back(list_items(top, [&](std::size_t index) { return gap_item(gaps, gaps.standings[index]); }));
  if (listed == total) return;
  document.push_back(paragraph(listed == 0 ? fmt::format("{} not listed.", count_of(total, "gap"))
                                           : fmt::format("… and {} more.", total - listed),
                               Tone::muted));
}

Item excused_item(const Gaps& gaps, const Standing& standing) {
  return {{text(gaps.place(standing).behavior->text)}, {}, {}, notes_of(gaps.answer(standing)), {}};
}

/// What is at target, not above it, with evidence that counts.
Indices list_shown(const Gaps& gaps) {
  Indices shown;
  for (std::size_t index = 0; index < gaps.standings.size(); ++index)
    if (gaps.standings[index].is_shown() && !gaps.standings[index].is_above_target()) shown.push_back(index);
  return shown;
}

void compose_standings(Document& document, const Gaps& gaps) {
  compose_list(document, gaps, gaps.closest,
               fmt::format("Closest wins: {} one step below target", behaviors(gaps.closest)), brief_item,
               ItemForm::brief);
  compose_list(document, gaps, gaps.strengths, fmt::format("Strengths: {} above target", behaviors(gaps.strengths)),
               full_item);
  const Indices shown = list_shown(gaps);
  compose_list(document, gaps, shown, fmt::format("Shown: {} at target with evidence", behaviors(shown)), full_item);
  compose_list(document, gaps, gaps.claimed,
               fmt::format("Claimed, not shown: {} at target without evidence that counts", behaviors(gaps.claimed)),
               brief_item, ItemForm::brief);
  compose_list(document, gaps, gaps.not_applicable, fmt::format("Not applicable: {}", behaviors(gaps.not_applicable)),
               excused_item);
  // With nothing rated the list would only repeat the ladder.
  if (gaps.overall.unrated < gaps.overall.behaviors)
    compose_list(document, gaps, gaps.unrated, fmt::format("Unrated: {}", behaviors(gaps.unrated)), brief_item,
                 ItemForm::brief);
}

Row detail_row(const Gaps& gaps, const Standing& standing) {
  const auto gap = standing.gap();
  const PlacedBehavior placed = gaps.place(standing);
  const Answer& answer = gaps.answer(standing);
  const bool is_bare = standing.is_above_target() && standing.is_claimed();
  return {0,
          {cell(placed.responsibility->title, Tone::muted), cell(placed.behavior->text),
           cell(fmt::format("{}{}{}", describe_rating(gaps.scale(), answer.rating), is_bare ? " · no evidence" : "",
                            is_stale(gaps.assessment, answer) ? describe_source(gaps, answer) : ""),
                tone_of(standing)),
           cell(fmt::format("{}", standing.target)), gap ? cell(fmt::format("{}", *gap)) : cell("·", Tone::muted)}};
}

void compose_details(Document& document, const Gaps& gaps) {
  Details details{"All answers", {}};
  auto standing = gaps.standings.begin();
  for (std::size_t pillar = 0; pillar < gaps.pillars.size(); ++pillar) {
    const Tally& tally = gaps.pillars[pillar].tally;
    const auto share = tally.share_at_target();
    Fold fold{
        {text(gaps.assessment.ladder.pillars[pillar].title, Tone::strong),
         text(fmt::format(" · {}{}{}", describe(share), share.has_basis() ? " at target" : "",
                          tally.not_applicable > 0 ? fmt::format(" · {}\u00A0n/a", tally.not_applicable) : ""),
              Tone::muted)},
        table_of({{"Responsibility"}, {"Behavior"}, {"Rating"}, {"Target", Align::right}, {"Gap", Align::right}})};
    for (int count = tally.behaviors; count > 0; --count) fold.table.rows.push_back(detail_row(gaps, *standing++));
    details.folds.push_back(std::move(fold));
  }
  document.push_back(std::move(details));
}

}  // namespace

Document compose(const GapReport& report, Extent extent) {
  Document document;
  compose_head(document, report);
  compose_readiness(document, report);
  compose_pillars(document, report.gaps);
  compose_radar(document, report);
  compose_strip(document, report.gaps);
  compose_gap_list(document, report);
  compose_standings(document, report.gaps);
  compose_second_look(document, report);
  if (extent == Extent::full) compose_details(document, report.gaps);
  return document;
}

}  // namespace rung
