#include <rung/prompt/run.hpp>

#include <algorithm>
#include <optional>
#include <utility>

#include <rung/prompt/keymap.hpp>
#include <rung/prompt/line_editor.hpp>
#include <rung/prompt/pager.hpp>
#include <rung/prompt/view.hpp>
#include <rung/text/ascii.hpp>

namespace rung {
namespace {

/// Where the cursor is when feedback is printed.
enum class Cursor { behind_prompt, at_line_start };

class Session {
 public:
  Session(const Form& form, State state, Console& console, const Attendants& attendants)
      : form_(form), state_(std::move(state)), console_(console), attendants_(attendants) {}

  Outcome run() {
    console_.print(view_opening(form_, state_, console_.width(), console_.dialect()));
    look_again();
    show();
    while (!has_ended(state_)) {
      if (state_.mode == Mode::editing) {
        const auto result = attendants_.edit(state_, console_);
        if (const auto* interrupted = std::get_if<Interrupted>(&result)) return leave_interrupted(interrupted->signal);
        perform(std::get<EndEditing>(result), Cursor::at_line_start);
        continue;
      }
      const Event event = console_.read();
      if (const auto* interrupted = std::get_if<Interrupted>(&event)) return leave_interrupted(interrupted->signal);
      if (std::holds_alternative<EndOfInput>(event))
        leave_for_good();
      else if (pager_)
        read_on(event);
      else
        editor_ ? edit(event) : take(event);
    }
    const Ended ended = state_.mode == Mode::finished ? Ended::finished : Ended::suspended;
    return {std::move(state_), ended, 0};
  }

 private:
  /// What is to be read goes through a pager if it does not fit on the screen together with the question below it.
  void show() {
    Block reading = view_reading(form_, state_, console_.width(), console_.dialect());
    Block question = view(form_, state_, console_.width(), console_.dialect());
    const bool fits = static_cast<int>(reading.size() + question.size()) <= console_.height();
    if (reading.empty() || fits || console_.dialect() == Dialect::lines) {
      console_.print(reading);
      show_prompt(std::move(question));
      return;
    }
    pager_.emplace(std::move(reading), console_.height());
    show_page();
  }

  void show_page() {
    console_.print(pager_->page());
    console_.print_inline(pager_->prompt(console_.width()));
  }

  /// `block` is what view() gives; `kept` is a line that goes on.
  void show_prompt(Block block, std::optional<LineEditor> kept = std::nullopt) {
    editor_.reset();
    if (block.empty()) return;
    const Line prompt = std::move(block.back());
    block.pop_back();
    console_.print(block);
    console_.print_inline(prompt);
    if (state_.mode != Mode::entering || console_.dialect() == Dialect::lines) return;
    const int column = cell_width(prompt);
    const LineRoom room{column, console_.width(), std::max(console_.height() - 1, 1)};
    if (kept)
      kept->move_to(room);
    else
      kept.emplace(room, state_.entry.text, earlier_lines_);
    editor_ = std::move(kept);
    drawn_ = {};
    drawn_.column = column;
    drawn_.cursor_column = column;
    draw();
  }

  /// Leaves the line that is being typed, with the cursor behind all of it.
  void leave_line() {
    if (!editor_) return;
    const LineDrawing now = editor_->draw_ended();
    console_.draw(drawn_, now);
    drawn_ = now;
  }

  void draw() {
    const LineDrawing now = editor_->draw();
    console_.draw(drawn_, now);
    drawn_ = now;
  }

  /// Nobody is left to read a warning.
  void leave_for_good() {
    while (!has_ended(state_)) perform(Quit{}, Cursor::behind_prompt);
  }

  void read_on(const Event& event) {
    const Pager::Step step = pager_->handle(event);
    if (step == Pager::Step::waits) {
      console_.ring();
      return;
    }
    console_.print({Line{}});
    if (step == Pager::Step::shows) {
      show_page();
      return;
    }
    pager_.reset();
    show_prompt(view(form_, state_, console_.width(), console_.dialect()));
    if (step == Pager::Step::passes_on) take(event);
  }

  void take(const Event& event) {
    const auto* line = std::get_if<TypedLine>(&event);
    if (const auto action = read(event))
      perform(*action, line == nullptr ? Cursor::behind_prompt : Cursor::at_line_start);
  }

  [[nodiscard]] std::optional<Action> read(const Event& event) const {
    const auto* line = std::get_if<TypedLine>(&event);
    if (state_.mode == Mode::attaching) return read_attaching(event);
    if (state_.mode == Mode::choosing) return read_choosing(event);
    if (state_.mode == Mode::confirming) return read_confirming(event);
    if (line != nullptr && state_.mode == Mode::entering) return read_entry(state_.entry, *line);
    return read_event(form_, event);
  }

