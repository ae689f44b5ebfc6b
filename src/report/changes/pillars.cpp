#include "pillars.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include <fmt/format.h>

#include "../pillar_radar.hpp"
#include "../wording.hpp"

namespace rung {
namespace {

std::optional<double> find_needed_share(const Changes& changes) {
  const auto found = std::find_if(changes.gates.begin(), changes.gates.end(), [](const GateChange& gate) {
    return gate.after->kind == GateKind::pillar_at_target;
  });
  return found == changes.gates.end() ? std::nullopt : found->after->threshold;
}

// One up and one down may leave the counts as they were.
bool has_moved(const PillarMovement& movement) {
  return movement.improved + movement.regressed > 0 || movement.before != movement.after;
}

void compose_radar(Document& document, const Changes& changes) {
  if (!changes.same_scale || changes.pillars.size() < fewest_axes || !has_moved(changes.overall)) return;
  PillarSeries before{"Before", {}};
  PillarSeries after{"After", {}};
  for (const PillarMovement& pillar : changes.pillars) {
    before.pillars.push_back(pillar.before);
    after.pillars.push_back(pillar.after);
  }
  document.push_back(make_pillar_radar("At target by pillar, before and after", changes.after.ladder, {before, after},
                                       find_needed_share(changes)));
}

Row compose_moves(const std::string& title, const PillarMovement& movement) {
  const auto share = [](const Tally& tally) {
    const Share one = tally.share_at_target();
    return one.has_basis() ? fmt::format("{}/{}", one.part, one.whole) : std::string("–");
  };
  return {0,
          {cell(title), muted_zero_cell(movement.regressed), muted_zero_cell(movement.improved),
           cell(fmt::format("{} → {}", share(movement.before), share(movement.after)))}};
}

Row compose_ratings(std::string_view time, const Tally& tally) {
  Row row{1, {cell(std::string(time))}};
  for (const int count : tally.distribution) row.cells.push_back(muted_zero_cell(count));
  for (const StateColumn& state : state_columns) row.cells.push_back(muted_zero_cell(tally.*state.count));
  return row;
}

Table distribution_table(const Changes& changes) {
  Table table = table_of({{"Pillar"}});
  const auto add = [&table](std::string heading) {
    table.columns.push_back({std::move(heading), Align::right, Presence::always, Spacing::close});
  };
  for (const ScalePoint& point : changes.after.ladder.scale.points) add(fmt::format("{}", point.value));
  for (const StateColumn& state : state_columns) add(std::string(state.mark));
  for (std::size_t index = 0; index < changes.pillars.size(); ++index) {
    const PillarMovement& pillar = changes.pillars[index];
    if (!has_moved(pillar)) continue;
    Row head{0, {cell(changes.after.ladder.pillars[index].title, Tone::strong)}};
    head.cells.resize(table.columns.size());
    table.rows.push_back(std::move(head));
    table.rows.push_back(compose_ratings("before", pillar.before));
    table.rows.push_back(compose_ratings("after", pillar.after));
  }
  return table;
}

// Counts at each point, never a sum of steps: one up and one down are two moves, not none.
void compose_counts(Document& document, const Changes& changes) {
  if (!changes.same_scale || !has_moved(changes.overall)) return;
  Table table = table_of({{"Pillar"},
                          {"Regressed", Align::right},
                          {"Improved", Align::right},
                          {"At target", Align::right, Presence::when_wide}});
  for (std::size_t index = 0; index < changes.pillars.size(); ++index)
    table.rows.push_back(compose_moves(changes.after.ladder.pillars[index].title, changes.pillars[index]));
  if (changes.pillars.size() > 1) table.rows.push_back(compose_moves("All pillars", changes.overall));
  document.push_back(heading(2, "By pillar"));
  document.push_back(std::move(table));
  document.push_back(heading(3, "Ratings before and after"));
  document.push_back(distribution_table(changes));
  document.push_back(paragraph(
      fmt::format("Behaviors with the same text on both sides, by rating; {}. At target is of those that apply.",
                  explain_states(state_columns)),
      Tone::muted));
}

}  // namespace

void compose_movements(Document& document, const Changes& changes) {
  compose_counts(document, changes);
  compose_radar(document, changes);
}

}  // namespace rung
