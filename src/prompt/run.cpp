#include <rung/prompt/run.hpp>

#include <optional>
#include <utility>

#include <rung/prompt/keymap.hpp>
#include <rung/prompt/line_editor.hpp>
#include <rung/prompt/view.hpp>

namespace rung {
namespace {

/// Where the cursor is when feedback is printed.
enum class Cursor { behind_prompt, at_line_start };

class Session {
 public:
  Session(const Form& form, State state, Console& console, const Checkpoint& checkpoint, const EditRemarks& edit)
      : form_(form), state_(std::move(state)), console_(console), checkpoint_(checkpoint), edit_(edit) {}

  Outcome run() {
    console_.print(view_opening(form_, state_, console_.width(), console_.dialect()));
    show();
    while (!has_ended(state_)) {
      if (state_.mode == Mode::editing) {
        const auto result = edit_(state_, console_);
        if (const auto* interrupted = std::get_if<Interrupted>(&result)) return leave_interrupted(interrupted->signal);
        perform(std::get<EndEditing>(result), Cursor::at_line_start);
        continue;
      }
      const Event event = console_.read();
      if (const auto* interrupted = std::get_if<Interrupted>(&event)) return leave_interrupted(interrupted->signal);
      if (std::holds_alternative<EndOfInput>(event))
        leave_for_good();
      else
        editor_ ? edit(event) : take(event);
    }
    const Ended ended = state_.mode == Mode::finished ? Ended::finished : Ended::suspended;
    return {std::move(state_), ended, 0};
  }

 private:
  void show() {
    Block block = view(form_, state_, console_.width(), console_.dialect());
    editor_.reset();
    if (block.empty()) return;
    const Line prompt = std::move(block.back());
    block.pop_back();
    console_.print(block);
    console_.print_inline(prompt);
    if (state_.mode == Mode::entering && console_.dialect() == Dialect::keys)
      editor_.emplace(cell_width(prompt), console_.width());
  }

  /// Nobody is left to read a warning.
  void leave_for_good() {
    while (!has_ended(state_)) perform(Quit{}, Cursor::behind_prompt);
  }

  void take(const Event& event) {
    const auto* line = std::get_if<TypedLine>(&event);
    const bool is_entry = line != nullptr && state_.mode == Mode::entering;
    const auto action = state_.mode == Mode::attaching ? read_attaching(event)
                        : is_entry                     ? read_entry(state_.entry, *line)
                                                       : read_event(form_, event);
    if (action) perform(*action, line == nullptr ? Cursor::behind_prompt : Cursor::at_line_start);
  }

  void edit(const Event& event) {
    if (std::holds_alternative<Resumed>(event)) {
      perform(ShowAgain{}, Cursor::behind_prompt);
      return;
    }
    const LineEditor::Reply reply = editor_->handle(event);
    echo(reply.echo);
    if (!reply.refusal.empty()) {
      perform(Explain{reply.refusal, Bell::silent}, Cursor::behind_prompt);
      return;
    }
    switch (reply.step) {
      case LineEditor::Step::going_on: break;
      case LineEditor::Step::accepted: {
        const std::string text = editor_->text();
        console_.print({Line{}});
        perform(read_entry(state_.entry, {text, Arrival::whole}), Cursor::at_line_start);
        break;
      }
      case LineEditor::Step::canceled:
        console_.print({Line{}});
        perform(Cancel{}, Cursor::at_line_start);
        break;
      case LineEditor::Step::left: perform(Quit{}, Cursor::behind_prompt); break;
    }
  }

  void echo(const std::vector<Echo>& echoes) {
    for (const Echo& echo : echoes)
      if (const auto* text = std::get_if<EchoText>(&echo))
        console_.print_inline({plain(text->text)});
      else if (const auto* erase = std::get_if<EchoErase>(&echo))
        console_.erase(erase->cells);
      else if (std::holds_alternative<EchoBreak>(echo))
        console_.print({Line{}});
      else
        console_.ring();
  }

  void perform(const Action& action, Cursor cursor) {
    State next = update(form_, state_, action);
    if (next.responses != state_.responses || (has_ended(next) && next.saving != Saving::done)) {
      const SaveResult result = checkpoint_(next);
      next = update(form_, std::move(next), Saved{result});
    }
    state_ = std::move(next);
    say(cursor);
    const std::optional<LineEditor> interrupted_entry = std::move(editor_);
    show();
    if (editor_ && interrupted_entry && !interrupted_entry->text().empty())
      echo(editor_->handle(Pasted{interrupted_entry->text()}).echo);
  }

  void say(Cursor cursor) {
    if (state_.feedback.bell == Bell::rings) console_.ring();
    Block feedback = view_feedback(state_, console_.width(), console_.dialect());
    if (cursor == Cursor::at_line_start && feedback.front().empty())
      feedback.erase(feedback.begin());
    else if (cursor == Cursor::at_line_start && console_.dialect() == Dialect::keys)
      feedback.front().insert(feedback.front().begin(), plain("    "));
    console_.print(feedback);
  }

  Outcome leave_interrupted(int signal) {
    console_.print({Line{}});
    if (state_.saving != Saving::done) state_.saving = checkpoint_(state_).saving;
    return {std::move(state_), Ended::interrupted, signal};
  }

  const Form& form_;
  State state_;
  Console& console_;
  const Checkpoint& checkpoint_;
  const EditRemarks& edit_;
  std::optional<LineEditor> editor_;
};

}  // namespace

Outcome run(const Form& form, State state, Console& console, const Checkpoint& checkpoint, const EditRemarks& edit) {
  return Session(form, std::move(state), console, checkpoint, edit).run();
}

}  // namespace rung
