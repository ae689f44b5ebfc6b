#include <cstdlib>
#include <string>

#include <fmt/format.h>

#include "compose_parts.hpp"
#include "wording.hpp"

namespace rung {
namespace {

std::string describe_side(const Assessment& side, bool with_ladder) {
  std::string text = fmt::format("{} · {}", describe_date(head_of(side)), describe_rater(side.rater));
  if (with_ladder) text += fmt::format(" · {}", side.ladder.title);
  if (!side.ladder.version.empty()) text += fmt::format(" · version {}", side.ladder.version);
  if (!side.label.empty()) text += fmt::format(" · {}", side.label);
  return text;
}

std::string describe_distance(const Changes& changes) {
  const int days = days_between(head_of(changes.before), head_of(changes.after));
  if (days == 0) return "the same day";
  const auto text = count_of(std::abs(days), "day");
  return days > 0 ? text : fmt::format("{}, the later date first", text);
}

void compose_head(Document& document, const ChangeReport& report) {
  const Changes& changes = report.changes;
  const bool other_ladder = changes.before.ladder.title != changes.after.ladder.title;
  document.push_back(Heading{1, {{fmt::format("What changed: {}", changes.after.ladder.title)}}});
  Facts facts;
  facts.facts.push_back({"Before", {{describe_side(changes.before, other_ladder)}}});
  facts.facts.push_back({"After", {{describe_side(changes.after, other_ladder)}}});
  facts.facts.push_back({"Between", {{describe_distance(changes)}}});
  if (changes.same_scale) {
    facts.facts.push_back({"Scale", {{describe_scale(changes.after.ladder.scale)}}});
  } else {
    facts.facts.push_back({"Scale before", {{describe_scale(changes.before.ladder.scale)}}});
    facts.facts.push_back({"Scale after", {{describe_scale(changes.after.ladder.scale)}}});
  }
  add_disclosure(facts, report.disclosure);
  document.push_back(std::move(facts));
}

bool has_changed_ratings(const Changes& changes) {
  return !(changes.regressed.empty() && changes.improved.empty() && changes.newly_rated.empty() &&
           changes.no_longer_rated.empty() && changes.state_changes.empty() && changes.not_subtracted.empty());
}

std::string describe_unchanged(const Changes& changes) {
  const auto unchanged = static_cast<int>(changes.unchanged.size());
  auto text = fmt::format("{}\u00A0unchanged", unchanged);
  if (changes.still_unrated > 0 && changes.still_unrated == unchanged)
    text += " (unrated on both sides)";
  else if (changes.still_unrated > 0)
    text += fmt::format(" ({} of them unrated on both sides)", changes.still_unrated);
  return text;
}

std::string describe_counts(const Changes& changes) {
  std::string text;
  const auto add = [&](const std::vector<std::size_t>& bucket, std::string_view name) {
    if (!bucket.empty()) text += fmt::format("{}\u00A0{} · ", bucket.size(), name);
  };
  add(changes.regressed, "regressed");
  add(changes.improved, "improved");
  add(changes.newly_rated, "newly rated");
  add(changes.no_longer_rated, "no longer rated");
  add(changes.state_changes, "in another state");
  add(changes.not_subtracted, "rated on both sides, not compared");
  text += changes.unchanged.empty() ? "none unchanged" : describe_unchanged(changes);
  return text;
}

Item compose_change(const Changes& changes, const Change& change) {
  Item item;
  const Answer& after = *changes.answer_after(change);
  item.title = {{changes.place(change).behavior->text}};
  Inline detail = compose_move(changes, change);
  detail.push_back({" · ", Tone::muted, {}});
  detail.push_back({after.behavior, Tone::key, {}});
  item.details.push_back(std::move(detail));
  item.notes = notes_of(after);
  return item;
}

void compose_bucket(Document& document, const Changes& changes, const std::vector<std::size_t>& bucket,
                    std::string_view heading) {
  if (bucket.empty()) return;
  document.push_back(
      Heading{2, {{fmt::format("{}: {}", heading, count_of(static_cast<int>(bucket.size()), "behavior"))}}});
  Items items;
  for (const std::size_t index : bucket) items.items.push_back(compose_change(changes, changes.behaviors[index]));
  document.push_back(std::move(items));
}

std::string signed_points(int points) { return points == 0 ? "0" : fmt::format("{:+}", points); }

void compose_pillars(Document& document, const Changes& changes) {
  if (!changes.same_scale || (changes.regressed.empty() && changes.improved.empty())) return;
  Table table;
  table.columns = {{"Pillar", Align::left, Presence::always},
                   {"Regressed", Align::right, Presence::when_wide},
                   {"Improved", Align::right, Presence::when_wide},
                   {"Net points", Align::right, Presence::always}};
  for (std::size_t index = 0; index < changes.pillars.size(); ++index) {
    const PillarMovement& pillar = changes.pillars[index];
    const Tone tone = pillar.net_points > 0 ? Tone::good : pillar.net_points < 0 ? Tone::bad : Tone::plain;
    table.rows.push_back({0,
                          {{{{changes.after.ladder.pillars[index].title}}, {}},
                           {{{fmt::format("{}", pillar.regressed)}}, {}},
                           {{{fmt::format("{}", pillar.improved)}}, {}},
                           {{{signed_points(pillar.net_points), tone, {}}}, {}}}});
  }
  document.push_back(Heading{2, {{"By pillar"}}});
  document.push_back(std::move(table));
}

void compose_summary(Document& document, const Changes& changes) {
  if (!changes.same_scale)
    document.push_back(Callout{{{"The two scales differ, so nothing is subtracted: both ratings are shown."}}});
  if (has_changed_ratings(changes)) {
    document.push_back(Paragraph{{{describe_counts(changes)}}});
    return;
  }
  if (changes.unchanged.empty()) {
    document.push_back(
        Paragraph{{{"The two ladders share no behavior with the same text, so no rating is compared."}}});
    return;
  }
  document.push_back(Paragraph{{{fmt::format("No rating changed: {}.", describe_unchanged(changes))}}});
}

}  // namespace

Inline compose_move(const Changes& changes, const Change& change) {
  const Rating& before = changes.answer_before(change)->rating;
  const Rating& after = changes.answer_after(change)->rating;
  const auto from = rated_value(before);
  const auto to = rated_value(after);
  Tone tone = Tone::strong;
  if (changes.same_scale && from && to && *from != *to) tone = *to > *from ? Tone::good : Tone::bad;
  const auto left = describe_rating(changes.before.ladder.scale, before);
  const auto right = describe_rating(changes.after.ladder.scale, after);
  if (changes.same_scale && left == right) return {{left, Tone::plain, {}}};
  return {{fmt::format("{} → {}", left, right), tone, {}}};
}

Document compose_changes(const ChangeReport& report) {
  const auto& changes = report.changes;
  Document document;
  compose_head(document, report);
  compose_summary(document, changes);
  compose_radar(document, changes);
  compose_bucket(document, changes, changes.regressed, "Regressed");
  compose_bucket(document, changes, changes.improved, "Improved");
  compose_bucket(document, changes, changes.newly_rated, "Newly rated");
  compose_bucket(document, changes, changes.no_longer_rated, "No longer rated");
  compose_bucket(document, changes, changes.state_changes, "In another state");
  compose_bucket(document, changes, changes.not_subtracted, "Rated on both sides, on different scales");
  compose_pillars(document, changes);
  compose_ladder_changes(document, changes);
  return document;
}

}  // namespace rung
