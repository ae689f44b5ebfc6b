#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rung {

/// A text prepared for comparison with many others: its words in lowercase, without punctuation, sorted.
class ComparableText {
 public:
  explicit ComparableText(std::string_view text);

  [[nodiscard]] const std::vector<std::string>& words() const noexcept { return words_; }

 private:
  std::vector<std::string> words_;
};

/// The similarity of two texts, 0 to 1: the Sørensen-Dice coefficient of their words as multisets, which is twice the
/// number of common words divided by the number of words in both. Symmetric; 1 for texts that differ only in order,
/// case, or punctuation; 0 if either has no words.
double similarity(const ComparableText& a, const ComparableText& b);

/// Two texts that may be the same in other words, as indices into two lists.
struct SimilarTexts {
  std::size_t before = 0;
  std::size_t after = 0;
  double similarity = 0.0;
};

/// At most this many candidates are kept per text, which limits the cost of ladders with many repetitions.
inline constexpr std::size_t most_candidates = 64;

/// The pairs of a text of `before` and one of `after` whose similarity is at least `least` (above 0), best first;
/// equals by `before`, then `after`. Of each text of `before` the `most_candidates` best.
std::vector<SimilarTexts> find_similar(const std::vector<ComparableText>& before,
                                       const std::vector<ComparableText>& after, double least);

/// Two texts below this similarity are different questions, even if they are paired: more than a third of their words
/// differ.
inline constexpr double same_question_similarity = 2.0 / 3.0;

/// From this similarity on, two behaviors are near-duplicates: at most one of five words differs. Parallel sentences
/// about different things stay below.
inline constexpr double near_duplicate_similarity = 0.8;

/// Shorter texts are near-duplicates only if their words are the same, because one other word changes the meaning.
inline constexpr int fewest_comparable_words = 4;

/// At most this many earlier texts that share rare words with a text are compared with it.
inline constexpr int most_comparisons = 200;

/// The most similar earlier text.
struct NearDuplicate {
  std::size_t earlier = 0;  ///< index into the same list
  double similarity = 0.0;
};

/// For each text, its near-duplicate among the earlier ones, if there is one.
std::vector<std::optional<NearDuplicate>> find_near_duplicates(const std::vector<ComparableText>& texts);

}  // namespace rung
