#include <rung/analysis/next_level.hpp>

#include "answer_index.hpp"

namespace rung {
namespace {

LevelStanding judge(const ComparedBehavior& one, const std::optional<Answer>& answer, bool same_scale) {
  if (one.fate == BehaviorFate::reworded) return LevelStanding::reworded;
  if (one.fate != BehaviorFate::identical || !answer) return LevelStanding::come;
  const auto value = rated_value(answer->rating);
  if (!value) return LevelStanding::unrated;
  if (!same_scale) return LevelStanding::rescaled;
  return *value >= one.target ? LevelStanding::shown : LevelStanding::below;
}

int& count_for(LevelCounts& counts, LevelStanding standing) {
  switch (standing) {
    case LevelStanding::shown:
      return counts.shown;
    case LevelStanding::below:
      return counts.below;
    case LevelStanding::unrated:
      return counts.unrated;
    case LevelStanding::rescaled:
      return counts.rescaled;
    case LevelStanding::reworded:
      return counts.reworded;
    case LevelStanding::come:
      break;
  }
  return counts.come;
}

}  // namespace

NextLevel judge_against(const Assessment& assessment, const Ladder& ladder) {
  LadderDiff diff = compare_ladders(assessment.ladder, ladder);
  const AnswerIndex answers(assessment);
  NextLevel next;
  next.assessment = head_of(assessment);
  next.same_scale = diff.same_scale;
  next.gone = diff.counts.gone;
  for (PillarDiff& pillar : diff.pillars) {
    LevelPillar counted{pillar.title, {}};
    for (ComparedBehavior& one : pillar.behaviors) {
      if (one.fate == BehaviorFate::gone) continue;
      std::optional<Answer> answer;
      if (one.fate != BehaviorFate::come) answer = answers.find(one.key_before);
      const LevelStanding standing = judge(one, answer, diff.same_scale);
      ++count_for(counted.counts, standing);
      ++count_for(next.counts, standing);
      next.behaviors.push_back({standing, pillar.title, std::move(one), std::move(answer)});
    }
    if (counted.counts.behaviors() > 0) next.pillars.push_back(std::move(counted));
  }
  next.before = std::move(diff.before);
  next.after = std::move(diff.after);
  return next;
}

}  // namespace rung
