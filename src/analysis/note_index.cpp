#include "note_index.hpp"

#include <algorithm>
#include <numeric>

namespace rung {
namespace {

// Shorter words are too often one typing error away from other words: "lunch" and "launch".
constexpr std::size_t shortest_misspelled = 6;
constexpr std::size_t shortest_half = 4;
constexpr std::size_t length_limit = 41;
constexpr std::size_t letter_count = 27;  // a to z, and everything else

std::size_t start_of(std::string_view word) {
  return word.front() >= 'a' && word.front() <= 'z' ? static_cast<std::size_t>(word.front() - 'a') : letter_count - 1;
}

std::size_t bucket_of(std::size_t start, std::size_t length) { return start * length_limit + length; }

/// Whether one insertion, deletion, replacement, or swap of neighbors turns `a` into `b`.
bool is_one_error_apart(std::string_view a, std::string_view b) {
  if (a.size() > b.size()) std::swap(a, b);
  if (b.size() - a.size() > 1) return false;
  std::size_t same = 0;
  while (same < a.size() && a[same] == b[same]) ++same;
  if (a.size() != b.size()) return a.substr(same) == b.substr(same + 1);
  if (same == a.size() || a.substr(same + 1) == b.substr(same + 1)) return true;
  return same + 1 < a.size() && a[same] == b[same + 1] && a[same + 1] == b[same] &&
         a.substr(same + 2) == b.substr(same + 2);
}

template <class Visit>
void for_each_word(std::string_view words, const Visit& visit) {
  while (!words.empty()) {
    const std::size_t space = std::min(words.find(' '), words.size());
    visit(words.substr(0, space));
    words.remove_prefix(std::min(space + 1, words.size()));
  }
}

}  // namespace

Vocabulary::Vocabulary() {
  constexpr std::size_t usual_size = 4096;
  words_.reserve(usual_size);
  stems_.reserve(usual_size);
}

const KnownTerms& Vocabulary::add(const std::string& word) {
  const auto [place, is_new] = words_.try_emplace(word);
  KnownTerms& known = place->second;
  if (!is_new) return known;
  known.is_stop = is_stop_word(word);
  for_each_word(known.is_stop ? std::string_view(word) : expand_word(word), [&](std::string_view part) {
    const auto [stem, is_new_stem] = stems_.try_emplace(stemmer_.stem(part), term_count_);
    if (is_new_stem) ++term_count_;
    known.terms.at(known.count++) = stem->second;
  });
  add_spelling(place->first, known);
  return known;
}

void Vocabulary::add_spelling(std::string_view word, const KnownTerms& known) {
  if (word.size() < shortest_misspelled || word.size() >= length_limit || known.is_stop) return;
  first_spellings_.resize(letter_count * length_limit);
  last_spellings_.resize(letter_count * length_limit);
  spellings_.push_back({word, &known});
  const auto number = static_cast<std::uint32_t>(spellings_.size());
  const std::size_t bucket = bucket_of(start_of(word), word.size());
  std::uint32_t& last = last_spellings_[bucket];
  (last == 0 ? first_spellings_[bucket] : spellings_[last - 1].next) = number;
  last = number;
}

KnownTerms Vocabulary::find(const std::string& word) const {
  if (const auto known = words_.find(word); known != words_.end()) return known->second;
  KnownTerms found;
  found.is_stop = is_stop_word(word);
  for_each_word(found.is_stop ? std::string_view(word) : expand_word(word), [&](std::string_view part) {
    const auto stem = stems_.find(stemmer_.stem(part));
    if (stem != stems_.end()) found.terms.at(found.count++) = stem->second;
  });
  return found;
}

KnownTerms Vocabulary::find_halves(const std::string& word) const {
  for (std::size_t at = shortest_half; at + shortest_half <= word.size(); ++at) {
    const auto first = words_.find(word.substr(0, at));
    if (first == words_.end() || first->second.count == 0) continue;
    const KnownTerms second = find(word.substr(at));
    if (second.count > 0) return {{first->second.terms[0], second.terms[0]}, 2, false};
  }
  return {};
}

KnownTerms Vocabulary::find_misspelled(const std::string& word) const {
  if (spellings_.empty() || word.size() < shortest_misspelled || word.size() + 1 >= length_limit) return {};
  // The first letter is usually right, except in a swap.
  for (const std::size_t start : {start_of(word), start_of(std::string_view(word).substr(1))}) {
    for (const std::size_t length : {word.size(), word.size() + 1, word.size() - 1}) {
      for (std::uint32_t next = first_spellings_[bucket_of(start, length)]; next != 0;) {
        const Spelling& spelling = spellings_[next - 1];
        if (is_one_error_apart(word, spelling.word)) return *spelling.known;
        next = spelling.next;
      }
    }
  }
  return {};
}

void SaidTerms::finish(std::size_t term_count) {
  // A counting sort by first term, then a small sort of each: half the time of one large sort.
  starts_.assign(term_count + 1, 0);
  for (const SaidTerm& one : said_) ++starts_[one.first + 1];
  std::partial_sum(starts_.begin(), starts_.end(), starts_.begin());
  std::vector<std::uint32_t> next(starts_.begin(), starts_.end() - 1);
  std::vector<SaidTerm> sorted(said_.size());
  for (const SaidTerm& one : said_) sorted[next[one.first]++] = one;
  const auto comes_first = [](const SaidTerm& a, const SaidTerm& b) {
    return a.second != b.second ? a.second < b.second : a.behavior < b.behavior;
  };
  said_.clear();
  for (std::size_t term = 0; term < term_count; ++term) {
    const auto group = std::span(sorted).subspan(starts_[term], starts_[term + 1] - starts_[term]);
    std::sort(group.begin(), group.end(), comes_first);
    const std::size_t start = said_.size();
    for (const SaidTerm& one : group) {
      const bool is_same = said_.size() > start && !comes_first(said_.back(), one);
      if (is_same)
        said_.back().weight += one.weight;
      else
        said_.push_back(one);
    }
    starts_[term] = static_cast<std::uint32_t>(start);
  }
  starts_[term_count] = static_cast<std::uint32_t>(said_.size());
}

std::span<const SaidTerm> SaidTerms::find(TermId first, TermId second) const {
  const auto group = std::span(said_).subspan(starts_[first], starts_[first + 1] - starts_[first]);
  const auto comes_first = [](const auto& a, const auto& b) { return a.second < b.second; };
  const auto [begin, end] = std::equal_range(group.begin(), group.end(), SaidTerm{first, second, 0, 0.0}, comes_first);
  return {begin, end};
}

}  // namespace rung
