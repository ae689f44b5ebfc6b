#include <rung/analysis/word_diff.hpp>

#include <algorithm>
#include <cstddef>

#include <rung/text/ascii.hpp>

namespace rung {
namespace {

constexpr std::size_t most_compared_words = 300;

// lengths[i][j]: the longest common subsequence of a from i and b from j.
std::vector<std::vector<std::size_t>> measure_common(const std::vector<std::string_view>& a,
                                                     const std::vector<std::string_view>& b) {
  std::vector<std::vector<std::size_t>> lengths(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
  for (std::size_t i = a.size(); i-- > 0;)
    for (std::size_t j = b.size(); j-- > 0;)
      lengths[i][j] = a[i] == b[j] ? lengths[i + 1][j + 1] + 1 : std::max(lengths[i + 1][j], lengths[i][j + 1]);
  return lengths;
}

void append_word(std::vector<WordRun>& runs, WordFate fate, std::string_view word) {
  if (runs.empty() || runs.back().fate != fate) {
    runs.push_back({fate, std::string(word)});
    return;
  }
  runs.back().text.append(" ").append(word);
}

}  // namespace

std::vector<std::string_view> split_words(std::string_view text) {
  std::vector<std::string_view> words;
  while (true) {
    text.remove_prefix(std::min(text.find_first_not_of(white_space), text.size()));
    if (text.empty()) return words;
    const std::size_t end = std::min(text.find_first_of(white_space), text.size());
    words.push_back(text.substr(0, end));
    text.remove_prefix(end);
  }
}

bool is_same_wording(std::string_view a, std::string_view b) { return a == b || split_words(a) == split_words(b); }

std::vector<WordRun> compare_words(std::string_view before, std::string_view after) {
  const auto a = split_words(before);
  const auto b = split_words(after);
  std::vector<WordRun> runs;
  if (a == b) {
    for (const std::string_view word : a) append_word(runs, WordFate::kept, word);
    return runs;
  }
  if (a.size() > most_compared_words || b.size() > most_compared_words) {
    for (const std::string_view word : a) append_word(runs, WordFate::gone, word);
    for (const std::string_view word : b) append_word(runs, WordFate::come, word);
    return runs;
  }
  const auto lengths = measure_common(a, b);
  std::size_t i = 0;
  std::size_t j = 0;
  while (i < a.size() || j < b.size()) {
    if (i < a.size() && j < b.size() && a[i] == b[j]) {
      append_word(runs, WordFate::kept, a[i]);
      ++i;
      ++j;
    } else if (j == b.size() || (i < a.size() && lengths[i + 1][j] >= lengths[i][j + 1])) {
      append_word(runs, WordFate::gone, a[i++]);
    } else {
      append_word(runs, WordFate::come, b[j++]);
    }
  }
  return runs;
}

}  // namespace rung
