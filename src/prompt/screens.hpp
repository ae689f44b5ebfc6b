#pragma once

#include <string>
#include <vector>

#include <rung/prompt/form.hpp>
#include <rung/prompt/keymap.hpp>
#include <rung/prompt/state.hpp>
#include <rung/text/block.hpp>

// The parts that view() puts together.

namespace rung {

/// The question from the breadcrumb to the hints.
Block view_question(const Form& form, const State& state, int width);

/// Anchors, details, remarks and keys of the question.
Block view_details(const Form& form, const State& state, int width);

/// One line for each outermost part of the sections.
Block view_overview(const Form& form, const State& state, int width);

/// So many questions are listed under one heading; a longer list would push the rest off the screen.
inline constexpr std::size_t longest_list = 8;

/// What is unrated and what was marked.
Block view_review(const Form& form, const State& state, int width);

/// The table of keys that work at a question or in the review.
Block view_keys(const Form& form, Place place, int width);

/// The keys on at most two lines; as many as there is room for.
Block key_lines(const Form& form, const State& state, Place place, int width);

/// The same as one sentence, with every key of the key line.
std::string spoken_keys(const Form& form, const State& state, Place place);

/// The suggestion in words, such as `suggested: 3 Consistently (2026-03-14)`.
std::string describe_suggestion(const Form& form, const Suggestion& suggestion);

/// Whether the review is what waits, or waits behind a line that is being typed.
bool is_in_review(const State& state);

/// The same machine, one fact a line.
Block view_in_lines(const Form& form, const State& state);

/// What the entry asks for, and how to leave it.
struct EntryText {
  std::string label;
  std::string hint;
};
EntryText describe_entry(const Form& form, const Entry& entry);

/// The place of the question within its section, from 1, and the questions of that section.
struct SectionPlace {
  int number = 0;
  int count = 0;
};
SectionPlace place_in_section(const Form& form, std::size_t at);

/// What there is to say about the answer that stands.
std::vector<std::string> describe_standing(const Form& form, const Response& response);

/// How many are left, such as `2 of 53 are unrated.`
std::string describe_rest(const State& state);

}  // namespace rung
