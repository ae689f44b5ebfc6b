#include "answer_index.hpp"

#include <cassert>

namespace rung {

AnswerIndex::AnswerIndex(const Assessment& assessment) {
  for (const Answer& answer : assessment.answers) answers_.emplace(answer.behavior, &answer);
}

const Answer& AnswerIndex::find(std::string_view behavior) const {
  const auto found = answers_.find(behavior);
  assert(found != answers_.end());
  return *found->second;
}

}  // namespace rung
