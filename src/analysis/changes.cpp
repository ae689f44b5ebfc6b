#include <rung/analysis/changes.hpp>

#include <algorithm>
#include <cstdlib>
#include <variant>

#include "answer_index.hpp"
#include "join.hpp"

namespace rung {
namespace {

bool is_same_text(const std::string& a, const std::string& b) { return split_words(a) == split_words(b); }

bool is_same_state(const Answer& before, const Answer& after) { return before.rating.index() == after.rating.index(); }

Addition describe(const AnswerIndex& answers, const PlacedBehavior& placed) {
  return {placed.behavior->key, placed.pillar->title, placed.responsibility->title, placed.behavior->text,
          answers.find(placed.behavior->key)};
}

class Sorter {
 public:
  explicit Sorter(Changes& changes) : changes_(changes) {}

  void sort_in(Change change, PillarMovement& pillar) {
    const auto before = rated_value(change.before.rating);
    const auto after = rated_value(change.after.rating);
    if (before && after) {
      sort_in_rated(std::move(change), *before, *after, pillar);
    } else if (is_same_state(change.before, change.after)) {
      ++changes_.unchanged;
      changes_.unchanged_behaviors.push_back(change);
      if (std::holds_alternative<Unrated>(change.after.rating)) ++changes_.still_unrated;
    } else if (after) {
      changes_.newly_rated.push_back(std::move(change));
    } else if (before && std::holds_alternative<Unrated>(change.after.rating)) {
      changes_.no_longer_rated.push_back(std::move(change));
    } else {
      changes_.state_changes.push_back(std::move(change));
    }
  }

 private:
  void sort_in_rated(Change change, int before, int after, PillarMovement& pillar) {
    if (!changes_.same_scale) {
      changes_.not_subtracted.push_back(std::move(change));
      return;
    }
    const Scale& scale = changes_.scale_after;
    change.moved = static_cast<int>(scale.index_of(after)) - static_cast<int>(scale.index_of(before));
    pillar.net_points += change.moved;
    if (change.moved > 0) {
      ++pillar.improved;
      changes_.improved.push_back(std::move(change));
    } else if (change.moved < 0) {
      ++pillar.regressed;
      changes_.regressed.push_back(std::move(change));
    } else {
      ++changes_.unchanged;
      changes_.unchanged_behaviors.push_back(std::move(change));
    }
  }

  Changes& changes_;
};

Changes describe_sides(const Assessment& before, const Assessment& after) {
  Changes changes;
  changes.before = head_of(before);
  changes.after = head_of(after);
  changes.scale_before = before.ladder.scale;
  changes.scale_after = after.ladder.scale;
  changes.target_before = before.ladder.target;
  changes.target_after = after.ladder.target;
  changes.same_scale = is_same_scale(before.ladder.scale, after.ladder.scale);
  for (const Pillar& pillar : after.ladder.pillars) {
    changes.pillars.push_back({pillar.title, 0, 0, 0, std::vector<int>(before.ladder.scale.points.size()),
                               std::vector<int>(after.ladder.scale.points.size())});
  }
  return changes;
}

void count_ratings(const Changes& changes, const Answer& before, const Answer& after, PillarMovement& pillar) {
  const auto from = rated_value(before.rating);
  const auto to = rated_value(after.rating);
  if (!from || !to) return;
  ++pillar.before[changes.scale_before.index_of(*from)];
  ++pillar.after[changes.scale_after.index_of(*to)];
}

void sort_furthest_first(std::vector<Change>& changes) {
  std::stable_sort(changes.begin(), changes.end(),
                   [](const Change& a, const Change& b) { return std::abs(a.moved) > std::abs(b.moved); });
}

}  // namespace

AssessmentHead head_of(const Assessment& assessment) {
  const Ladder& ladder = assessment.ladder;
  return {assessment.id,    ladder.id,        ladder.title,          ladder.version,
          assessment.rater, assessment.label, assessment.started_at, assessment.finished_at};
}

Changes compare(const Assessment& before, const Assessment& after) {
  Changes changes = describe_sides(before, after);
  Sorter sorter(changes);
  const AnswerIndex answers_before(before);
  const AnswerIndex answers_after(after);
  const JoinedBehaviors joined = join_behaviors(before.ladder, after.ladder);
  for (const auto& [old, now] : joined.pairs) {
    const auto pillar = static_cast<std::size_t>(now.pillar - after.ladder.pillars.data());
    if (old.behavior == nullptr) {
      changes.added.push_back(describe(answers_after, now));
    } else if (!is_same_text(old.behavior->text, now.behavior->text)) {
      changes.reworded.push_back({now.behavior->key, now.pillar->title, now.responsibility->title,
                                  compare_words(old.behavior->text, now.behavior->text),
                                  answers_before.find(old.behavior->key), answers_after.find(now.behavior->key)});
    } else {
      count_ratings(changes, answers_before.find(old.behavior->key), answers_after.find(now.behavior->key),
                    changes.pillars[pillar]);
      sorter.sort_in({now.behavior->key, now.pillar->title, now.responsibility->title, now.behavior->text,
                      answers_before.find(old.behavior->key), answers_after.find(now.behavior->key), 0},
                     changes.pillars[pillar]);
    }
  }
  for (const PlacedBehavior& placed : joined.removed) changes.removed.push_back(describe(answers_before, placed));
  sort_furthest_first(changes.regressed);
  sort_furthest_first(changes.improved);
  return changes;
}

}  // namespace rung
