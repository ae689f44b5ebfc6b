#pragma once

#include <cstddef>
#include <vector>

#include <rung/analysis/similarity.hpp>

namespace rung {

/// Two texts that may be the same in other words, by their places in two lists.
struct SimilarTexts {
  std::size_t before = 0;
  std::size_t after = 0;
  double similarity = 0.0;
};

/// Every pair of a text of `before` and one of `after` whose similarity is at least `least` (above 0), by `before`,
/// then `after`; of each text of `before` at most the `most` best, the first where they are equal.
std::vector<SimilarTexts> find_similar(const std::vector<ComparableText>& before,
                                       const std::vector<ComparableText>& after, double least, std::size_t most);

/// Takes from `candidates` a set in which every text stands at most once, with the highest total similarity, component
/// by component; components with more than `most_exact` texts on their smaller side are taken best pair first.
/// The same candidates in the same order give the same result.
std::vector<SimilarTexts> assign(const std::vector<SimilarTexts>& candidates, std::size_t most_exact);

}  // namespace rung
