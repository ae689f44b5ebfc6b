#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include <rung/text/shell_word.hpp>

#include "../kinds.hpp"
#include "../wording.hpp"
#include "matrix.hpp"

namespace rung {
namespace {

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

/// Whether all points have the same value, which is then shown above the table instead of in a column.
template <class Value>
bool is_same_each_time(const Trend& trend, Value value) {
  return std::all_of(trend.points.begin(), trend.points.end(),
                     [&](const TrendPoint& point) { return value(point) == value(trend.points.back()); });
}

bool is_same_target(const Trend& trend) {
  return is_same_each_time(trend, [](const TrendPoint& point) { return point.target; });
}

bool is_same_version(const Trend& trend) {
  return is_same_each_time(trend, [](const TrendPoint& point) { return point.head.ladder_version; });
}

void compose_head(Document& document, const HistoryReport& report) {
  const Trend& trend = report.trend;
  document.push_back(Heading{1,
                             {text(fmt::format("History: {}", report.ladder_title))},
                             {},
                             {text(describe_rater(report.rater), Tone::muted)}});
  Facts facts;
  const auto add = [&facts](std::string_view label, std::string value) {
    facts.facts.push_back(fact(std::string(label), std::move(value)));
  };
  if (!is_self(report.subject, report.rater))
    add("About", report.subject.name.empty() ? "unknown" : report.subject.name);
  add("Finished", describe_span(trend.points));
  if (report.since) add("Since", format_date(*report.since));
  if (!trend.points.empty() && is_same_target(trend))
    add("Target", describe_value(trend.ladder.scale, trend.points.back().target));
  if (!trend.points.empty() && is_same_version(trend) && !trend.ladder.version.empty())
    add("Ladder", fmt::format("version {}", trend.ladder.version));
  for (const OtherSeries& other : report.others) add("Left out", describe_others(report, other));
  document.push_back(std::move(facts));
}

std::string describe_gates(const TrendPoint& first, const TrendPoint& last) {
  if (last.gates == 0) return {};
  // With another number of gates, the start cannot be compared.
  const std::string before = first.gates == last.gates ? fmt::format(", {} at the start", first.gates_passed) : "";
  return fmt::format("{}\u00A0of\u00A0{} gates passed{}. ", last.gates_passed, last.gates, before);
}

std::string describe_standstill(const Trend& trend) {
  const std::size_t count = trend.never_moved.size();
  if (count == 0) return {};
  return fmt::format("{} below target got the same rating the last three times.", count_of(count, "behavior"));
}

/// From the first time to the last, for behaviors that can be compared each time.
Judgement judge_trend(const Trend& trend) {
  const auto& first = trend.overall.at_target.front();
  const auto& last = trend.overall.at_target.back();
  std::string words;
  if (first && last && last->has_basis())
    words = fmt::format("{}\u00A0of\u00A0{} at target, {}\u00A0of\u00A0{} at the start. ", last->part, last->whole,
                        first->part, first->whole);
  words += describe_gates(trend.points.front(), trend.points.back());
  words += describe_standstill(trend);
  while (words.ends_with(' ')) words.pop_back();
  return {Tone::plain, {text(std::move(words))}};
}

/// Columns that are empty in most rows.
struct OptionalColumns {
  bool label = false;
  bool target = false;
  bool version = false;
  std::vector<StateColumn> states = {};
  bool carried = false;
  bool compared = false;
};

OptionalColumns choose_columns(const Trend& trend) {
  const auto any = [&trend](auto holds) { return std::any_of(trend.points.begin(), trend.points.end(), holds); };
  const int behaviors = trend.points.back().overall.behaviors;
  OptionalColumns shown;
  shown.label = any([](const TrendPoint& point) { return !point.head.label.empty(); });
  shown.target = !is_same_target(trend);
  shown.version = !is_same_version(trend);
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
  const auto share = fmt::format("{}/{}\u00A0{:3}%", at_target.part, at_target.whole, percent(at_target));
  Row row{0, {cell(format_date(date_of(point.head)))}};
  if (shown.label) row.cells.push_back(cell(point.head.label));
  row.cells.push_back(cell(at_target.has_basis() ? share : "–"));
  row.cells.push_back(
      cell(point.gates == 0 ? std::string("–") : fmt::format("{}/{}", point.gates_passed, point.gates)));
  if (shown.target) row.cells.push_back(number_cell(point.target));
  if (shown.version) row.cells.push_back(cell(point.head.ladder_version));
  row.cells.push_back(number_cell(tally.rated));
  for (const StateColumn& state : shown.states) row.cells.push_back(muted_zero_cell(tally.*state.count));
  if (shown.carried) row.cells.push_back(muted_zero_cell(point.carried));
  if (shown.compared) row.cells.push_back(cell(fmt::format("{}/{}", point.compared, behaviors)));
  return row;
}

Table start_table(const OptionalColumns& shown) {
  Table table = table_of({{"Date"}});
  const auto add = [&table](std::string_view heading, Presence presence) {
    table.columns.push_back({std::string(heading), Align::right, presence});
  };
  if (shown.label) table.columns.push_back({"Label", Align::left, Presence::when_wide});
  add("At target", Presence::always);
  add("Gates", Presence::always);
  if (shown.target) add("Target", Presence::when_wide);
  if (shown.version) add("Version", Presence::when_wide);
  add("Rated", Presence::when_wide);
  for (const StateColumn& state : shown.states) add(state.mark, Presence::when_wide);
  if (shown.carried) add("Carried", Presence::when_wide);
  if (shown.compared) add("Same text", Presence::when_wide);
  return table;
}

bool skips_gates(const Trend& trend) {
  return std::any_of(trend.points.begin(), trend.points.end(),
                     [&trend](const TrendPoint& point) { return point.gates < trend.points.back().gates; });
}

void compose_points(Document& document, const HistoryReport& report) {
  const Trend& trend = report.trend;
  const OptionalColumns shown = choose_columns(trend);
  Table table = start_table(shown);
  for (const TrendPoint& point : trend.points)
    table.rows.push_back(compose_point(point, shown, trend.points.back().overall.behaviors));
  document.push_back(std::move(table));
  const std::string states = explain_states(shown.states);
  Paragraph legend = paragraph("At target: of the behaviors that apply. Gates: how many passed.", Tone::muted);
  if (!states.empty()) legend.text.push_back({fmt::format(" {}.", states), Tone::muted, {}, Presence::when_wide});
  if (skips_gates(trend)) legend.text.push_back(text(" Gates that have changed since are not counted.", Tone::muted));
  document.push_back(std::move(legend));
  if (shown.compared)
    document.push_back(paragraph(
        "The ladder changed: Same text counts the behaviors of the latest ladder that were asked in the same words and "
        "on the same scale. Everything below counts those of which that holds every time.",
        Tone::muted));
}

/// The position of each time between the first and the last; nothing if all are on the same day.
std::vector<double> place_times(const std::vector<TrendPoint>& points) {
  const int span = days_between(points.front().head, points.back().head);
  std::vector<double> places;
  if (span == 0) return places;
  for (const TrendPoint& point : points)
    places.push_back(static_cast<double>(days_between(points.front().head, point.head)) / span);
  return places;
}

void compose_pillars(Document& document, const Trend& trend) {
  document.push_back(heading(2, "At target over time"));
  Curves curves;
  for (const TrendPoint& point : trend.points) curves.times.push_back(format_date(date_of(point.head)));
  curves.places = place_times(trend.points);
  const Gates& gates = trend.ladder.gates;
  if (trend.pillars.size() > 1)
    curves.curves.push_back({"All pillars", trend.overall.at_target, gates.at_target.threshold});
  for (std::size_t index = 0; index < trend.pillars.size(); ++index)
    curves.curves.push_back(
        {trend.ladder.pillars[index].title, trend.pillars[index].at_target, gates.pillar_at_target.threshold});
  document.push_back(std::move(curves));
}

void compose_matrix(Document& document, const Trend& trend) {
  document.push_back(heading(2, "Behavior by behavior"));
  const std::size_t shown = std::min(trend.points.size(), most_matrix_times);
  std::string words = shown < trend.points.size()
                          ? fmt::format("The latest {} of {} times. ", shown, trend.points.size())
                          : std::string();
  words += trend.points.size() < standstill ? "From the third assessment on, what never moved is marked."
                                            : "Never moved: below target, with the same rating the last three times.";
  document.push_back(paragraph(std::move(words), Tone::muted));
  document.push_back(make_matrix(trend));
}

}  // namespace

Document compose(const HistoryReport& report, Extent /*extent*/) {
  Document document;
  compose_head(document, report);
  const Trend& trend = report.trend;
  if (trend.points.empty()) {
    document.push_back(paragraph("No finished assessment is in it."));
    return document;
  }
  if (Judgement judgement = judge_trend(trend); trend.points.size() > 1 && !judgement.text.front().text.empty())
    document.push_back(std::move(judgement));
  compose_points(document, report);
  if (trend.points.size() < 2) {
    document.push_back(paragraph(report.since ? "An earlier --since shows the trend, too."
                                              : "From the second assessment on, this also shows the trend.",
                                 Tone::muted));
    return document;
  }
  compose_pillars(document, trend);
  compose_matrix(document, trend);
  return document;
}

}  // namespace rung
