#pragma once

#include <cstddef>
#include <optional>
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

/// Two texts that may be the same in other words, as indices into two lists.
struct SimilarTexts {
  std::size_t before = 0;
  std::size_t after = 0;
  double similarity = 0.0;
};

/// Of each text at most this many candidates are kept; bounds the cost of ladders that repeat themselves all over.
inline constexpr std::size_t most_candidates = 64;

/// The pairs of a text of `before` and one of `after` whose similarity is at least `least` (above 0), best first;
/// equals by `before`, then `after`. Of each text of `before` the `most_candidates` best.
std::vector<SimilarTexts> find_similar(const std::vector<ComparableText>& before,
                                       const std::vector<ComparableText>& after, double least);

/// Two texts below this similarity are two questions, whatever pairs them: more than a third of their words differ.
inline constexpr double same_question_similarity = 2.0 / 3.0;

/// From this similarity on, two behaviors are near-duplicates: at most one of five words differs. Parallel sentences
/// about different things, which share only their frame, stay below; in the built-in ladder no pair reaches 0.5.
inline constexpr double near_duplicate_similarity = 0.8;

/// Texts of fewer words are near-duplicates only if their words are the same: one other word is another thing.
inline constexpr int fewest_comparable_words = 4;

/// How many of the earlier texts that share rare words with one are compared with it.
inline constexpr int most_comparisons = 200;

/// The earlier text that one is most like.
struct NearDuplicate {
  std::size_t earlier = 0;  ///< index into the same list
  double similarity = 0.0;
};

/// For each text its near-duplicate among those before it, where there is one.
std::vector<std::optional<NearDuplicate>> find_near_duplicates(const std::vector<ComparableText>& texts);

}  // namespace rung
