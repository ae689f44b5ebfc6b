#pragma once

#include <rung/prompt/form.hpp>
#include <rung/prompt/state.hpp>
#include <rung/text/block.hpp>

namespace rung {

/// How the person and the program talk: single keys under a drawn question, or whole lines with Enter and one fact per
/// line (for screen readers, Braille displays, and dumb terminals).
enum class Dialect { keys, lines };

/// What is printed once, before the first question.
Block view_opening(const Form& form, const State& state, int width, Dialect dialect = Dialect::keys);

/// What is to be read before the prompt, such as the details of a question, the keys, or the review; it may be longer
/// than the screen. Empty if there is nothing.
Block view_reading(const Form& form, const State& state, int width, Dialect dialect = Dialect::keys);

/// The look of the prompt: what is printed next, below view_reading. The last line is the prompt, which ends in `› `
/// (`> ` in Dialect::lines) and is printed without a line feed. Empty when the questionnaire has ended and in
/// Mode::editing. No line is wider than `width` cells, at least 20; in Dialect::lines nothing is wrapped.
Block view(const Form& form, const State& state, int width, Dialect dialect = Dialect::keys);

/// Every key and what it does, to read outside the prompt.
Block view_all_keys(const Form& form, int width);

/// What the last action did. The first line continues the prompt line and may be empty.
Block view_feedback(const State& state, int width, Dialect dialect = Dialect::keys);

}  // namespace rung
