#include <rung/analysis/changes.hpp>

#include <algorithm>
#include <cstdlib>
#include <utility>
#include <variant>

#include <rung/analysis/match.hpp>
#include <rung/analysis/shown.hpp>

namespace rung {
namespace {

Tally start_tally(const Ladder& ladder) {
  Tally tally;
  tally.distribution.assign(ladder.scale.points.size(), 0);
  return tally;
}

void tally_answer(Tally& tally, const Rating& rating, const Scale& scale, int target) {
  StateCounts state;
  state.add(rating);
  ++tally.behaviors;
  tally.rated += state.rated;
  tally.not_applicable += state.not_applicable;
  tally.no_opportunity += state.no_opportunity;
  tally.unrated += state.unrated;
  const auto value = rated_value(rating);
  if (!value) return;
  ++tally.distribution[scale.index_of(*value)];
  if (*value >= target) ++tally.at_target;
  if (*value < target) tally.widest_gap = std::max(tally.widest_gap.value_or(0), target - *value);
}

bool is_carried(const Answer& answer) { return answer.origin == Origin::carried; }

bool reaches_target(const Assessment& assessment, const BehaviorIndex& index) {
  const auto value = rated_value(assessment.answers[index.number].rating);
  return value && *value >= target_of(assessment.ladder, *place(assessment.ladder, index).behavior);
}

bool has_proof(const Assessment& assessment, const BehaviorIndex& index) {
  return count_evidence(assessment.answers[index.number], evidence_window(assessment)) > 0;
}

/// Sorts each pair of behaviors into its list.
class Sorter {
 public:
  explicit Sorter(Changes& changes) : changes_(changes) {}

  void add(const Change& change, std::vector<std::size_t> Changes::*list) {
    (changes_.*list).push_back(changes_.behaviors.size());
    changes_.behaviors.push_back(change);
  }

  void add_pair(Change change, Wording wording) {
    if (wording == Wording::reworded) return add(change, &Changes::reworded);
    count(change);
    note_aged_out(change);
    const Rating& before = changes_.answer_before(change)->rating;
    const Rating& after = changes_.answer_after(change)->rating;
    const auto from = rated_value(before);
    const auto to = rated_value(after);
    if (from && to) return add_rated(change, *from, *to);
    if (before.index() == after.index()) return add_same(change);
    if (to) return add(change, &Changes::newly_rated);
    const bool is_unrated = std::holds_alternative<Unrated>(after);
    add(change, from && is_unrated ? &Changes::no_longer_rated : &Changes::state_changes);
  }

 private:
  void count(const Change& change) {
    const Ladder& earlier = changes_.before.ladder;
    const Ladder& later = changes_.after.ladder;
    const int target_after = target_of(later, *rung::place(later, *change.after).behavior);
    const int target_before =
        changes_.same_scale ? target_after : target_of(earlier, *rung::place(earlier, *change.before).behavior);
    for (PillarMovement* movement : {&changes_.overall, &changes_.pillars[change.after->pillar]}) {
      tally_answer(movement->before, changes_.answer_before(change)->rating, earlier.scale, target_before);
      tally_answer(movement->after, changes_.answer_after(change)->rating, later.scale, target_after);
    }
  }

  void note_aged_out(const Change& change) {
    const bool was_shown =
        reaches_target(changes_.before, *change.before) && has_proof(changes_.before, *change.before);
    const bool is_claimed = reaches_target(changes_.after, *change.after) && !has_proof(changes_.after, *change.after);
    if (was_shown && is_claimed && !changes_.aged_evidence(change).empty())
      changes_.aged_out.push_back(changes_.behaviors.size());
  }

  void add_same(const Change& change) {
    const Answer& after = *changes_.answer_after(change);
    (is_carried(after) ? changes_.not_asked_again_states : changes_.unchanged_states).add(after.rating);
    add(change, is_carried(after) ? &Changes::not_asked_again : &Changes::unchanged);
  }

  void add_rated(Change change, int from, int to) {
    if (!changes_.same_scale) return add(change, &Changes::not_subtracted);
    const auto point_before = static_cast<int>(changes_.before.ladder.scale.index_of(from));
    const auto point_after = static_cast<int>(changes_.after.ladder.scale.index_of(to));
    change.moved = point_after - point_before;
    if (change.moved == 0) return add_same(change);
    for (PillarMovement* movement : {&changes_.overall, &changes_.pillars[change.after->pillar]})
      ++(change.moved > 0 ? movement->improved : movement->regressed);
    add(change, change.moved > 0 ? &Changes::improved : &Changes::regressed);
  }

  Changes& changes_;
};

Changes start(Assessment before, Assessment after) {
  Changes changes;
  changes.before = std::move(before);
  changes.after = std::move(after);
  const Ladder& earlier = changes.before.ladder;
  const Ladder& later = changes.after.ladder;
  changes.same_scale = is_same_scale(earlier.scale, later.scale);
  changes.overall = {0, 0, start_tally(earlier), start_tally(later)};
  changes.pillars.assign(later.pillars.size(), changes.overall);
  changes.gates = compare_gates(changes.before, changes.after);
  changes.changed_gates = list_changed_thresholds(earlier.gates, later.gates);
  return changes;
}

void sort_furthest_first(std::vector<std::size_t>& indices, const std::vector<Change>& changes) {
  std::stable_sort(indices.begin(), indices.end(), [&changes](std::size_t a, std::size_t b) {
    return std::abs(changes[a].moved) > std::abs(changes[b].moved);
  });
}

/// Whether `all` contains it, ignoring its log entry, which may have been found later.
bool holds(const std::vector<Evidence>& all, const Evidence& evidence) {
  return std::any_of(all.begin(), all.end(), [&evidence](const Evidence& one) {
    return one.text == evidence.text && one.on == evidence.on && one.links == evidence.links;
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

std::vector<const Evidence*> Changes::evidence_between(const Change& change) const {
  std::vector<const Evidence*> between;
  const Answer* earlier = answer_before(change);
  const Answer* later = answer_after(change);
  if (later == nullptr) return between;
  for (const Evidence& evidence : later->evidence)
    if (earlier == nullptr || !holds(earlier->evidence, evidence)) between.push_back(&evidence);
  return between;
}

std::vector<const Evidence*> Changes::aged_evidence(const Change& change) const {
  std::vector<const Evidence*> aged;
  const Answer* earlier = answer_before(change);
  if (earlier == nullptr) return aged;
  const EvidenceWindow then = evidence_window(before);
  const EvidenceWindow now = evidence_window(after);
  for (const Evidence& evidence : earlier->evidence)
    if (age_of(evidence, then) == EvidenceAge::counts && age_of(evidence, now) == EvidenceAge::too_old)
      aged.push_back(&evidence);
  return aged;
}

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
