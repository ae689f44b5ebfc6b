#include <rung/analysis/ladder_diff.hpp>

#include <algorithm>
#include <utility>

namespace rung {
namespace {

void count(FateCounts& counts, BehaviorFate fate) {
  switch (fate) {
    case BehaviorFate::identical: ++counts.identical; return;
    case BehaviorFate::reworded: ++counts.reworded; return;
    case BehaviorFate::come: ++counts.come; return;
    case BehaviorFate::gone: ++counts.gone; return;
  }
}

class Comparer {
 public:
  Comparer(Ladder before, Ladder after) {
    diff_.before = std::move(before);
    diff_.after = std::move(after);
    diff_.same_scale = is_same_scale(diff_.before.scale, diff_.after.scale);
    for (std::size_t pillar = 0; pillar < diff_.after.pillars.size(); ++pillar)
      diff_.pillars.push_back({LadderSide::after, pillar, {}, {}});
  }

  LadderDiff compare() {
    const LadderMatch match = match_ladders(diff_.before, diff_.after);
    const std::vector<BehaviorIndex> earlier = index_behaviors(diff_.before);
    auto pair = match.pairs.begin();
    for (const BehaviorIndex& index : index_behaviors(diff_.after)) {
      ComparedBehavior one{BehaviorFate::come, std::nullopt, index, std::nullopt, 0.0};
      if (pair != match.pairs.end() && pair->after == index.number) {
        one.fate = pair->wording == Wording::identical ? BehaviorFate::identical : BehaviorFate::reworded;
        one.before = earlier[pair->before];
        one.basis = pair->basis;
        one.similarity = pair->similarity;
        ++pair;
      }
      add(diff_.pillars[index.pillar], one);
    }
    for (const std::size_t number : match.gone) {
      const BehaviorIndex& index = earlier[number];
      add(pillar_for(index.pillar), {BehaviorFate::gone, index, std::nullopt, std::nullopt, 0.0});
    }
    return std::move(diff_);
  }

 private:
  PillarDiff& pillar_for(std::size_t gone) {
    const Pillar& old = diff_.before.pillars[gone];
    const auto& pillars = diff_.after.pillars;
    auto found = std::find_if(pillars.begin(), pillars.end(), [&old](const Pillar& one) { return one.id == old.id; });
    if (found == pillars.end())
      found =
          std::find_if(pillars.begin(), pillars.end(), [&old](const Pillar& one) { return one.title == old.title; });
    if (found != pillars.end()) return diff_.pillars[static_cast<std::size_t>(found - pillars.begin())];
    // Gone behaviors come in ladder order, so a pillar of the earlier ladder is the last one or new.
    const bool is_there = !diff_.pillars.empty() && diff_.pillars.back().side == LadderSide::before &&
                          diff_.pillars.back().pillar == gone;
    if (!is_there) diff_.pillars.push_back({LadderSide::before, gone, {}, {}});
    return diff_.pillars.back();
  }

  void add(PillarDiff& pillar, const ComparedBehavior& one) {
    count(pillar.counts, one.fate);
    count(diff_.counts, one.fate);
    pillar.behaviors.push_back(one);
  }

  LadderDiff diff_;
};

}  // namespace

const std::string& LadderDiff::title(const PillarDiff& pillar) const {
  return (pillar.side == LadderSide::before ? before : after).pillars[pillar.pillar].title;
}

PlacedBehavior LadderDiff::place(const ComparedBehavior& one) const {
  return one.after ? rung::place(after, *one.after) : rung::place(before, *one.before);
}

LadderDiff compare_ladders(Ladder before, Ladder after) {
  return Comparer(std::move(before), std::move(after)).compare();
}

std::vector<WordRun> compare_words(const Ladder& before, const Ladder& after, const ComparedBehavior& one) {
  if (one.fate != BehaviorFate::reworded) return {};
  return compare_words(place(before, *one.before).behavior->text, place(after, *one.after).behavior->text);
}

}  // namespace rung
