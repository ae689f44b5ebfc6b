#include <algorithm>
#include <string>

#include <fmt/format.h>

#include "compose_parts.hpp"
#include "wording.hpp"

namespace rung {
namespace {

/// So many of the latest ratings of a behavior are written out.
constexpr std::size_t most_ratings = 8;

std::string describe_span(const std::vector<TrendPoint>& points) {
  auto text = count_of(static_cast<int>(points.size()), "assessment");
  if (points.empty()) return text;
  const std::string first = format_date(date_of(points.front().head));
  const std::string last = format_date(date_of(points.back().head));
  return first == last ? fmt::format("{}, {}", text, first) : fmt::format("{}, {} to {}", text, first, last);
}

void compose_head(Document& document, const HistoryReport& report) {
  document.push_back(Heading{1, {{"History: " + report.ladder_title}}});
  Facts facts;
  facts.facts.push_back({"Ladder", {{report.ladder_id, Tone::key}}});
  facts.facts.push_back({"Rater", {{report.rater.empty() ? "everybody" : report.rater}}});
  if (report.since) facts.facts.push_back({"Since", {{format_date(*report.since)}}});
  facts.facts.push_back({"Finished", {{describe_span(report.trend.points)}}});
  if (report.left_out > 0) {
    facts.facts.push_back(
        {"Left out", {{count_of(report.left_out, "assessment") + " by other raters; --rater shows them"}}});
  }
  document.push_back(std::move(facts));
}

/// Columns that say something only here and there.
struct OptionalColumns {
  bool rater = false;
  bool label = false;
};

Row describe_point(const TrendPoint& point, const OptionalColumns& shown) {
  const Tally& tally = point.overall;
  const auto share = [](const Share& one) {
    return one.has_basis() ? fmt::format("{}/{}\u00A0{:3}\u00A0%", one.part, one.whole, percent(one)) : "–";
  };
  Row row;
  row.cells.push_back({{{format_date(date_of(point.head))}}});
  if (shown.rater) row.cells.push_back({{{point.head.rater.name}}});
  if (shown.label) row.cells.push_back({{{point.head.label}}});
  row.cells.push_back({{{share(tally.coverage())}}});
  row.cells.push_back({{{share(tally.share_at_target())}}, tally.share_at_target()});
  row.cells.push_back({{{fmt::format("{}/{}", point.gates_passed, point.gates)}}});
  row.cells.push_back({{{tally.widest_gap ? fmt::format("{}", *tally.widest_gap) : "–"}}});
  return row;
}

void compose_points(Document& document, const HistoryReport& report) {
  const auto& points = report.trend.points;
  const OptionalColumns shown{
      report.rater.empty(),
      std::any_of(points.begin(), points.end(), [](const TrendPoint& point) { return !point.head.label.empty(); })};
  Table table;
  table.columns.push_back({"Date"});
  if (shown.rater) table.columns.push_back({"Rater"});
  if (shown.label) table.columns.push_back({"Label", Align::left, Presence::when_wide});
  table.columns.push_back({"Coverage", Align::right, Presence::when_wide});
  table.columns.push_back({"At target", Align::right});
  table.columns.push_back({"Gates", Align::right});
  table.columns.push_back({"Widest gap", Align::right, Presence::when_wide});
  for (const TrendPoint& point : points) table.rows.push_back(describe_point(point, shown));
  document.push_back(std::move(table));
}

void compose_pillars(Document& document, const Trend& trend) {
  if (trend.points.size() < 2) return;
  document.push_back(Heading{2, {{"At target, by pillar"}}});
  Curves curves;
  for (const TrendPoint& point : trend.points) curves.times.push_back(format_date(date_of(point.head)));
  for (std::size_t index = 0; index < trend.pillars.size(); ++index)
    curves.curves.push_back({trend.ladder.pillars[index].title, trend.pillars[index].at_target});
  document.push_back(std::move(curves));
}

std::string describe_ratings(const std::vector<std::optional<int>>& ratings) {
  const std::size_t left_out = ratings.size() - std::min(ratings.size(), most_ratings);
  std::string text = left_out > 0 ? "…" : "";
  for (std::size_t index = left_out; index < ratings.size(); ++index) {
    if (!text.empty()) text += " → ";
    text += ratings[index] ? std::to_string(*ratings[index]) : "–";
  }
  return text;
}

Item describe_behavior(const Trend& trend, const BehaviorTrend& of_behavior, std::string finding) {
  const Behavior& behavior = *place(trend.ladder, of_behavior.at).behavior;
  Item item;
  item.title = {{behavior.text}};
  item.details.push_back({{std::move(finding), Tone::warning},
                          {fmt::format(" · target\u00A0{} · ", of_behavior.target), Tone::muted},
                          {behavior.key, Tone::key}});
  return item;
}

void compose_never_moved(Document& document, const Trend& trend) {
  if (trend.points.size() < standstill) {
    document.push_back(Paragraph{{{"What never moved shows from the third assessment on.", Tone::muted}}});
    return;
  }
  if (trend.never_moved.empty()) return;
  document.push_back(
      Heading{2,
              {{fmt::format("Never moved: {} below target with the same rating in the latest three assessments",
                            count_of(static_cast<int>(trend.never_moved.size()), "behavior"))}}});
  Items items;
  for (const BehaviorTrend& behavior : trend.never_moved)
    items.items.push_back(describe_behavior(trend, behavior, fmt::format("rated\u00A0{}", *behavior.ratings.back())));
  document.push_back(std::move(items));
}

void compose_regressed(Document& document, const Trend& trend) {
  if (trend.regressed_twice.empty()) return;
  document.push_back(Heading{2,
                             {{fmt::format("Regressed twice: {} rated lower than before at least two times",
                                           count_of(static_cast<int>(trend.regressed_twice.size()), "behavior"))}}});
  Items items;
  for (const BehaviorTrend& behavior : trend.regressed_twice) {
    items.items.push_back(describe_behavior(
        trend, behavior,
        fmt::format("{}: {}", count_of(behavior.regressions, "regression"), describe_ratings(behavior.ratings))));
  }
  document.push_back(std::move(items));
}

}  // namespace

Document compose_history(const HistoryReport& report) {
  Document document;
  compose_head(document, report);
  if (report.trend.points.empty()) {
    document.push_back(Paragraph{{{"No finished assessment is in it."}}});
    return document;
  }
  compose_points(document, report);
  compose_pillars(document, report.trend);
  compose_never_moved(document, report.trend);
  compose_regressed(document, report.trend);
  return document;
}

}  // namespace rung
