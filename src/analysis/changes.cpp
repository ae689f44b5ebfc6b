#include <rung/analysis/changes.hpp>

#include <algorithm>
#include <cstdlib>
#include <utility>
#include <variant>

#include <rung/analysis/match.hpp>

namespace rung {
namespace {

/// Sorts each pair of behaviors into the list that it belongs to.
class Sorter {
 public:
  explicit Sorter(Changes& changes) : changes_(changes) {}

  void add(const Change& change, std::vector<std::size_t> Changes::*list) {
    (changes_.*list).push_back(changes_.behaviors.size());
    changes_.behaviors.push_back(change);
  }

  void add_pair(Change change, Wording wording) {
    if (wording == Wording::reworded) return add(change, &Changes::reworded);
    const Rating& before = changes_.answer_before(change)->rating;
    const Rating& after = changes_.answer_after(change)->rating;
    const auto from = rated_value(before);
    const auto to = rated_value(after);
    if (from && to) return add_rated(change, *from, *to);
    const bool is_unrated = std::holds_alternative<Unrated>(after);
    if (before.index() == after.index()) {
      if (is_unrated) ++changes_.still_unrated;
      return add(change, &Changes::unchanged);
    }
    if (to) return add(change, &Changes::newly_rated);
    add(change, from && is_unrated ? &Changes::no_longer_rated : &Changes::state_changes);
  }

 private:
  void add_rated(Change change, int from, int to) {
    const std::size_t point_before = changes_.before.ladder.scale.index_of(from);
    const std::size_t point_after = changes_.after.ladder.scale.index_of(to);
    PillarMovement& pillar = changes_.pillars[change.after->pillar];
    ++pillar.before[point_before];
    ++pillar.after[point_after];
    if (!changes_.same_scale) return add(change, &Changes::not_subtracted);
    change.moved = static_cast<int>(point_after) - static_cast<int>(point_before);
    pillar.net_points += change.moved;
    if (change.moved > 0) ++pillar.improved;
    if (change.moved < 0) ++pillar.regressed;
    if (change.moved == 0) return add(change, &Changes::unchanged);
    add(change, change.moved > 0 ? &Changes::improved : &Changes::regressed);
  }

  Changes& changes_;
};

Changes start(Assessment before, Assessment after) {
  Changes changes;
  changes.before = std::move(before);
  changes.after = std::move(after);
  const Scale& scale_before = changes.before.ladder.scale;
  const Scale& scale_after = changes.after.ladder.scale;
  changes.same_scale = is_same_scale(scale_before, scale_after);
  changes.pillars.assign(changes.after.ladder.pillars.size(), {0, 0, 0, std::vector<int>(scale_before.points.size()),
                                                               std::vector<int>(scale_after.points.size())});
  return changes;
}

void sort_furthest_first(std::vector<std::size_t>& indices, const std::vector<Change>& changes) {
  std::stable_sort(indices.begin(), indices.end(), [&changes](std::size_t a, std::size_t b) {
    return std::abs(changes[a].moved) > std::abs(changes[b].moved);
  });
}

const Answer* find_answer(const Assessment& assessment, const std::optional<BehaviorIndex>& index) {
  return index ? &assessment.answers[index->number] : nullptr;
}

}  // namespace

PlacedBehavior Changes::place(const Change& change) const {
  return change.after ? rung::place(after.ladder, *change.after) : rung::place(before.ladder, *change.before);
}

std::vector<WordRun> Changes::words(const Change& change) const {
  return compare_words(rung::place(before.ladder, *change.before).behavior->text, place(change).behavior->text);
}

const Answer* Changes::answer_before(const Change& change) const { return find_answer(before, change.before); }

const Answer* Changes::answer_after(const Change& change) const { return find_answer(after, change.after); }

Changes compare(Assessment before, Assessment after) {
  Changes changes = start(std::move(before), std::move(after));
  const LadderMatch match = match_ladders(changes.before.ladder, changes.after.ladder, Pairing::by_key);
  const std::vector<BehaviorIndex> earlier = index_behaviors(changes.before.ladder);
  Sorter sorter(changes);
  auto pair = match.pairs.begin();
  for (const BehaviorIndex& index : index_behaviors(changes.after.ladder)) {
    if (pair == match.pairs.end() || pair->after != index.number) {
      sorter.add({std::nullopt, index, 0}, &Changes::added);
      continue;
    }
    sorter.add_pair({earlier[pair->before], index, 0}, pair->wording);
    ++pair;
  }
  for (const std::size_t number : match.gone) sorter.add({earlier[number], std::nullopt, 0}, &Changes::removed);
  sort_furthest_first(changes.regressed, changes.behaviors);
  sort_furthest_first(changes.improved, changes.behaviors);
  return changes;
}

}  // namespace rung
