#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include <rung/text/stemmer.hpp>

#include "trade_words.hpp"

namespace rung {

using TermId = std::uint32_t;

/// The known stems of a word; an abbreviation may have several.
struct KnownTerms {
  std::array<TermId, most_expanded_words> terms{};
  std::uint8_t count = 0;
  bool is_stop = false;  ///< meaningless by itself, but not always in a pair: "good at"

  [[nodiscard]] std::span<const TermId> all() const { return {terms.data(), count}; }
};

/// The stems of a ladder's words and ties, by number. Recognizes a word by its stem, as a compound of two known words,
/// or with one typing error. Words are in lowercase.
class Vocabulary {
 public:
  Vocabulary();

  /// The terms of `word`; new stems are added.
  const KnownTerms& add(const std::string& word);

  [[nodiscard]] std::size_t size() const { return term_count_; }
  /// Without stems if the word is not recognized.
  [[nodiscard]] KnownTerms find(const std::string& word) const;
  /// The two words that form `word`, such as "designdoc".
  [[nodiscard]] KnownTerms find_halves(const std::string& word) const;
  /// The word from which `word` differs by one letter added, omitted, or replaced, or by two neighbors swapped; if
  /// there are several, the one that was added first.
  [[nodiscard]] KnownTerms find_misspelled(const std::string& word) const;

 private:
  struct Spelling {
    std::string_view word;  ///< points into `words_`
    const KnownTerms* known = nullptr;
    std::uint32_t next = 0;  ///< 1 + the index of the next of the same start and length
  };

  void add_spelling(std::string_view word, const KnownTerms& known);

  Stemmer stemmer_;
  std::unordered_map<std::string, KnownTerms> words_;  ///< each distinct word is stemmed once
  std::unordered_map<std::string, TermId> stems_;
  TermId term_count_ = 0;
  std::vector<Spelling> spellings_;
  std::vector<std::uint32_t> first_spellings_;  ///< 1 + an index, by first letter and length
  std::vector<std::uint32_t> last_spellings_;
};

/// The weight of a term, or of two adjacent terms, in a behavior.
struct SaidTerm {
  static constexpr TermId alone = 0xFFFF'FFFF;

  TermId first = 0;
  TermId second = alone;
  std::uint32_t behavior = 0;
  double weight = 0.0;
};

/// An index of the terms of a ladder's behaviors.
class SaidTerms {
 public:
  void add(const SaidTerm& said) { said_.push_back(said); }
  /// Call once, after the last `add` and before the first `find`. All terms are below `term_count`.
  void finish(std::size_t term_count);

  /// The behaviors with `first`, or with `first` before `second`, in ladder order, each once with its total weight.
  [[nodiscard]] std::span<const SaidTerm> find(TermId first, TermId second = SaidTerm::alone) const;

 private:
  std::vector<SaidTerm> said_;
  std::vector<std::uint32_t> starts_;  ///< of each first term in `said_`, and the end
};

}  // namespace rung
