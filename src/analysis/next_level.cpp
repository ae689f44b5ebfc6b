#include <rung/analysis/next_level.hpp>

#include <numeric>
#include <utility>
#include <variant>

#include <rung/analysis/shown.hpp>
#include <rung/analysis/similarity.hpp>

namespace rung {
namespace {

LevelStanding judge_rated(const NextLevel& next, const ComparedBehavior& one, int value) {
  if (value < target_of(next.after, *place(next.after, *one.after).behavior)) return LevelStanding::below;
  const Answer& answer = next.assessment.answers[one.before->number];
  return count_evidence(answer, evidence_window(next.assessment)) > 0 ? LevelStanding::shown : LevelStanding::claimed;
}

LevelStanding judge(const NextLevel& next, const ComparedBehavior& one) {
  if (one.fate == BehaviorFate::reworded)
    return one.similarity < same_question_similarity ? LevelStanding::come : LevelStanding::reworded;
  if (one.fate != BehaviorFate::identical) return LevelStanding::come;
  if (!next.same_scale) return LevelStanding::rescaled;
  struct Judge {
    const NextLevel& next;
    const ComparedBehavior& one;
    LevelStanding operator()(const Unrated&) const { return LevelStanding::unrated; }
    LevelStanding operator()(const NotApplicable&) const { return LevelStanding::not_applicable; }
    LevelStanding operator()(const NoOpportunity&) const { return LevelStanding::no_opportunity; }
    LevelStanding operator()(const Rated& rated) const { return judge_rated(next, one, rated.value); }
  };
  return std::visit(Judge{next, one}, next.assessment.answers[one.before->number].rating);
}

}  // namespace

int LevelCounts::behaviors() const { return std::accumulate(counts.begin(), counts.end(), 0); }

int LevelCounts::comparable() const {
  return behaviors() - (*this)[LevelStanding::rescaled] - (*this)[LevelStanding::reworded] -
         (*this)[LevelStanding::come];
}

const Answer* NextLevel::answer(const LevelBehavior& one) const {
  return one.standing == LevelStanding::come ? nullptr : &assessment.answers[one.behavior.before->number];
}

NextLevel judge_against(Assessment assessment, const Ladder& ladder) {
  LadderDiff diff = compare_ladders(assessment.ladder, ladder);
  NextLevel next;
  next.assessment = std::move(assessment);
  next.after = std::move(diff.after);
  next.same_scale = diff.same_scale;
  next.gone = diff.counts.gone;
  for (const PillarDiff& pillar : diff.pillars) {
    if (pillar.side == LadderSide::before) continue;
    LevelCounts& counts = next.pillars.emplace_back();
    for (const ComparedBehavior& one : pillar.behaviors) {
      if (one.fate == BehaviorFate::gone) continue;
      const LevelStanding standing = judge(next, one);
      ++counts[standing];
      ++next.counts[standing];
      next.behaviors.push_back({standing, one});
    }
  }
  return next;
}

}  // namespace rung
