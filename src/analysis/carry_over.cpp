#include <rung/analysis/carry_over.hpp>

#include <utility>

#include <rung/analysis/match.hpp>

namespace rung {

Assessment carry_over(const Assessment& draft, const Ladder& ladder) {
  Assessment carried = draft;
  carried.ladder = ladder;
  carried.answers.clear();
  const bool same_scale = is_same_scale(draft.ladder.scale, ladder.scale);
  const std::vector<PlacedBehavior> behaviors = list_behaviors(ladder);
  const std::vector<PairedAnswer> earlier = pair_answers(draft, ladder, Pairing::by_key);
  for (std::size_t number = 0; number < behaviors.size(); ++number) {
    Answer answer;
    if (earlier[number].answer != nullptr) answer = *earlier[number].answer;
    if (!same_scale && rated_value(answer.rating)) answer.rating = Unrated{};
    answer.behavior = behaviors[number].behavior->key;
    carried.answers.push_back(std::move(answer));
  }
  return carried;
}

}  // namespace rung
