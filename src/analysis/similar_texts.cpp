#include "similar_texts.hpp"

#include <algorithm>
#include <map>
#include <string>

namespace rung {
namespace {

struct Posting {
  std::size_t text = 0;
  std::size_t times = 0;
};

/// Which texts have a word, and how often: comparing each with each would cost more than looking up.
class WordIndex {
 public:
  explicit WordIndex(const std::vector<ComparableText>& texts) {
    for (std::size_t text = 0; text < texts.size(); ++text) {
      for (const std::string& word : texts[text].words()) {
        std::vector<Posting>& postings = postings_[word];
        if (postings.empty() || postings.back().text != text) postings.push_back({text, 0});
        ++postings.back().times;
      }
    }
  }

  /// Adds to `common`, for each text, how many words it shares with `text`.
  void count_common(const ComparableText& text, std::vector<std::size_t>& common) const {
    const std::vector<std::string>& words = text.words();
    for (auto word = words.begin(); word != words.end();) {
      const auto next = std::upper_bound(word, words.end(), *word);
      const auto found = postings_.find(*word);
      if (found != postings_.end()) {
        const auto times = static_cast<std::size_t>(next - word);
        for (const Posting& posting : found->second) common[posting.text] += std::min(posting.times, times);
      }
      word = next;
    }
  }

 private:
  std::map<std::string, std::vector<Posting>, std::less<>> postings_;
};

void keep_best(std::vector<SimilarTexts>& found, std::size_t most) {
  if (found.size() <= most) return;
  std::stable_sort(found.begin(), found.end(),
                   [](const SimilarTexts& a, const SimilarTexts& b) { return a.similarity > b.similarity; });
  found.resize(most);
  std::sort(found.begin(), found.end(), [](const SimilarTexts& a, const SimilarTexts& b) { return a.after < b.after; });
}

}  // namespace

std::vector<SimilarTexts> find_similar(const std::vector<ComparableText>& before,
                                       const std::vector<ComparableText>& after, double least, std::size_t most) {
  const WordIndex index(after);
  std::vector<SimilarTexts> all;
  for (std::size_t left = 0; left < before.size(); ++left) {
    std::vector<std::size_t> common(after.size(), 0);
    index.count_common(before[left], common);
    std::vector<SimilarTexts> found;
    for (std::size_t right = 0; right < after.size(); ++right) {
      if (common[right] == 0) continue;
      const std::size_t words = before[left].words().size() + after[right].words().size();
      const double share = 2.0 * static_cast<double>(common[right]) / static_cast<double>(words);
      if (share >= least) found.push_back({left, right, share});
    }
    keep_best(found, most);
    all.insert(all.end(), found.begin(), found.end());
  }
  return all;
}

}  // namespace rung
