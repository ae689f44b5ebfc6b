#include <algorithm>

#include <fmt/format.h>

#include <rung/text/shell_word.hpp>

#include "../kinds.hpp"
#include "../wording.hpp"

namespace rung {
namespace {

/// So many of the latest ratings of a behavior are written out.
constexpr std::size_t most_ratings = 8;

std::string describe_span(const std::vector<TrendPoint>& points) {
  const auto count = count_of(points.size(), "assessment");
  if (points.empty()) return count;
  const std::string first = format_date(date_of(points.front().head));
  const std::string last = format_date(date_of(points.back().head));
  return first == last ? fmt::format("{}, {}", count, first) : fmt::format("{}, {} to {}", count, first, last);
}

bool is_self(const Subject& subject, const Rater& rater) {
  return rater.role == RaterRole::self && rater.name == subject.name;
}

std::string describe_others(const HistoryReport& report, const OtherSeries& other) {
  std::string about = other.subject.name.empty() ? "" : fmt::format(" --about {}", shell_word(other.subject.name));
  if (!other.rater.name.empty()) about += fmt::format(" --rater {}", shell_word(other.rater.name));
  return fmt::format("{}{} by {}: rung history {}{}", count_of(other.assessments, "assessment"),
                     other.subject == report.subject || other.subject.name.empty()
                         ? std::string()
                         : fmt::format(" about {}", other.subject.name),
                     describe_rater(other.rater), report.ladder_id, about);
}

void compose_head(Document& document, const HistoryReport& report) {
  document.push_back(heading(1, fmt::format("History: {}", report.ladder_title)));
  Facts facts{{fact("Ladder", report.ladder_id, Tone::key)}};
  if (!is_self(report.subject, report.rater))
    facts.facts.push_back(fact("About", report.subject.name.empty() ? "unknown" : report.subject.name));
  facts.facts.push_back(fact("Rater", describe_rater(report.rater)));
  if (report.since) facts.facts.push_back(fact("Since", format_date(*report.since)));
  facts.facts.push_back(fact("Finished", describe_span(report.trend.points)));
  for (const OtherSeries& other : report.others)
    facts.facts.push_back(fact("Left out", describe_others(report, other)));
  document.push_back(std::move(facts));
}

/// Columns that say something only here and there.
struct OptionalColumns {
  bool label = false;
  std::vector<StateColumn> states = {};
  bool carried = false;
  bool compared = false;
};

OptionalColumns choose_columns(const Trend& trend) {
  const auto any = [&trend](auto holds) { return std::any_of(trend.points.begin(), trend.points.end(), holds); };
  const int behaviors = trend.points.back().overall.behaviors;
  OptionalColumns shown;
  shown.label = any([](const TrendPoint& point) { return !point.head.label.empty(); });
  for (const StateColumn& state : state_columns)
    if (any([&state](const TrendPoint& point) { return point.overall.*state.count > 0; }))
      shown.states.push_back(state);
  shown.carried = any([](const TrendPoint& point) { return point.carried > 0; });
  shown.compared = any([behaviors](const TrendPoint& point) { return point.compared < behaviors; });
  return shown;
}

Row compose_point(const TrendPoint& point, const OptionalColumns& shown, int behaviors) {
  const Tally& tally = point.overall;
  const Share at_target = tally.share_at_target();
  const auto share = fmt::format("{}/{}\u00A0{:3}\u00A0%", at_target.part, at_target.whole, percent(at_target));
  Row row{0, {cell(format_date(date_of(point.head)))}};
  if (shown.label) row.cells.push_back(cell(point.head.label));
  row.cells.push_back(number_cell(tally.rated));
  for (const StateColumn& state : shown.states) row.cells.push_back(muted_zero_cell(tally.*state.count));
  if (shown.carried) row.cells.push_back(muted_zero_cell(point.carried));
  if (shown.compared) row.cells.push_back(cell(fmt::format("{}/{}", point.compared, behaviors)));
  row.cells.push_back(cell(at_target.has_basis() ? share : "–"));
  row.cells.push_back(
      cell(point.gates == 0 ? std::string("–") : fmt::format("{}/{}", point.gates_passed, point.gates)));
  return row;
}

bool skips_gates(const Trend& trend) {
  return std::any_of(trend.points.begin(), trend.points.end(),
                     [&trend](const TrendPoint& point) { return point.gates < trend.points.back().gates; });
}

void compose_points(Document& document, const HistoryReport& report) {
  const Trend& trend = report.trend;
  const OptionalColumns shown = choose_columns(trend);
  Table table = table_of({{"Date"}});
  const auto add = [&table](std::string_view heading, Presence presence) {
    table.columns.push_back({std::string(heading), Align::right, presence});
  };
  if (shown.label) table.columns.push_back({"Label", Align::left, Presence::when_wide});
  add("Rated", Presence::when_wide);
  for (const StateColumn& state : shown.states) add(state.mark, Presence::when_wide);
  if (shown.carried) add("Carried", Presence::when_wide);
  if (shown.compared) add("Same text", Presence::when_wide);
  add("At target", Presence::always);
  add("Gates", Presence::always);
  for (const TrendPoint& point : trend.points)
    table.rows.push_back(compose_point(point, shown, trend.points.back().overall.behaviors));
  document.push_back(std::move(table));
  const std::string states = explain_states(shown.states);
  document.push_back(
      paragraph(fmt::format("{}{}At target is of what applies.", states, states.empty() ? "" : ". "), Tone::muted));
  if (shown.compared)
    document.push_back(paragraph(
        "The ladder changed: Same text counts the behaviors of the latest ladder that were asked in the same words and "
        "on the same scale. The shares below count those of which that holds every time.",
        Tone::muted));
  if (skips_gates(trend)) document.push_back(paragraph("Gates that have changed since are not counted.", Tone::muted));
}

void compose_pillars(Document& document, const Trend& trend) {
  if (trend.points.size() < 2) return;
  document.push_back(heading(2, "At target, by pillar"));
  Curves curves;
  for (const TrendPoint& point : trend.points) curves.times.push_back(format_date(date_of(point.head)));
  for (std::size_t index = 0; index < trend.pillars.size(); ++index)
    curves.curves.push_back({trend.ladder.pillars[index].title, trend.pillars[index].at_target});
  document.push_back(std::move(curves));
}

std::string describe_answer(const TrendAnswer& answer) {
  switch (answer.state) {
    case TrendState::unrated: return "unrated";
    case TrendState::not_applicable: return "n/a";
    case TrendState::no_opportunity: return "no opportunity";
    case TrendState::rated: return fmt::format("{}", answer.rating);
    case TrendState::other_words: return "other words";
    case TrendState::other_scale: return "other scale";
    case TrendState::absent: return "not asked";
  }
  return {};
}

// What was carried is left out: it is the answer before it once more.
std::string describe_answers(const std::vector<TrendAnswer>& answers) {
  std::vector<std::string> asked;
  for (const TrendAnswer& answer : answers)
    if (!answer.is_carried) asked.push_back(describe_answer(answer));
  const std::size_t left_out = asked.size() - std::min(asked.size(), most_ratings);
  std::string words = left_out > 0 ? "…" : "";
  for (std::size_t index = left_out; index < asked.size(); ++index)
    words += fmt::format("{}{}", words.empty() ? "" : " → ", glue(asked[index]));
  return words;
}

Item compose_behavior(const Trend& trend, const BehaviorTrend& of_behavior, std::string finding) {
  const Behavior& behavior = *place(trend.ladder, of_behavior.at).behavior;
  return {{text(behavior.text)},
          {},
          {{text(std::move(finding), Tone::warning),
            text(fmt::format(" · target\u00A0{} · ", of_behavior.target), Tone::muted), text(behavior.key, Tone::key)}},
          {},
          {}};
}

void compose_never_moved(Document& document, const Trend& trend) {
  if (trend.points.size() < standstill) {
    document.push_back(paragraph("From the third assessment on, this also lists what never moved.", Tone::muted));
    return;
  }
  if (trend.never_moved.empty()) return;
  document.push_back(
      heading(2, fmt::format("Never moved: {} below target with the same rating the latest three times it was asked",
                             count_of(trend.never_moved.size(), "behavior"))));
  document.push_back(list_items(trend.never_moved, [&trend](const BehaviorTrend& one) {
    return compose_behavior(trend, one, fmt::format("rated\u00A0{}", one.last_rating()));
  }));
}

void compose_regressed(Document& document, const Trend& trend) {
  if (trend.regressed_twice.empty()) return;
  document.push_back(heading(2, fmt::format("Regressed twice: {} rated lower than before at least two times",
                                            count_of(trend.regressed_twice.size(), "behavior"))));
  document.push_back(list_items(trend.regressed_twice, [&trend](const BehaviorTrend& one) {
    return compose_behavior(
        trend, one, fmt::format("{}: {}", count_of(one.regressions, "regression"), describe_answers(one.answers)));
  }));
}

}  // namespace

Document compose(const HistoryReport& report, Extent /*extent*/) {
  Document document;
  compose_head(document, report);
  if (report.trend.points.empty()) {
    document.push_back(paragraph("No finished assessment is in it."));
    return document;
  }
  compose_points(document, report);
  compose_pillars(document, report.trend);
  compose_never_moved(document, report.trend);
  compose_regressed(document, report.trend);
  return document;
}

}  // namespace rung
