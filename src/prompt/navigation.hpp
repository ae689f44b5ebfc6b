#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include <rung/prompt/form.hpp>
#include <rung/prompt/state.hpp>

// The ways from one question to another. Each changes where `state` stands, and no answer.

namespace rung {

/// The question with Turn::asked after `at` (`step` 1) or before it (-1); absent beyond the ends.
std::optional<std::size_t> find_turn(const Form& form, std::size_t at, int step);

/// The questions called `text`: by their name, or by an end of it that begins at a dot.
std::vector<std::size_t> find_named(const Form& form, std::string_view text);

/// The questions whose text, title, name, or breadcrumb contains `text`, whatever the case of ASCII letters.
std::vector<std::size_t> find_mentions(const Form& form, std::string_view text);

/// Leaves a line that is being typed, a list of offers, or a confirmation.
void leave_entry(State& state);

/// To the question, and on to the trail.
void move_to(const Form& form, State& state, std::size_t index);

/// To a question out of turn. From the review, the next step leads back to it.
void jump_to(const Form& form, State& state, std::size_t index);

void move_to_review(const Form& form, State& state);

/// Where one was before. False at the beginning.
bool go_back(const Form& form, State& state);

/// After an answer: on with the tour, else to the next unrated question with Turn::asked, else to the ending.
void go_on(const Form& form, State& state);

/// Ends the questionnaire that way.
void leave(State& state, Mode how);

}  // namespace rung
