#include "ids.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <vector>

#include <rung/text/ascii.hpp>

#include "outline_text.hpp"

namespace rung {
namespace {

constexpr std::size_t longest_id = 64;
constexpr std::size_t longest_sentence_id = 48;

/// Runs of ASCII letters and digits, in lowercase; apostrophes are dropped.
std::vector<std::string> words_of(std::string_view text) {
  std::string ascii(text);
  std::erase(ascii, '\'');
  std::replace_if(
      ascii.begin(), ascii.end(), [](char c) { return static_cast<unsigned char>(c) >= 0x80; }, ' ');
  return lower_words(ascii);
}

// English words that most sentences of a ladder share. In other languages, every word is a keyword.
bool is_key_word(const std::string& word) {
  static constexpr std::array<std::string_view, 92> others{
      "a",     "about",   "across", "actively",  "after", "all",  "also", "always", "am",    "an",     "and",  "any",
      "are",   "as",      "at",     "be",        "been",  "both", "but",  "by",     "can",   "do",     "does", "don",
      "each",  "eg",      "etc",    "every",     "for",   "from", "get",  "has",    "have",  "having", "help", "how",
      "i",     "if",      "in",     "including", "into",  "is",   "it",   "its",    "m",     "make",   "may",  "me",
      "more",  "my",      "not",    "of",        "often", "on",   "one",  "or",     "other", "others", "our",  "own",
      "re",    "s",       "so",     "some",      "such",  "t",    "than", "that",   "the",   "their",  "them", "they",
      "this",  "through", "to",     "up",        "use",   "very", "was",  "we",     "well",  "what",   "when", "where",
      "which", "while",   "who",    "will",      "with",  "work", "you",  "your"};
  return std::find(others.begin(), others.end(), word) == others.end();
}

std::string join_up_to(const std::vector<std::string>& words, std::size_t count, std::size_t longest) {
  std::string id;
  for (const std::string& word : words) {
    if (count-- == 0) break;
    if (!id.empty() && id.size() + 1 + word.size() > longest) break;
    if (!id.empty()) id += '-';
    id += word.substr(0, longest);
  }
  return id;
}

}  // namespace

std::string id_of_title(std::string_view title, std::string_view fallback) {
  std::string id = join_up_to(words_of(title), title.size(), longest_id);
  return id.empty() ? fmt::format("{}-{:08x}", fallback, hash(title)) : id;
}

std::string id_of_sentence(std::string_view sentence, std::size_t words) {
  const std::vector<std::string> all = words_of(sentence);
  std::vector<std::string> key_words;
  std::copy_if(all.begin(), all.end(), std::back_inserter(key_words), is_key_word);
  const std::string id = join_up_to(key_words.empty() ? all : key_words, words, longest_sentence_id);
  return id.empty() ? fmt::format("behavior-{:08x}", hash(sentence)) : id;
}

std::string claim_id(std::string id, std::set<std::string>& taken) {
  if (taken.insert(id).second) return id;
  for (int number = 2;; ++number) {
    const std::string ending = fmt::format("-{}", number);
    std::string numbered = id.substr(0, longest_id - ending.size()) + ending;
    if (taken.insert(numbered).second) return numbered;
  }
}

}  // namespace rung
