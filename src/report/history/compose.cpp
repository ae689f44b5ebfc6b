#include <algorithm>

#include <fmt/format.h>

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

void compose_head(Document& document, const HistoryReport& report) {
  document.push_back(heading(1, fmt::format("History: {}", report.ladder_title)));
  Facts facts{
      {fact("Ladder", report.ladder_id, Tone::key), fact("Rater", report.rater.empty() ? "everybody" : report.rater)}};
  if (report.since) facts.facts.push_back(fact("Since", format_date(*report.since)));
  facts.facts.push_back(fact("Finished", describe_span(report.trend.points)));
  if (report.left_out > 0) {
    facts.facts.push_back(fact(
        "Left out", fmt::format("{} by other raters; --rater shows them", count_of(report.left_out, "assessment"))));
  }
  document.push_back(std::move(facts));
}

/// Columns that say something only here and there.
struct OptionalColumns {
  bool rater = false;
  bool label = false;
};

Row compose_point(const TrendPoint& point, const OptionalColumns& shown) {
  const Tally& tally = point.overall;
  const auto share = [](const Share& one) {
    return one.has_basis() ? fmt::format("{}/{}\u00A0{:3}\u00A0%", one.part, one.whole, percent(one)) : "–";
  };
  Row row{0, {cell(format_date(date_of(point.head)))}};
  if (shown.rater) row.cells.push_back(cell(point.head.rater.name));
  if (shown.label) row.cells.push_back(cell(point.head.label));
  row.cells.push_back(cell(share(tally.coverage())));
  row.cells.push_back({{text(share(tally.share_at_target()))}, tally.share_at_target()});
  row.cells.push_back(cell(fmt::format("{}/{}", point.gates_passed, point.gates)));
  row.cells.push_back(cell(tally.widest_gap ? fmt::format("{}", *tally.widest_gap) : "–"));
  return row;
}

void compose_points(Document& document, const HistoryReport& report) {
  const auto& points = report.trend.points;
  const OptionalColumns shown{
      report.rater.empty(),
      std::any_of(points.begin(), points.end(), [](const TrendPoint& point) { return !point.head.label.empty(); })};
  Table table = table_of({{"Date"}});
  if (shown.rater) table.columns.push_back({"Rater"});
  if (shown.label) table.columns.push_back({"Label", Align::left, Presence::when_wide});
  table.columns.push_back({"Coverage", Align::right, Presence::when_wide});
  table.columns.push_back({"At target", Align::right});
  table.columns.push_back({"Gates", Align::right});
  table.columns.push_back({"Widest gap", Align::right, Presence::when_wide});
  for (const TrendPoint& point : points) table.rows.push_back(compose_point(point, shown));
  document.push_back(std::move(table));
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

std::string describe_ratings(const std::vector<std::optional<int>>& ratings) {
  const std::size_t left_out = ratings.size() - std::min(ratings.size(), most_ratings);
  std::string words = left_out > 0 ? "…" : "";
  for (std::size_t index = left_out; index < ratings.size(); ++index) {
    if (!words.empty()) words += " → ";
    words += ratings[index] ? fmt::format("{}", *ratings[index]) : "–";
  }
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
    document.push_back(paragraph("What never moved shows from the third assessment on.", Tone::muted));
    return;
  }
  if (trend.never_moved.empty()) return;
  document.push_back(
      heading(2, fmt::format("Never moved: {} below target with the same rating in the latest three assessments",
                             count_of(trend.never_moved.size(), "behavior"))));
  document.push_back(list_items(trend.never_moved, [&trend](const BehaviorTrend& one) {
    return compose_behavior(trend, one, fmt::format("rated\u00A0{}", *one.ratings.back()));
  }));
}

void compose_regressed(Document& document, const Trend& trend) {
  if (trend.regressed_twice.empty()) return;
  document.push_back(heading(2, fmt::format("Regressed twice: {} rated lower than before at least two times",
                                            count_of(trend.regressed_twice.size(), "behavior"))));
  document.push_back(list_items(trend.regressed_twice, [&trend](const BehaviorTrend& one) {
    return compose_behavior(
        trend, one, fmt::format("{}: {}", count_of(one.regressions, "regression"), describe_ratings(one.ratings)));
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
