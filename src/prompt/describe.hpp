#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include <rung/prompt/form.hpp>
#include <rung/prompt/state.hpp>
#include <rung/prompt/update.hpp>

// The words that both dialects of the view share.

namespace rung {

/// The answer to `question`, such as `3 Consistently` or `n/a`; empty when unrated.
std::string describe(const Form& form, const Question& question, const Response& response);

/// As above, with the reason behind it in parentheses.
std::string describe_with_reason(const Form& form, const Question& question, const Response& response);

/// The suggestion of `question`, such as `suggested by Ines (2026-03-14): 3 Consistently`.
std::string describe_suggestion(const Form& form, const Question& question);

/// What the choice means here: its anchor and State::choice_notes, those that there are.
std::vector<std::string> describe_meaning(const State& state, const Choice& choice);

/// Facts about the current answer and its remarks; none when there is neither.
std::vector<std::string> describe_standing(const Form& form, const Question& question, const Response& response);

/// `Talent done. 7 to go.` after the answer that completes what a part asks; else empty.
std::string describe_finished_part(const Form& form, const State& state);

/// How many of what is asked are left, such as `2 of 53 are unrated.`
std::string describe_rest(const Form& form, const State& state);

/// What finishing now leaves, and the question, such as `12 unrated. Finish anyway?`
std::string describe_confirmation(const Form& form, const State& state);

/// `About 8 minutes left.`; empty if the pace is unknown.
std::string describe_time_left(const Form& form, const State& state);

/// The text of the question, or the line of free text that replaces it.
const std::string& text_of(const Form& form, const State& state, std::size_t question);

/// What lists call the question: its title or, without one, text_of.
const std::string& name_of(const Form& form, const State& state, std::size_t question);

/// Says that the digit `value` is not an answer here, and which digits are.
std::string explain_no_choice(const Form& form, const Question& question, int value);

/// The keys that answer the question, in a sentence.
std::string explain_main_keys(const Form& form, const Question& question);

/// What the person asked for, such as `search`.
std::string describe_begin(const Form& form, const BeginEntry& begin);

/// What the typed line is called, and how to enter or cancel it.
struct EntryText {
  std::string label;
  std::string hint;
};
EntryText describe_entry(const Form& form, const LineEntry& entry);

}  // namespace rung
