#include <cstdlib>

#include <fmt/format.h>

#include "../kinds.hpp"
#include "../wording.hpp"

namespace rung {
namespace {

std::string describe_side(const Assessment& side, bool with_ladder) {
  std::string words = fmt::format("{} · {}", describe_date(head_of(side)), describe_rater(side.rater));
  if (with_ladder) words += fmt::format(" · {}", side.ladder.title);
  if (!side.ladder.version.empty()) words += fmt::format(" · version {}", side.ladder.version);
  if (!side.label.empty()) words += fmt::format(" · {}", side.label);
  return words;
}

std::string describe_distance(const Changes& changes) {
  const int days = days_between(head_of(changes.before), head_of(changes.after));
  if (days == 0) return "the same day";
  return fmt::format("{}{}", count_of(std::abs(days), "day"), days > 0 ? "" : ", the later date first");
}

void compose_head(Document& document, const ChangeReport& report) {
  const Changes& changes = report.changes;
  const bool other_ladder = changes.before.ladder.title != changes.after.ladder.title;
  document.push_back(heading(1, fmt::format("What changed: {}", changes.after.ladder.title)));
  Facts facts{{fact("Before", describe_side(changes.before, other_ladder)),
               fact("After", describe_side(changes.after, other_ladder)), fact("Between", describe_distance(changes))}};
  if (!changes.same_scale) facts.facts.push_back(fact("Scale before", describe_scale(changes.before.ladder.scale)));
  facts.facts.push_back(fact(changes.same_scale ? "Scale" : "Scale after", describe_scale(changes.after.ladder.scale)));
  add_disclosure(facts, report.disclosure);
  document.push_back(std::move(facts));
}

/// Behaviors in both ladders whose answers differ.
struct Bucket {
  std::vector<std::size_t> Changes::*indices;
  std::string_view heading;
  std::string_view count;  ///< what a number of them is called
};

constexpr Bucket buckets[] = {
    {&Changes::regressed, "Regressed", "regressed"},
    {&Changes::improved, "Improved", "improved"},
    {&Changes::newly_rated, "Newly rated", "newly rated"},
    {&Changes::no_longer_rated, "No longer rated", "no longer rated"},
    {&Changes::state_changes, "In another state", "in another state"},
    {&Changes::not_subtracted, "Rated on both sides, on different scales", "rated on both sides, not compared"},
};

std::string describe_unchanged(const Changes& changes) {
  const auto unchanged = static_cast<int>(changes.unchanged.size());
  auto words = fmt::format("{}\u00A0unchanged", unchanged);
  if (changes.still_unrated > 0 && changes.still_unrated == unchanged)
    words += " (unrated on both sides)";
  else if (changes.still_unrated > 0)
    words += fmt::format(" ({} of them unrated on both sides)", changes.still_unrated);
  return words;
}

std::string summarize(const Changes& changes) {
  std::string counts;
  for (const auto& bucket : buckets)
    if (const auto& indices = changes.*bucket.indices; !indices.empty())
      counts += fmt::format("{}\u00A0{} · ", indices.size(), bucket.count);
  if (!counts.empty())
    return fmt::format("{}{}", counts, changes.unchanged.empty() ? "none unchanged" : describe_unchanged(changes));
  if (!changes.unchanged.empty()) return fmt::format("No rating changed: {}.", describe_unchanged(changes));
  return "The two ladders share no behavior with the same text, so no rating is compared.";
}

// A change of rating in one tone: `2 Sometimes → 3 Consistently`. The change has both sides.
Run describe_move(const Changes& changes, const Change& change) {
  const Rating& before = changes.answer_before(change)->rating;
  const Rating& after = changes.answer_after(change)->rating;
  const auto from = rated_value(before);
  const auto to = rated_value(after);
  Tone tone = Tone::strong;
  if (changes.same_scale && from && to && *from != *to) tone = *to > *from ? Tone::good : Tone::bad;
  const auto left = describe_rating(changes.before.ladder.scale, before);
  const auto right = describe_rating(changes.after.ladder.scale, after);
  if (changes.same_scale && left == right) return text(left);
  return text(fmt::format("{} → {}", left, right), tone);
}

Item compose_change(const Changes& changes, const Change& change) {
  const Answer& after = *changes.answer_after(change);
  return {{text(changes.place(change).behavior->text)},
          {},
          {{describe_move(changes, change), text(" · ", Tone::muted), text(after.behavior, Tone::key)}},
          notes_of(after),
          {}};
}

Item compose_rewording(const Changes& changes, const Change& rewording) {
  const Answer& after = *changes.answer_after(rewording);
  // The tone of growth would claim what the other words do not allow.
  return {compose_words(changes.words(rewording)),
          {},
          {{text(describe_move(changes, rewording).text), text(" · not counted · ", Tone::muted),
            text(after.behavior, Tone::key)}},
          notes_of(after),
          {}};
}

// A behavior that only one of the two ladders has.
Item compose_one_sided(const Changes& changes, const Change& change) {
  const Answer* after = changes.answer_after(change);
  const Answer& answer = after == nullptr ? *changes.answer_before(change) : *after;
  const Scale& scale = (after == nullptr ? changes.before : changes.after).ladder.scale;
  return {{text(changes.place(change).behavior->text)},
          {},
          {{text(fmt::format("{} {}", after == nullptr ? "was" : "now", describe_rating(scale, answer.rating))),
            text(" · ", Tone::muted), text(answer.behavior, Tone::key)}},
          {},
          {}};
}

// Nothing where the bucket is empty.
void compose_list(Document& document, const Changes& changes, const Bucket& bucket, int level,
                  Item (*make)(const Changes&, const Change&)) {
  const auto& indices = changes.*bucket.indices;
  if (indices.empty()) return;
  document.push_back(heading(level, fmt::format("{}: {}", bucket.heading, count_of(indices.size(), "behavior"))));
  document.push_back(list_items(indices, [&](std::size_t index) { return make(changes, changes.behaviors[index]); }));
}

void compose_radar(Document& document, const Changes& changes) {
  if (!changes.same_scale || changes.pillars.size() < fewest_axes) return;
  const Scale& scale = changes.after.ladder.scale;
  Radar radar = start_radar("Before and after by pillar", scale);
  radar.dots_name = "Ratings after, by their share";
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

void compose_pillars(Document& document, const Changes& changes) {
  if (!changes.same_scale || (changes.regressed.empty() && changes.improved.empty())) return;
  Table table = table_of({{"Pillar"},
                          {"Regressed", Align::right, Presence::when_wide},
                          {"Improved", Align::right, Presence::when_wide},
                          {"Net points", Align::right}});
  for (std::size_t index = 0; index < changes.pillars.size(); ++index) {
    const PillarMovement& pillar = changes.pillars[index];
    const int net = pillar.net_points;
    const Tone tone = net > 0 ? Tone::good : net < 0 ? Tone::bad : Tone::plain;
    table.rows.push_back({0,
                          {cell(changes.after.ladder.pillars[index].title), number_cell(pillar.regressed),
                           number_cell(pillar.improved), cell(net == 0 ? "0" : fmt::format("{:+}", net), tone)}});
  }
  document.push_back(heading(2, "By pillar"));
  document.push_back(std::move(table));
}

// Nothing when the ladder is the same.
void compose_ladder_changes(Document& document, const Changes& changes) {
  const auto target_before = describe_value(changes.before.ladder.scale, changes.before.ladder.target);
  const auto target_after = describe_value(changes.after.ladder.scale, changes.after.ladder.target);
  const bool other_target = target_before != target_after;
  if (!other_target && changes.reworded.empty() && changes.added.empty() && changes.removed.empty()) return;
  document.push_back(heading(2, "The ladder changed"));
  document.push_back(
      paragraph("None of this is growth or decline: the question changed, not the answer.", Tone::muted));
  if (other_target)
    document.push_back(Facts{{fact("Target", fmt::format("{} → {}", target_before, target_after), Tone::strong)}});
  compose_list(document, changes, {&Changes::reworded, "Reworded", ""}, 3, compose_rewording);
  compose_list(document, changes, {&Changes::added, "Added", ""}, 3, compose_one_sided);
  compose_list(document, changes, {&Changes::removed, "Removed", ""}, 3, compose_one_sided);
}

}  // namespace

Document compose(const ChangeReport& report, Extent /*extent*/) {
  const auto& changes = report.changes;
  Document document;
  compose_head(document, report);
  if (!changes.same_scale)
    document.push_back(Callout{{text("The two scales differ, so nothing is subtracted: both ratings are shown.")}});
  document.push_back(paragraph(summarize(changes)));
  compose_radar(document, changes);
  for (const auto& bucket : buckets) compose_list(document, changes, bucket, 2, compose_change);
  compose_pillars(document, changes);
  compose_ladder_changes(document, changes);
  return document;
}

}  // namespace rung
