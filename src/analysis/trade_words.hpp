#pragma once

#include <string_view>

namespace rung {

/// Whether `word` says nothing about what was done: "the", "with", "didnt", "btw". All of these take lower case.
bool is_stop_word(std::string_view word);

/// Whether `word` is so common in notes about work that it is only weak evidence: "add", "new", "team", "week".
bool is_common_word(std::string_view word);

/// Whether `word` is a sign that a note is about no behavior at all: "expenses", "pto", "laptop", "wip".
bool is_chore_word(std::string_view word);

/// The most words that one word stands for.
inline constexpr int most_expanded_words = 4;

/// What `word` stands for: the words of an abbreviation ("perf" is "performance", "xfn" is "cross functional"), the
/// base of an irregular form ("wrote" is "write"), or the American spelling. `word` itself if there is nothing else.
std::string_view expand_word(std::string_view word);

}  // namespace rung
