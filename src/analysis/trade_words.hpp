#pragma once

#include <string_view>

namespace rung {

/// Whether `word` says nothing about what was done: "the", "with", "didnt", "btw". These functions expect lowercase.
bool is_stop_word(std::string_view word);

/// Whether `word` is so common in notes about work that it is only weak evidence: "add", "new", "team", "week".
bool is_common_word(std::string_view word);

/// Whether `word` suggests that a note is not about any behavior: "expenses", "pto", "laptop", "wip".
bool is_chore_word(std::string_view word);

/// The most words in the expansion of one word.
inline constexpr int most_expanded_words = 4;

/// The expansion of `word`: the words of an abbreviation ("perf" is "performance", "xfn" is "cross functional"), the
/// base of an irregular form ("wrote" is "write"), or the American spelling. Otherwise, `word` itself.
std::string_view expand_word(std::string_view word);

}  // namespace rung
