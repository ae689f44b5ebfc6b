#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace rung {

enum class WordFate { kept, gone, come };

/// Neighboring words with the same fate, joined by single spaces.
struct WordRun {
  WordFate fate = WordFate::kept;
  std::string text;

  friend bool operator==(const WordRun&, const WordRun&) = default;
};

/// The words of `text`, separated by white space, as views into it.
std::vector<std::string_view> split_words(std::string_view text);

/// Whether two texts are the same except for white space. Decides everywhere whether a behavior was reworded.
bool is_same_wording(std::string_view a, std::string_view b);

/// The words of both texts as one sequence: a longest common subsequence is kept; the other words are gone or come,
/// with gone words first. If the texts differ and one has more than 300 words, all words are gone and come.
std::vector<WordRun> compare_words(std::string_view before, std::string_view after);

}  // namespace rung
