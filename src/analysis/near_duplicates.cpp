#include "near_duplicates.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <string_view>
#include <unordered_map>

#include <rung/analysis/lint.hpp>
#include <rung/analysis/similarity.hpp>

namespace rung {
namespace {

using Words = std::vector<std::string>;

std::unordered_map<std::string_view, int> count_words(const std::vector<ComparableText>& texts) {
  std::unordered_map<std::string_view, int> counts;
  for (const ComparableText& text : texts)
    for (const std::string& word : text.words()) ++counts[word];
  return counts;
}

/// The rarest words of `text`, so many that every text that is similar enough has one of them among its own rarest:
/// of s words, a near-duplicate shares at least s * t / (2 - t).
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
class Finder {
 public:
  explicit Finder(const std::vector<ComparableText>& texts) : texts_(texts), counts_(count_words(texts)) {}

  std::optional<NearDuplicate> find(std::size_t index) {
    const ComparableText& text = texts_[index];
    if (text.words().empty()) return std::nullopt;
    const auto [same, is_new] = first_.emplace(text.words(), index);
    // What has the same words has the same neighbours: it need not be found through the index, nor stand in it.
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
  std::map<Words, std::size_t> first_;
  std::unordered_map<std::string_view, std::vector<std::size_t>> with_word_;
};

}  // namespace

std::vector<std::optional<NearDuplicate>> find_near_duplicates(const std::vector<PlacedBehavior>& behaviors) {
  std::vector<ComparableText> texts;
  texts.reserve(behaviors.size());
  for (const PlacedBehavior& placed : behaviors) texts.emplace_back(placed.behavior->text);
  Finder finder(texts);
  std::vector<std::optional<NearDuplicate>> found;
  found.reserve(texts.size());
  for (std::size_t i = 0; i < texts.size(); ++i) found.push_back(finder.find(i));
  return found;
}

}  // namespace rung
