#include <rung/analysis/carry_over.hpp>

#include "answer_index.hpp"
#include "join.hpp"

namespace rung {

Assessment carry_over(const Assessment& draft, const Ladder& ladder) {
  Assessment carried = draft;
  carried.ladder = ladder;
  carried.answers.clear();
  const AnswerIndex answers(draft);
  const bool same_scale = is_same_scale(draft.ladder.scale, ladder.scale);
  for (const auto& [before, after] : join_behaviors(draft.ladder, carried.ladder).pairs) {
    Answer answer;
    if (before.behavior != nullptr) {
      answer = answers.find(before.behavior->key);
      if (!same_scale && rated_value(answer.rating)) answer.rating = Unrated{};
    }
    answer.behavior = after.behavior->key;
    carried.answers.push_back(std::move(answer));
  }
  return carried;
}

}  // namespace rung
