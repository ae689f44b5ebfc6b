#include <rung/prompt/update.hpp>

#include <algorithm>
#include <charconv>
#include <string_view>
#include <utility>

namespace rung {
namespace {

std::string trim(std::string_view text) {
  constexpr std::string_view blanks = " \t\n\r\v\f";
  const std::size_t begin = text.find_first_not_of(blanks);
  if (begin == std::string_view::npos) {
    return {};
  }
  return std::string(text.substr(begin, text.find_last_not_of(blanks) - begin + 1));
}

std::string fold_case(std::string_view text) {
  std::string folded(text);
  for (char& letter : folded) {
    if (letter >= 'A' && letter <= 'Z') {
      letter = static_cast<char>(letter - 'A' + 'a');
    }
  }
  return folded;
}

bool mentions(const Form& form, const Question& question, std::string_view folded) {
  const auto contains = [folded](const std::string& text) { return fold_case(text).find(folded) != std::string::npos; };
  const std::vector<std::string>& path = form.sections[question.section].path;
  return contains(question.text) || std::any_of(path.begin(), path.end(), contains);
}

/// What each action does to the state; `state` has no feedback yet.
class Step {
 public:
  Step(const Form& form, State& state) : form_(form), state_(state) {}

  void operator()(const Rate& rate) {
    if (!is_asking()) {
      return;
    }
    if (find_choice(form_, rate.value) == nullptr) {
      explain(std::to_string(rate.value) + " is off the scale; " + describe_values(form_) + " rates.", Bell::rings);
      return;
    }
    answer({rate.value, std::nullopt, {}, state_.responses[state_.at].remarks});
  }

  void operator()(const Skip&) {
    if (!is_asking()) {
      return;
    }
    const std::string standing = describe(form_, state_.responses[state_.at]);
    echo(standing.empty() ? "skipped" : standing + " stands", Style::muted);
    go_on();
  }

  void operator()(const Keep&) {
    if (state_.mode == Mode::reviewing) {
      explain("f finishes, b goes back.", Bell::silent);
    } else if (is_answered(state_.responses[state_.at])) {
      (*this)(Skip{});
    } else {
      explain(describe_values(form_) + " rates, s skips, ? lists all keys.", Bell::silent);
    }
  }

  void operator()(const Clear&) {
    if (!is_asking()) {
      return;
    }
    Response& response = state_.responses[state_.at];
    if (!is_answered(response)) {
      explain("There is no answer to take back.", Bell::silent);
      return;
    }
    response = {std::nullopt, std::nullopt, {}, std::move(response.remarks)};
    echo("unrated", Style::strong);
    state_.showing = Showing::prompt_only;
  }

  void operator()(const GiveMark& give) {
    if (state_.mode == Mode::reviewing) {
      refuse_in_review();
      return;
    }
    const bool needs_reason = form_.marks[give.mark].asks_reason == AsksReason::yes;
    const std::string reason = needs_reason ? trim(give.reason) : std::string();
    if (needs_reason && reason.empty()) {
      (*this)(Cancel{});
      return;
    }
    state_.mode = Mode::asking;
    answer({std::nullopt, give.mark, reason, state_.responses[state_.at].remarks});
  }

  void operator()(const AddRemark& remark) {
    if (state_.mode == Mode::reviewing) {
      refuse_in_review();
      return;
    }
    std::string text = trim(remark.text);
    if (text.empty()) {
      (*this)(Cancel{});
      return;
    }
    state_.mode = Mode::asking;
    state_.responses[state_.at].remarks.push_back(std::move(text));
    echo("noted", Style::strong);
    state_.showing = Showing::prompt_only;
  }

  void operator()(const BeginEntry& begin) {
    const bool is_answering = begin.kind == EntryKind::reason || begin.kind == EntryKind::remark;
    if (is_answering && !is_asking()) {
      return;
    }
    if (state_.mode != Mode::entering) {
      state_.entry = {begin.kind, begin.mark, state_.mode};
      state_.mode = Mode::entering;
    }
    echo(name_of(begin), Style::muted);
    state_.showing = Showing::prompt_only;
  }

  void operator()(const Cancel&) {
    leave_entry();
    echo("cancelled", Style::muted);
    state_.showing = Showing::prompt_only;
  }

  void operator()(const Back&) {
    echo("back", Style::muted);
    if (state_.mode == Mode::reviewing) {
      ask(state_.at);
    } else if (state_.at > 0) {
      ask(state_.at - 1);
    } else {
      state_.feedback = {};
      explain("This is the first question.", Bell::silent);
    }
  }

  void operator()(const NextUnrated&) {
    const std::size_t from = state_.mode == Mode::reviewing ? 0 : state_.at + 1;
    if (const auto next = find_unanswered(state_, from)) {
      echo("next unrated", Style::muted);
      ask(*next);
    } else {
      echo("nothing is unrated", Style::muted);
      review();
    }
  }

