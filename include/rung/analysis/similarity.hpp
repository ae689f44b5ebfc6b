#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace rung {

/// A text prepared to be compared with many others: its words in lower case, without punctuation, sorted.
class ComparableText {
 public:
  explicit ComparableText(std::string_view text);

  [[nodiscard]] const std::vector<std::string>& words() const noexcept { return words_; }

 private:
  std::vector<std::string> words_;
};

/// How alike two texts are, 0 to 1: the Sørensen-Dice coefficient of their words as multisets, twice the words in
/// common by the words of both. Symmetric; 1 for texts that differ in order, case or punctuation alone; 0 when either
/// has no word.
double similarity(const ComparableText& a, const ComparableText& b);

}  // namespace rung
