#include <rung/analysis/similarity.hpp>

#include <algorithm>
#include <cmath>
#include <map>
#include <string_view>
#include <unordered_map>

#include <rung/analysis/word_diff.hpp>
#include <rung/text/ascii.hpp>

namespace rung {
namespace {

bool is_word_byte(char byte) {
  const auto value = static_cast<unsigned char>(byte);
  return (value >= 'a' && value <= 'z') || (value >= '0' && value <= '9') || value >= 0x80;
}

/// Letters and digits in lowercase; any non-ASCII byte counts as a letter.
std::string normalize_word(std::string_view word) {
  std::string normal;
  for (const char byte : word) {
    const char lower = to_lower(byte);
    if (is_word_byte(lower)) normal.push_back(lower);
  }
  return normal;
}

struct Posting {
  std::size_t text = 0;
  std::size_t times = 0;
};

/// An index of the texts that have a word, and how often, which is faster than comparing all pairs.
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

  /// Adds to `common` the number of words that each text shares with `text`.
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

void sort_best_first(std::vector<SimilarTexts>& pairs) {
  std::stable_sort(pairs.begin(), pairs.end(),
                   [](const SimilarTexts& a, const SimilarTexts& b) { return a.similarity > b.similarity; });
}

std::unordered_map<std::string_view, int> count_words(const std::vector<ComparableText>& texts) {
  std::unordered_map<std::string_view, int> counts;
  for (const ComparableText& text : texts)
    for (const std::string& word : text.words()) ++counts[word];
  return counts;
}

/// The rarest words of `text`, enough that every sufficiently similar text has one of them among its own rarest: of s
/// words, a near-duplicate shares at least s * t / (2 - t).
std::vector<std::string_view> rarest_words(const ComparableText& text,
                                           const std::unordered_map<std::string_view, int>& counts) {
  std::vector<std::string_view> words(text.words().begin(), text.words().end());
  std::sort(words.begin(), words.end(), [&counts](std::string_view a, std::string_view b) {
    const int left = counts.at(a);
    const int right = counts.at(b);
    return left != right ? left < right : a < b;
  });
  const double size = static_cast<double>(words.size());
  const double shared = size * near_duplicate_similarity / (2.0 - near_duplicate_similarity);
  words.resize(words.size() - std::min(words.size(), static_cast<std::size_t>(std::ceil(shared - 1e-9))) +
               (words.empty() ? 0 : 1));
  words.erase(std::unique(words.begin(), words.end()), words.end());
  return words;
}

/// Finds the near-duplicate of one text after another.
class NearDuplicateFinder {
 public:
  explicit NearDuplicateFinder(const std::vector<ComparableText>& texts) : texts_(texts), counts_(count_words(texts)) {}

  std::optional<NearDuplicate> find(std::size_t index) {
    const ComparableText& text = texts_[index];
    if (text.words().empty()) return std::nullopt;
    const auto [same, is_new] = first_.emplace(text.words(), index);
    // Texts with the same words have the same near-duplicates, so they need no index.
    if (!is_new) return NearDuplicate{same->second, 1.0};
    const auto rarest = rarest_words(text, counts_);
    std::optional<NearDuplicate> nearest;
    if (text.words().size() >= static_cast<std::size_t>(fewest_comparable_words)) nearest = compare(index, rarest);
    for (const std::string_view word : rarest) with_word_[word].push_back(index);
    return nearest;
  }

 private:
  std::optional<NearDuplicate> compare(std::size_t index, const std::vector<std::string_view>& rarest) const {
    std::vector<std::size_t> candidates;
    for (const std::string_view word : rarest) {
      const auto found = with_word_.find(word);
      if (found == with_word_.end()) continue;
      const std::size_t room = static_cast<std::size_t>(most_comparisons) - candidates.size();
      const auto& earlier = found->second;
      candidates.insert(candidates.end(), earlier.begin(),
                        earlier.begin() + static_cast<std::ptrdiff_t>(std::min(room, earlier.size())));
    }
    std::sort(candidates.begin(), candidates.end());
    candidates.erase(std::unique(candidates.begin(), candidates.end()), candidates.end());
    std::optional<NearDuplicate> nearest;
    for (const std::size_t candidate : candidates) {
      const double alike = similarity(texts_[candidate], texts_[index]);
      if (alike >= near_duplicate_similarity && (!nearest || alike > nearest->similarity))
        nearest = NearDuplicate{candidate, alike};
    }
    return nearest;
  }

  const std::vector<ComparableText>& texts_;
  std::unordered_map<std::string_view, int> counts_;
  std::map<std::vector<std::string>, std::size_t> first_;
  std::unordered_map<std::string_view, std::vector<std::size_t>> with_word_;
};

}  // namespace

ComparableText::ComparableText(std::string_view text) {
  for (const std::string_view word : split_words(text)) {
    std::string normal = normalize_word(word);
    if (!normal.empty()) words_.push_back(std::move(normal));
  }
  std::sort(words_.begin(), words_.end());
}

double similarity(const ComparableText& a, const ComparableText& b) {
  if (a.words().empty() || b.words().empty()) return 0.0;
  std::size_t common = 0;
  auto left = a.words().begin();
  auto right = b.words().begin();
  while (left != a.words().end() && right != b.words().end()) {
    const int order = left->compare(*right);
    if (order == 0) ++common;
    if (order <= 0) ++left;
    if (order >= 0) ++right;
  }
  return 2.0 * static_cast<double>(common) / static_cast<double>(a.words().size() + b.words().size());
}

std::vector<SimilarTexts> find_similar(const std::vector<ComparableText>& before,
                                       const std::vector<ComparableText>& after, double least) {
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
    sort_best_first(found);
    if (found.size() > most_candidates) found.resize(most_candidates);
    all.insert(all.end(), found.begin(), found.end());
  }
  sort_best_first(all);
  return all;
}

std::vector<std::optional<NearDuplicate>> find_near_duplicates(const std::vector<ComparableText>& texts) {
  NearDuplicateFinder finder(texts);
  std::vector<std::optional<NearDuplicate>> found;
  found.reserve(texts.size());
  for (std::size_t index = 0; index < texts.size(); ++index) found.push_back(finder.find(index));
  return found;
}

}  // namespace rung
