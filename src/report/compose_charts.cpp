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

/// The middle of the pillar's targets: behaviors may have targets of their own.
double target_position(const Gaps& gaps, std::size_t pillar) {
  const Scale& scale = gaps.scale();
  std::vector<int> targets(scale.points.size());
  for (const auto& standing : gaps.standings)
    if (standing.at.pillar == pillar) ++targets[scale.index_of(standing.target)];
  return median_position(targets).value_or(static_cast<double>(scale.index_of(gaps.target)));
}

/// Fewer axes than three make no area.
constexpr std::size_t fewest_axes = 3;

Tone tone_of(const Standing& standing) {
  if (standing.is_at_target()) return Tone::good;
  const auto gap = standing.gap();
  if (!gap) return Tone::muted;
  return *gap > 1 ? Tone::bad : Tone::warning;
}

StripCell cell_of(const Gaps& gaps, const Standing& standing) {
  const Rating& rating = gaps.answer(standing).rating;
  StripCell cell;
  cell.name = describe_rating(gaps.scale(), rating);
  cell.tone = tone_of(standing);
  if (standing.rating) {
    cell.mark = fmt::format("{}", *standing.rating);
    cell.point = gaps.scale().index_of(*standing.rating);
  } else if (std::holds_alternative<NotApplicable>(rating)) {
    cell.mark = "n";
  } else {
    cell.mark = std::holds_alternative<NoOpportunity>(rating) ? "o" : "·";
  }
  return cell;
}

Row detail_row(const Gaps& gaps, const Standing& standing) {
  const auto gap = standing.gap();
  const PlacedBehavior placed = gaps.place(standing);
  return {0,
          {{{{placed.responsibility->title, Tone::muted, {}}}, {}},
           {{{placed.behavior->text}}, {}},
           {{{describe_rating(gaps.scale(), gaps.answer(standing).rating), tone_of(standing), {}}}, {}},
           {{{fmt::format("{}", standing.target)}}, {}},
           {{{gap ? fmt::format("{}", *gap) : "·", gap ? Tone::plain : Tone::muted, {}}}, {}}}};
}

}  // namespace

void compose_radar(Document& document, const GapReport& report) {
  const auto& gaps = report.gaps;
  if (gaps.pillars.size() < fewest_axes) return;
  Radar radar;
  radar.title = "Ratings by pillar";
  radar.points = label_points(gaps.scale());
  RadarSeries middle{"Middle rating", {}};
  std::string findings;
  for (std::size_t pillar = 0; pillar < gaps.pillars.size(); ++pillar) {
    const std::string& title = gaps.assessment.ladder.pillars[pillar].title;
    const std::vector<int>& distribution = gaps.pillars[pillar].tally.distribution;
    radar.axes.push_back({title, target_position(gaps, pillar), distribution});
    middle.values.push_back(median_position(distribution));
    findings += fmt::format("{}{} {}", findings.empty() ? "" : ", ", title,
                            middle.values.back() ? describe_position(gaps.scale(), *middle.values.back()) : "unrated");
  }
  radar.description =
      fmt::format("The middle rating of each pillar: {}. The target is {}. The middle is the interpolated median.",
                  findings, describe_value(gaps.scale(), gaps.target));
  radar.series.push_back(std::move(middle));
  document.push_back(std::move(radar));
}

void compose_radar(Document& document, const Changes& changes) {
  if (!changes.same_scale || changes.pillars.size() < fewest_axes) return;
  const Scale& scale = changes.after.ladder.scale;
  Radar radar;
  radar.title = "Before and after by pillar";
  radar.points = label_points(scale);
  RadarSeries before{"Before", {}};
  RadarSeries after{"After", {}};
  std::string findings;
  for (std::size_t index = 0; index < changes.pillars.size(); ++index) {
    const PillarMovement& pillar = changes.pillars[index];
    const std::string& title = changes.after.ladder.pillars[index].title;
    radar.axes.push_back({title, static_cast<double>(scale.index_of(changes.after.ladder.target)), pillar.after});
    before.values.push_back(median_position(pillar.before));
    after.values.push_back(median_position(pillar.after));
    if (!before.values.back() || !after.values.back()) continue;
    findings +=
        fmt::format("{}{} from {} to {}", findings.empty() ? "" : ", ", title,
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
  strip.points = label_points(gaps.scale());
  auto standing = gaps.standings.begin();
  for (const auto& pillar : gaps.assessment.ladder.pillars) {
    strip.rows.push_back({pillar.title, 0, {}});
    for (const auto& responsibility : pillar.responsibilities) {
      StripRow row{responsibility.title, 1, {}};
      for (std::size_t count = responsibility.behaviors.size(); count > 0; --count)
        row.cells.push_back(cell_of(gaps, *standing++));
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
  for (std::size_t pillar = 0; pillar < gaps.pillars.size(); ++pillar) {
    const Tally& tally = gaps.pillars[pillar].tally;
    Fold fold;
    const auto share = tally.share_at_target();
    const auto finding = share.has_basis() ? fmt::format("{} at target", describe(share)) : describe(share);
    fold.summary = {{gaps.assessment.ladder.pillars[pillar].title, Tone::strong, {}},
                    {fmt::format(" · {}", finding), Tone::muted, {}}};
    fold.table.columns = {{"Responsibility", Align::left, Presence::always},
                          {"Behavior", Align::left, Presence::always},
                          {"Rating", Align::left, Presence::always},
                          {"Target", Align::right, Presence::always},
                          {"Gap", Align::right, Presence::always}};
    for (int count = tally.behaviors; count > 0; --count) fold.table.rows.push_back(detail_row(gaps, *standing++));
    details.folds.push_back(std::move(fold));
  }
  document.push_back(std::move(details));
}

}  // namespace rung
