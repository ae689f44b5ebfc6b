#include <rung/analysis/ladder_diff.hpp>

#include <algorithm>

namespace rung {
namespace {

void count(FateCounts& counts, BehaviorFate fate) {
  switch (fate) {
    case BehaviorFate::identical:
      ++counts.identical;
      return;
    case BehaviorFate::reworded:
      ++counts.reworded;
      return;
    case BehaviorFate::come:
      ++counts.come;
      return;
    case BehaviorFate::gone:
      ++counts.gone;
      return;
  }
}

class Comparer {
 public:
  Comparer(const Ladder& before, const Ladder& after)
      : before_(before), after_(after), earlier_(list_behaviors(before)), later_(list_behaviors(after)) {}

  LadderDiff compare() {
    diff_.before = head_of(before_);
    diff_.after = head_of(after_);
    diff_.same_scale = is_same_scale(before_.scale, after_.scale);
    for (const Pillar& pillar : after_.pillars) diff_.pillars.push_back({pillar.title, {}, {}});
    const LadderMatch match = match_ladders(before_, after_);
    add_later(match);
    for (const std::size_t index : match.gone) add_gone(earlier_[index]);
    return std::move(diff_);
  }

 private:
  void add_later(const LadderMatch& match) {
    auto pair = match.pairs.begin();
    for (std::size_t index = 0; index < later_.size(); ++index) {
      ComparedBehavior one;
      describe_later(one, later_[index]);
      if (pair != match.pairs.end() && pair->after == index) {
        describe_pair(one, *pair);
        ++pair;
      } else {
        one.fate = BehaviorFate::come;
      }
      const auto pillar = static_cast<std::size_t>(later_[index].pillar - after_.pillars.data());
      add(diff_.pillars[pillar], std::move(one));
    }
  }

  void describe_later(ComparedBehavior& one, const PlacedBehavior& placed) const {
    one.key = placed.behavior->key;
    one.responsibility = placed.responsibility->title;
    one.text = placed.behavior->text;
    one.target = target_of(after_, *placed.behavior);
  }

  void describe_earlier(ComparedBehavior& one, const PlacedBehavior& placed) const {
    one.key_before = placed.behavior->key;
    one.text_before = placed.behavior->text;
    one.target_before = target_of(before_, *placed.behavior);
  }

  void describe_pair(ComparedBehavior& one, const BehaviorMatch& pair) const {
    describe_earlier(one, earlier_[pair.before]);
    one.basis = pair.basis;
    one.similarity = pair.similarity;
    if (pair.wording == Wording::identical) return;
    one.fate = BehaviorFate::reworded;
    one.words = compare_words(one.text_before, one.text);
  }

  void add_gone(const PlacedBehavior& placed) {
    ComparedBehavior one;
    one.fate = BehaviorFate::gone;
    describe_earlier(one, placed);
    one.responsibility = placed.responsibility->title;
    add(pillar_for(*placed.pillar), std::move(one));
  }

  PillarDiff& pillar_for(const Pillar& old) {
    const auto find = [this](auto is_it) {
      const auto found = std::find_if(after_.pillars.begin(), after_.pillars.end(), is_it);
      return static_cast<std::size_t>(found - after_.pillars.begin());
    };
    std::size_t place = find([&old](const Pillar& pillar) { return pillar.id == old.id; });
    if (place == after_.pillars.size())
      place = find([&old](const Pillar& pillar) { return pillar.title == old.title; });
    if (place < after_.pillars.size()) return diff_.pillars[place];
    const auto first_extra = diff_.pillars.begin() + static_cast<std::ptrdiff_t>(after_.pillars.size());
    const auto extra = std::find_if(first_extra, diff_.pillars.end(),
                                    [&old](const PillarDiff& pillar) { return pillar.title == old.title; });
    if (extra != diff_.pillars.end()) return *extra;
    return diff_.pillars.emplace_back(PillarDiff{old.title, {}, {}});
  }

  void add(PillarDiff& pillar, ComparedBehavior one) {
    count(pillar.counts, one.fate);
    count(diff_.counts, one.fate);
    pillar.behaviors.push_back(std::move(one));
  }

  const Ladder& before_;
  const Ladder& after_;
  std::vector<PlacedBehavior> earlier_;
  std::vector<PlacedBehavior> later_;
  LadderDiff diff_;
};

}  // namespace

LadderHead head_of(const Ladder& ladder) {
  return {ladder.id,    ladder.title, ladder.level, ladder.version, static_cast<int>(list_behaviors(ladder).size()),
          ladder.scale, ladder.target};
}

LadderDiff compare_ladders(const Ladder& before, const Ladder& after) { return Comparer(before, after).compare(); }

}  // namespace rung