  void operator()(const GoTo& go_to) {
    const std::string text = trim(go_to.text);
    if (text.empty()) {
      (*this)(Cancel{});
      return;
    }
    std::size_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    const bool is_number = error == std::errc() && end == text.data() + text.size();
    leave_entry();
    if (!is_number || number < 1 || number > form_.questions.size()) {
      explain("There is no question " + text + "; they go from 1 to " + std::to_string(form_.questions.size()) + ".",
              Bell::rings);
      return;
    }
    ask(number - 1);
  }

  void operator()(const Search& search) {
    const std::string text = trim(search.text);
    if (text.empty()) {
      (*this)(Cancel{});
      return;
    }
    leave_entry();
    const std::string folded = fold_case(text);
    std::optional<std::size_t> first;
    int matches = 0;
    const std::size_t count = form_.questions.size();
    for (std::size_t step = 1; step <= count; ++step) {
      const std::size_t index = (state_.at + step) % count;
      if (mentions(form_, form_.questions[index], folded)) {
        first = first.value_or(index);
        ++matches;
      }
    }
    if (!first) {
      explain("No question mentions \"" + text + "\".", Bell::rings);
      return;
    }
    ask(*first);
    state_.feedback.more.push_back(matches == 1 ? "1 question mentions it."
                                                : std::to_string(matches) + " questions mention it; this is the next.");
  }

  void operator()(const ShowDetails&) { state_.showing = Showing::details; }
  void operator()(const ShowOverview&) { state_.showing = Showing::overview; }
  void operator()(const ShowAgain&) { state_.showing = Showing::question; }
  void operator()(const Explain& what) { explain(what.message, what.bell); }

  void operator()(const Finish&) {
    if (state_.mode == Mode::reviewing) {
      echo("finished", Style::strong);
      state_.mode = Mode::finished;
    } else {
      explain("Finishing comes after the last question.", Bell::silent);
    }
  }

  void operator()(const Quit&) {
    echo("quit", Style::muted);
    state_.mode = Mode::suspended;
  }

  void operator()(const Saved& saved) {
    const bool failed_before = state_.saving == Saving::failed;
    state_.saving = saved.result.saving;
    Line& line = state_.feedback.echo;
    if (!line.empty()) {
      line.push_back({" · ", Style::muted});
    }
    if (saved.result.saving == Saving::failed) {
      line.push_back({"not saved", Style::bad});
      std::string sentence = saved.result.reason;
      sentence += sentence.empty() ? "" : ". ";
      const bool leaves = state_.mode == Mode::finished || state_.mode == Mode::suspended;
      state_.feedback.more.push_back(sentence + (leaves ? "What was answered since the last save is lost."
                                                        : "It is kept here and tried again at the next answer."));
    } else {
      line.push_back({failed_before ? "saved, with all that was waiting" : "saved", Style::good});
    }
  }

 private:
  void echo(std::string text, Style style) { state_.feedback.echo.push_back({std::move(text), style}); }

  void explain(std::string message, Bell bell) {
    state_.feedback.more.push_back(std::move(message));
    state_.feedback.bell = bell;
    state_.showing = Showing::prompt_only;
  }

  void refuse_in_review() { explain("There is no question here to answer; b goes back.", Bell::rings); }

  [[nodiscard]] std::string name_of(const BeginEntry& begin) const {
    switch (begin.kind) {
      case EntryKind::reason:
        return form_.marks[begin.mark].label;
      case EntryKind::remark:
        return form_.remark_label;
      case EntryKind::go_to:
        return "go to";
      case EntryKind::search:
        return "search";
    }
    return {};
  }

  bool is_asking() {
    if (state_.mode == Mode::reviewing) {
      refuse_in_review();
    }
    return state_.mode == Mode::asking;
  }

  void answer(Response response) {
    Response& standing = state_.responses[state_.at];
    const bool is_same = response == standing;
    standing = std::move(response);
    echo(describe(form_, standing), Style::strong);
    if (is_same) {
      echo(" · as before", Style::muted);
    }
    go_on();
  }

  void ask(std::size_t index) {
    state_.at = index;
    state_.mode = Mode::asking;
    state_.showing = Showing::question;
  }

  void review() {
    state_.at = form_.questions.size() - 1;
    state_.mode = Mode::reviewing;
    state_.showing = Showing::question;
  }

  void go_on() { state_.at + 1 < form_.questions.size() ? ask(state_.at + 1) : review(); }

  void leave_entry() {
    if (state_.mode == Mode::entering) {
      state_.mode = state_.entry.return_to;
    }
  }

  const Form& form_;
  State& state_;
};

}  // namespace

State update(const Form& form, State state, const Action& action) {
  if (state.mode == Mode::finished || state.mode == Mode::suspended) {
    if (!std::holds_alternative<Saved>(action)) {
      return state;
    }
  }
  if (!std::holds_alternative<Saved>(action)) {
    state.feedback = {};
  }
  std::visit(Step(form, state), action);
  return state;
}

}  // namespace rung
