#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace rung {

enum class WordFate { kept, gone, come };

/// Neighbouring words with the same fate, joined by single spaces.
struct WordRun {
  WordFate fate = WordFate::kept;
  std::string text;

  friend bool operator==(const WordRun&, const WordRun&) = default;
};

/// Runs of anything but white space, as views into `text`.
std::vector<std::string_view> split_words(std::string_view text);

/// Whether two texts are the same: they may differ in white space, nothing else. Everything that calls a behavior
/// reworded asks this.
bool is_same_wording(std::string_view a, std::string_view b);

/// The words of both texts as one sequence: a longest common subsequence is kept, the rest is gone or come, what is
/// gone first. Words are runs of anything but white space. Of texts that differ and have more than 300 words on a
/// side, everything is gone and come.
std::vector<WordRun> compare_words(std::string_view before, std::string_view after);

}  // namespace rung
