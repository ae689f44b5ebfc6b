#include <rung/analysis/next_level.hpp>

#include <utility>

namespace rung {
namespace {

LevelStanding judge(const NextLevel& next, const ComparedBehavior& one) {
  if (one.fate == BehaviorFate::reworded) return LevelStanding::reworded;
  if (one.fate != BehaviorFate::identical) return LevelStanding::come;
  const auto value = rated_value(next.assessment.answers[one.before->number].rating);
  if (!value) return LevelStanding::unrated;
  if (!next.same_scale) return LevelStanding::rescaled;
  const int target = target_of(next.after, *place(next.after, *one.after).behavior);
  return *value >= target ? LevelStanding::shown : LevelStanding::below;
}

int& count_for(LevelCounts& counts, LevelStanding standing) {
  switch (standing) {
    case LevelStanding::shown: return counts.shown;
    case LevelStanding::below: return counts.below;
    case LevelStanding::unrated: return counts.unrated;
    case LevelStanding::rescaled: return counts.rescaled;
    case LevelStanding::reworded: return counts.reworded;
    case LevelStanding::come: break;
  }
  return counts.come;
}

}  // namespace

const Answer* NextLevel::answer(const LevelBehavior& one) const {
  return one.behavior.before ? &assessment.answers[one.behavior.before->number] : nullptr;
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
      ++count_for(counts, standing);
      ++count_for(next.counts, standing);
      next.behaviors.push_back({standing, one});
    }
  }
  return next;
}

}  // namespace rung