  void edit(const Event& event) {
    const auto* pressed = std::get_if<Pressed>(&event);
    const bool is_redraw = pressed != nullptr && pressed->key == KeyName::show_again;
    const bool is_elsewhere = std::holds_alternative<Resumed>(event) || std::holds_alternative<Resized>(event);
    // Something else wrote to the screen, or laid it out anew: the rows of the line are not where they were.
    if (is_elsewhere) drawn_ = editor_->draw_ended();
    if (is_redraw || is_elsewhere) {
      perform(ShowAgain{}, Cursor::behind_prompt);
      return;
    }
    const LineEditor::Reply reply = editor_->handle(event);
    if (reply.rings) console_.ring();
    draw();
    if (!reply.refusal.empty()) {
      perform(Explain{reply.refusal, Bell::silent, KeyLine::hidden}, Cursor::behind_prompt);
      return;
    }
    switch (reply.step) {
      case LineEditor::Step::going_on: break;
      case LineEditor::Step::accepted: accept(editor_->text()); break;
      case LineEditor::Step::canceled:
        console_.print({Line{}});
        editor_.reset();
        perform(Cancel{}, Cursor::at_line_start);
        break;
      case LineEditor::Step::left: perform(Quit{}, Cursor::behind_prompt); break;
    }
  }

  void accept(const std::string& text) {
    if (!is_blank(text) && (earlier_lines_.empty() || earlier_lines_.back() != text)) earlier_lines_.push_back(text);
    console_.print({Line{}});
    perform(read_entry(state_.entry, {text, Arrival::whole}), Cursor::at_line_start);
  }

  /// A line of free text means what the attendant says.
  [[nodiscard]] Action interpret(const Action& action) const {
    const auto* remark = std::get_if<AddRemark>(&action);
    const bool is_read = remark != nullptr && attendants_.read && !is_blank(remark->text) && !is_in_review(state_);
    return is_read ? attendants_.read(remark->text) : action;
  }

  void perform(const Action& wanted, Cursor cursor) {
    leave_line();
    const Mode before = state_.mode;
    State next = update(form_, state_, interpret(wanted));
    if (next.responses != state_.responses || (has_ended(next) && next.saving != Saving::done)) {
      const SaveResult result = attendants_.save(next);
      next = update(form_, std::move(next), Saved{result});
    }
    state_ = std::move(next);
    if (before != Mode::reviewing) look_again();
    if (state_.showing == Showing::details && attendants_.explain)
      state_ = update(form_, std::move(state_), Explained{attendants_.explain(state_.at)});
    say(cursor);
    // A line that was refused goes on, so that it can be fixed.
    std::optional<LineEditor> line = std::exchange(editor_, std::nullopt);
    if (state_.mode == Mode::entering)
      show_prompt(view(form_, state_, console_.width(), console_.dialect()),
                  before == Mode::entering ? std::move(line) : std::nullopt);
    else
      show();
  }

  /// With more than a tenth left to answer, nothing is named: it would only tell where the answers are headed.
  void look_again() {
    if (state_.mode != Mode::reviewing || !attendants_.look) return;
    const bool is_early = count_to_go(form_, state_) * 10 > count_asked(form_);
    std::vector<SecondLook> looks = is_early ? std::vector<SecondLook>() : attendants_.look(state_);
    state_ = update(form_, std::move(state_), Looked{std::move(looks)});
  }

  void say(Cursor cursor) {
    if (state_.feedback.bell == Bell::rings) console_.ring();
    Block feedback = view_feedback(state_, console_.width(), console_.dialect());
    if (cursor == Cursor::at_line_start && feedback.front().empty())
      feedback.erase(feedback.begin());
    else if (cursor == Cursor::at_line_start && console_.dialect() == Dialect::keys)
      feedback.front().insert(feedback.front().begin(), plain("  "));
    console_.print(feedback);
  }

  Outcome leave_interrupted(int signal) {
    leave_line();
    console_.print({Line{}});
    if (state_.saving != Saving::done) state_.saving = attendants_.save(state_).saving;
    return {std::move(state_), Ended::interrupted, signal};
  }

  const Form& form_;
  State state_;
  Console& console_;
  const Attendants& attendants_;
  std::optional<Pager> pager_;
  std::optional<LineEditor> editor_;
  LineDrawing drawn_;  ///< how the line of editor_ was drawn last
  std::vector<std::string> earlier_lines_;
};

}  // namespace

Outcome run(const Form& form, State state, Console& console, const Attendants& attendants) {
  return Session(form, std::move(state), console, attendants).run();
}

}  // namespace rung
