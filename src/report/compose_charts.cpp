#include <algorithm>
#include <cmath>
#include <string>
#include <utility>

#include <fmt/format.h>

#include "compose_parts.hpp"
#include "wording.hpp"

namespace rung {
namespace {

std::vector<std::string> label_points(const Scale& scale) {
  std::vector<std::string> labels;
  for (const auto& point : scale.points) labels.push_back(fmt::format("{} {}", point.value, point.label));
  return labels;
}

/// As a value of the scale, with one decimal where it lies between two points.
std::string describe_position(const Scale& scale, double position) {
  const auto below = static_cast<std::size_t>(position);
  const int value = scale.points[below].value;
  const double beyond = position - static_cast<double>(below);
  if (beyond == 0.0) return fmt::format("{}", value);
  const double exact = value + beyond * (scale.points[below + 1].value - value);
  // Rounded down, as shares are: what is short of a point must not look like it.
  return fmt::format("{:.1f}", std::floor(exact * 10) / 10);
}

/// The middle of the pillars' targets: behaviors may have targets of their own.
double target_position(const GapReport& report, const std::string& pillar) {
  std::vector<int> targets(report.gaps.scale.points.size());
  for (const auto& standing : report.gaps.standings)
    if (standing.pillar == pillar) ++targets[report.gaps.scale.index_of(standing.target)];
  return median_position(targets).value_or(static_cast<double>(report.gaps.scale.index_of(report.gaps.target)));
}

/// Fewer axes than three make no area.
constexpr std::size_t fewest_axes = 3;

Tone tone_of(const Standing& standing) {
  if (standing.is_at_target()) return Tone::good;
  const auto gap = standing.gap();
  if (!gap) return Tone::muted;
  return *gap > 1 ? Tone::bad : Tone::warning;
}

StripCell cell_of(const Standing& standing, const Scale& scale) {
  StripCell cell;
  cell.name = describe_rating(scale, standing.answer.rating);
  cell.tone = tone_of(standing);
  if (const auto value = rated_value(standing.answer.rating)) {
    cell.mark = fmt::format("{}", *value);
    cell.point = scale.index_of(*value);
  } else if (std::holds_alternative<NotApplicable>(standing.answer.rating)) {
    cell.mark = "n";
  } else {
    cell.mark = std::holds_alternative<NoOpportunity>(standing.answer.rating) ? "o" : "·";
  }
  return cell;
}

Row detail_row(const Standing& standing, const Scale& scale) {
  const auto gap = standing.gap();
  return {0,
          {{{{standing.responsibility, Tone::muted, {}}}, {}},
           {{{standing.text}}, {}},
           {{{describe_rating(scale, standing.answer.rating), tone_of(standing), {}}}, {}},
           {{{fmt::format("{}", standing.target)}}, {}},
           {{{gap ? fmt::format("{}", *gap) : "·", gap ? Tone::plain : Tone::muted, {}}}, {}}}};
}

}  // namespace

void compose_radar(Document& document, const GapReport& report) {
  const auto& gaps = report.gaps;
  if (gaps.pillars.size() < fewest_axes) return;
  Radar radar;
  radar.title = "Ratings by pillar";
  radar.points = label_points(gaps.scale);
  RadarSeries middle{"Middle rating", {}};
  std::string findings;
  for (const auto& pillar : gaps.pillars) {
    radar.axes.push_back({pillar.title, target_position(report, pillar.title), pillar.tally.distribution});
    middle.values.push_back(median_position(pillar.tally.distribution));
    findings += fmt::format("{}{} {}", findings.empty() ? "" : ", ", pillar.title,
                            middle.values.back() ? describe_position(gaps.scale, *middle.values.back()) : "unrated");
  }
  radar.description =
      fmt::format("The middle rating of each pillar: {}. The target is {}. The middle is the interpolated median.",
                  findings, describe_value(gaps.scale, gaps.target));
  radar.series.push_back(std::move(middle));
  document.push_back(std::move(radar));
}

void compose_radar(Document& document, const Changes& changes) {
  if (!changes.same_scale || changes.pillars.size() < fewest_axes) return;
  const Scale& scale = changes.scale_after;
  Radar radar;
  radar.title = "Before and after by pillar";
  radar.points = label_points(scale);
  RadarSeries before{"Before", {}};
  RadarSeries after{"After", {}};
  std::string findings;
  for (const auto& pillar : changes.pillars) {
    radar.axes.push_back({pillar.title, static_cast<double>(scale.index_of(changes.target_after)), pillar.after});
    before.values.push_back(median_position(pillar.before));
    after.values.push_back(median_position(pillar.after));
    if (!before.values.back() || !after.values.back()) continue;
    findings +=
        fmt::format("{}{} from {} to {}", findings.empty() ? "" : ", ", pillar.title,
                    describe_position(scale, *before.values.back()), describe_position(scale, *after.values.back()));
  }
  if (findings.empty()) return;
  radar.description = fmt::format(
      "The middle rating of what was rated both times, before and after: {}. The middle is the interpolated median.",
      findings);
  radar.series = {std::move(before), std::move(after)};
  document.push_back(std::move(radar));
}

void compose_strip(Document& document, const GapReport& report) {
  const auto& gaps = report.gaps;
  Strip strip;
  strip.points = label_points(gaps.scale);
  auto standing = gaps.standings.begin();
  for (const auto& pillar : gaps.pillars) {
    strip.rows.push_back({pillar.title, 0, {}});
    for (const auto& responsibility : pillar.responsibilities) {
      StripRow row{responsibility.title, 1, {}};
      for (int count = responsibility.tally.behaviors; count > 0; --count)
        row.cells.push_back(cell_of(*standing++, gaps.scale));
      strip.rows.push_back(std::move(row));
    }
  }
  document.push_back(Heading{2, {{"Every behavior"}}});
  document.push_back(std::move(strip));
}

void compose_details(Document& document, const GapReport& report) {
  const auto& gaps = report.gaps;
  Details details{"All answers", {}};
  auto standing = gaps.standings.begin();
  for (const auto& pillar : gaps.pillars) {
    const auto& tally = pillar.tally;
    Fold fold;
    const auto share = tally.share_at_target();
    const auto finding = share.has_basis() ? fmt::format("{} at target", describe(share)) : describe(share);
    fold.summary = {{pillar.title, Tone::strong, {}}, {" · " + finding, Tone::muted, {}}};
    fold.table.columns = {{"Responsibility", Align::left, Presence::always},
                          {"Behavior", Align::left, Presence::always},
                          {"Rating", Align::left, Presence::always},
                          {"Target", Align::right, Presence::always},
                          {"Gap", Align::right, Presence::always}};
    for (int count = tally.behaviors; count > 0; --count)
      fold.table.rows.push_back(detail_row(*standing++, gaps.scale));
    details.folds.push_back(std::move(fold));
  }
  document.push_back(std::move(details));
}

}  // namespace rung
