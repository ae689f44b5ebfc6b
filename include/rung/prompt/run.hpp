#pragma once

#include <functional>
#include <variant>

#include <rung/prompt/console.hpp>
#include <rung/prompt/form.hpp>
#include <rung/prompt/state.hpp>
#include <rung/prompt/update.hpp>

namespace rung {

/// Saves the answers. Called when they changed, before anything on the screen calls them saved; called again after a
/// failure when more was answered, and once more on leaving.
using Checkpoint = std::function<SaveResult(const State&)>;

/// Has the remarks of the question at hand edited elsewhere, with the terminal lent to whoever does it. Called in
/// Mode::editing.
using EditRemarks = std::function<std::variant<EndEditing, Interrupted>(const State&, Console&)>;

enum class Ended { finished, suspended, interrupted };

struct Outcome {
  State state;
  Ended ended = Ended::suspended;
  int signal = 0;  ///< when interrupted

  friend bool operator==(const Outcome&, const Outcome&) = default;
};

/// Asks until the form is finished, left or interrupted. `state.saving` of the outcome tells whether all answers are
/// saved. Leaves the cursor at the start of a line.
Outcome run(const Form& form, State state, Console& console, const Checkpoint& checkpoint, const EditRemarks& edit);

}  // namespace rung
