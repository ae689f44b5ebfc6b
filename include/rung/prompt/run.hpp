#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <variant>
#include <vector>

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

/// What a typed line of free text, which is not blank, means: AddRemark, AskAbout, or Explain why it is not added.
using ReadRemark = std::function<Action(const std::string& text)>;

/// What the choices of the question with that index mean beside their anchors. Called when the details are shown.
using ExplainChoices = std::function<std::vector<ChoiceNote>(std::size_t question)>;

/// What the review names. Called when it is shown.
using LookAgain = std::function<std::vector<SecondLook>(const State&)>;

/// What the form knows nothing about.
struct Attendants {
  Checkpoint save;
  EditRemarks edit;
  ReadRemark read = {};         ///< empty: every line is added as it is
  ExplainChoices explain = {};  ///< empty: nothing but their anchors
  LookAgain look = {};          ///< empty: the review names nothing
};

enum class Ended { finished, suspended, interrupted };

struct Outcome {
  State state;
  Ended ended = Ended::suspended;
  int signal = 0;  ///< when interrupted
};

/// Asks until the form is finished, suspended, or interrupted. All answers are saved if `state.saving` of the outcome
/// is done. Leaves the cursor at the start of a line.
Outcome run(const Form& form, State state, Console& console, const Attendants& attendants);

}  // namespace rung
