#pragma once

#include <string_view>
#include <unordered_map>

#include <rung/assessment/assessment.hpp>

namespace rung {

/// Finds answers by behavior in constant time, which keeps hostile files with many behaviors cheap. The assessment must
/// outlive it.
class AnswerIndex {
 public:
  explicit AnswerIndex(const Assessment& assessment);

  /// The behavior must be one of the assessment's ladder.
  [[nodiscard]] const Answer& find(std::string_view behavior) const;

 private:
  std::unordered_map<std::string_view, const Answer*> answers_;
};

}  // namespace rung
