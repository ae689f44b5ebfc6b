#pragma once

#include <functional>
#include <variant>

#include <rung/prompt/console.hpp>
#include <rung/prompt/form.hpp>
#include <rung/prompt/state.hpp>
#include <rung/prompt/update.hpp>

namespace rung {

/// Saves the answers. Called when they change, before the screen says that they are saved; after a failure again at the
/// next change and on leaving.
using Checkpoint = std::function<SaveResult(const State&)>;

/// Has the remarks of the current question edited by another program, which gets the terminal. Called in Mode::editing.
using EditRemarks = std::function<std::variant<EndEditing, Interrupted>(const State&, Console&)>;

enum class Ended { finished, suspended, interrupted };

struct Outcome {
  State state;
  Ended ended = Ended::suspended;
  int signal = 0;  ///< when interrupted
};

/// Asks until the form is finished, suspended, or interrupted. All answers are saved if `state.saving` of the outcome
/// is done. Leaves the cursor at the start of a line.
Outcome run(const Form& form, State state, Console& console, const Checkpoint& checkpoint, const EditRemarks& edit);

}  // namespace rung
