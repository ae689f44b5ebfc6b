#include <rung/prompt/update.hpp>

#include <utility>

#include <rung/text/ascii.hpp>

#include "step.hpp"

namespace rung {

void Step::explain(std::string message, Bell bell) {
  state_.feedback.more.push_back(std::move(message));
  state_.feedback.bell = bell;
  state_.showing = Showing::prompt_only;
}

void Step::leave(Mode how) {
  state_.left_from = state_.mode == Mode::entering ? state_.entry.return_to : state_.mode;
  state_.mode = how;
}

void Step::operator()(const Finish&) {
  if (state_.mode == Mode::reviewing) {
    echo("finished", Style::strong);
    leave(Mode::finished);
  } else {
    explain("Finishing comes after the last question.", Bell::silent);
  }
}

void Step::operator()(const Quit&) {
  echo("quit", Style::muted);
  leave(Mode::suspended);
}

void Step::operator()(const Saved& saved) {
  const bool failed_before = state_.saving != Saving::done;
  const bool was_warned = state_.saving == Saving::warned;
  state_.saving = saved.result.saving;
  if (!state_.feedback.echo.empty()) echo(" · ", Style::muted);
  if (saved.result.saving == Saving::done) {
    echo(failed_before ? "saved, with all that was waiting" : "saved", Style::good);
    if (!saved.result.reason.empty()) state_.feedback.more.push_back(saved.result.reason);
    return;
  }
  echo("not saved", Style::bad);
  std::string sentence = saved.result.reason;
  sentence += sentence.empty() ? "" : ". ";
  if (!has_ended(state_)) {
    sentence += "It is kept here and tried again at the next answer.";
  } else if (was_warned) {
    sentence += "What was answered since the last save is lost.";
  } else {
    sentence +=
        "What was answered since the last save is only here. Mend that, then leave again: it is saved then, or "
        "lost if that fails once more.";
    state_.mode = state_.left_from;
    state_.saving = Saving::warned;
    state_.showing = Showing::prompt_only;
  }
  state_.feedback.more.push_back(std::move(sentence));
}

State update(const Form& form, State state, const Action& action) {
  if (!std::holds_alternative<Saved>(action)) {
    const bool waits_for_editor = state.mode == Mode::editing && !std::holds_alternative<EndEditing>(action);
    if (has_ended(state) || waits_for_editor) return state;
    state.feedback = {};
    const bool wants_to_leave = std::holds_alternative<Quit>(action) || std::holds_alternative<Finish>(action);
    if (state.saving == Saving::warned && !wants_to_leave) state.saving = Saving::failed;
  }
  std::visit(Step(form, state), action);
  return state;
}

}  // namespace rung
