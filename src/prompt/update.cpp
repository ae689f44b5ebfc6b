#include <rung/prompt/update.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <utility>

#include <rung/text/ascii.hpp>
#include <rung/text/telling.hpp>

#include "describe.hpp"

namespace rung {
namespace {

std::vector<std::string> without_blank_ends(std::vector<std::string> lines) {
  const auto first = std::find_if_not(lines.begin(), lines.end(), is_blank);
  const auto last = std::find_if_not(lines.rbegin(), std::make_reverse_iterator(first), is_blank);
  return {first, last.base()};
}

bool mentions(const Form& form, const Question& question, std::string_view folded) {
  const auto contains = [folded](const std::string& text) { return to_lower(text).find(folded) != std::string::npos; };
  const std::vector<std::string>& path = form.sections[question.section].path;
  return contains(question.text) || std::any_of(path.begin(), path.end(), contains);
}

/// The question with Turn::asked after `at` (`step` 1) or before it (-1); absent beyond the ends.
std::optional<std::size_t> find_turn(const Form& form, std::size_t at, int step) {
  // Below zero, the index wraps around and ends the loop.
  for (std::size_t index = at + static_cast<std::size_t>(step); index < form.questions.size();
       index += static_cast<std::size_t>(step))
    if (form.questions[index].turn == Turn::asked) return index;
  return std::nullopt;
}

std::string name_of(const Form& form, const BeginEntry& begin) {
  switch (begin.kind) {
    case EntryKind::reason: return form.marks[begin.mark].label;
    case EntryKind::remark: return form.remark_label;
    case EntryKind::go_to: return "go to";
    case EntryKind::search: return "search";
  }
  return {};
}

/// Applies one action to `state`, whose feedback is empty unless the action is Saved.
class Step {
 public:
  Step(const Form& form, State& state) : form_(form), state_(state) {}

  void operator()(const Rate& rate) {
    if (!is_asking()) return;
    if (find_choice(form_, question(), rate.value) == nullptr)
      explain(explain_no_choice(form_, question(), rate.value), Bell::rings);
    else
      answer(with_choice(standing(), rate.value));
  }

  void operator()(const Skip& /*action*/) {
    if (!is_asking()) return;
    const std::string answer = describe(form_, question(), standing());
    echo(muted(answer.empty() ? "skipped" : fmt::format("{} stands", answer)));
    go_on();
  }

  void operator()(const Keep& /*action*/) {
    if (state_.mode == Mode::reviewing)
      explain("f finishes, b goes back.", Bell::silent);
    else if (is_answered(standing()))
      (*this)(Skip{});
    else
      explain(explain_main_keys(form_, question()), Bell::silent);
  }

  void operator()(const Clear& /*action*/) {
    if (!is_asking()) return;
    if (!is_answered(standing())) {
      explain("There is no answer to take back.", Bell::silent);
      return;
    }
    standing() = without_answer(std::move(standing()));
    echo(strong(form_.words.unrated));
    state_.showing = Showing::prompt_only;
  }

  void operator()(const GiveMark& give) {
    if (is_refused_in_review()) return;
    const bool needs_reason = form_.marks[give.mark].asks_reason == AsksReason::yes;
    if (needs_reason && is_canceled(give.reason)) return;
    if (needs_reason && !is_telling(give.reason)) {
      explain("Say why, in two words or more.", Bell::rings);
      return;
    }
    state_.mode = Mode::asking;
    answer(with_mark(standing(), give.mark, needs_reason ? std::string(trim(give.reason)) : std::string()));
  }

  void operator()(const Accept& /*action*/) {
    if (!is_asking()) return;
    const auto& suggestion = question().suggestion;
    if (!suggestion) {
      explain("There is no earlier answer to accept.", Bell::rings);
    } else if (!is_revealed(state_)) {
      state_.revealed = state_.at;
      explain(fmt::format("{}. = again accepts it.", describe_suggestion(form_, question())), Bell::silent);
    } else {
      answer(with_suggestion(standing(), *suggestion));
    }
  }

  void operator()(const AddRemark& remark) {
    if (is_refused_in_review() || is_canceled(remark.text)) return;
    state_.mode = Mode::asking;
    if (form_.remark_use == RemarkUse::replaces_text) standing().remarks.clear();
    standing().remarks.emplace_back(trim(remark.text));
    echo(strong(form_.remark_use == RemarkUse::beside ? "noted" : "changed"));
    state_.showing = Showing::prompt_only;
  }

  void operator()(const BeginEditing& /*action*/) {
    if (!is_asking()) return;
    echo(muted("editor"));
    state_.mode = Mode::editing;
  }

  void operator()(const EndEditing& end) {
    if (state_.mode != Mode::editing) return;
    state_.mode = Mode::asking;
    if (!end.message.empty()) explain(end.message, Bell::silent);
    if (end.remarks) {
      standing().remarks = without_blank_ends(*end.remarks);
      echo(strong(standing().remarks.empty() ? "nothing noted any more" : "noted"));
    }
    // The editor's output may cover the question.
    state_.showing = Showing::question;
  }

  void operator()(const BeginEntry& begin) {
    const bool is_answering = begin.kind == EntryKind::reason || begin.kind == EntryKind::remark;
    if (is_answering && !is_asking()) return;
    if (state_.mode != Mode::entering) {
      state_.entry = {begin.kind, begin.mark, state_.mode};
      state_.mode = Mode::entering;
    }
    echo(muted(name_of(form_, begin)));
    state_.showing = Showing::prompt_only;
  }

  void operator()(const ShowOffers& /*action*/) {
    if (!is_asking()) return;
    if (question().offers.empty()) {
      explain(form_.words.offers.empty() ? std::string("There is nothing to attach.")
                                         : fmt::format("No {} fit here.", form_.words.offers),
              Bell::silent);
      return;
    }
    state_.mode = Mode::attaching;
    state_.showing = Showing::offers;
  }

  void operator()(const Attach& attach) {
    if (is_refused_in_review()) return;
    state_.mode = Mode::asking;
    const std::vector<OfferedLine>& offers = question().offers;
    if (attach.number < 1 || attach.number > static_cast<int>(offers.size())) {
      explain(fmt::format("There is no {} to attach; l lists them.", attach.number), Bell::rings);
      return;
    }
    const OfferedLine& offer = offers[static_cast<std::size_t>(attach.number) - 1];
    if (is_attached(standing(), offer)) {
      explain("That one is attached already.", Bell::silent);
      return;
    }
    standing().remarks.push_back(offer.remark);
    echo(strong("attached"));
    state_.showing = Showing::prompt_only;
  }

  void operator()(const Cancel& /*action*/) {
    leave_entry();
    echo(muted("canceled"));
    state_.showing = Showing::prompt_only;
  }

  void operator()(const Back& /*action*/) {
    const auto before = state_.mode == Mode::reviewing ? state_.at : find_turn(form_, state_.at, -1);
    if (before) {
      echo(muted("back"));
      ask(*before);
    } else {
      explain("This is the first question.", Bell::silent);
    }
  }

  void operator()(const NextUnrated& /*action*/) {
    const std::size_t from = state_.mode == Mode::reviewing ? 0 : state_.at + 1;
    if (const auto next = find_unanswered(form_, state_, from)) {
      echo(muted(fmt::format("next {}", form_.words.unrated)));
      ask(*next);
    } else {
      echo(muted(fmt::format("nothing is {}", form_.words.unrated)));
      review();
    }
  }

  void operator()(const GoTo& go_to) {
    if (is_canceled(go_to.text)) return;
    const std::string_view text = trim(go_to.text);
    std::size_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    const bool is_number = error == std::errc() && end == text.data() + text.size();
    leave_entry();
    if (is_number && number >= 1 && number <= form_.questions.size())
      ask(number - 1);
    else
      explain(fmt::format("There is no question {}; they go from 1 to {}.", text, form_.questions.size()), Bell::rings);
  }

  void operator()(const Search& search) {
    if (is_canceled(search.text)) return;
    leave_entry();
    const std::string folded = to_lower(trim(search.text));
    std::optional<std::size_t> first;
    int matches = 0;
    const std::size_t count = form_.questions.size();
    for (std::size_t step = 1; step <= count; ++step) {
      const std::size_t index = (state_.at + step) % count;
      if (!mentions(form_, form_.questions[index], folded)) continue;
      first = first.value_or(index);
      ++matches;
    }
    if (!first) {
      explain(fmt::format("No question mentions \"{}\".", trim(search.text)), Bell::rings);
      return;
    }
    ask(*first);
    state_.feedback.more.push_back(matches == 1 ? "1 question mentions it."
                                                : fmt::format("{} questions mention it; this is the next.", matches));
  }

  void operator()(const ShowDetails& /*action*/) {
    state_.showing = Showing::details;
    state_.revealed = state_.at;
  }
  void operator()(const ShowOverview& /*action*/) { state_.showing = Showing::overview; }
  void operator()(const ShowAgain& /*action*/) {
    state_.showing = state_.mode == Mode::attaching ? Showing::offers : Showing::question;
  }
  void operator()(const Explain& what) { explain(what.message, what.bell); }

  void operator()(const Finish& /*action*/) {
    if (state_.mode == Mode::reviewing) {
      echo(strong("finished"));
      leave(Mode::finished);
    } else {
      explain("Finishing comes after the last question.", Bell::silent);
    }
  }

  void operator()(const Quit& /*action*/) {
    echo(muted("quit"));
    leave(Mode::suspended);
  }

  void operator()(const Saved& saved) {
    const Saving before = std::exchange(state_.saving, saved.result.saving);
    if (!state_.feedback.echo.empty()) echo(muted(" · "));
    if (state_.saving == Saving::done) {
      echo(good(before == Saving::done ? "saved" : "saved, with all that was waiting"));
      if (!saved.result.reason.empty()) state_.feedback.more.push_back(saved.result.reason);
      return;
    }
    echo(bad("not saved"));
    const std::string reason = saved.result.reason.empty() ? std::string() : fmt::format("{}. ", saved.result.reason);
    state_.feedback.more.push_back(fmt::format("{}{}", reason, take_failure(before)));
  }

 private:
  [[nodiscard]] Response& standing() const { return state_.responses[state_.at]; }
  [[nodiscard]] const Question& question() const { return form_.questions[state_.at]; }

  /// Whether a question waits for an answer. In the review, it explains why not.
  bool is_asking() { return !is_refused_in_review() && state_.mode == Mode::asking; }

  bool is_refused_in_review() {
    if (state_.mode != Mode::reviewing) return false;
    explain("There is no question here to answer; b goes back.", Bell::rings);
    return true;
  }

  /// A typed line that is blank cancels.
  bool is_canceled(std::string_view text) {
    if (!is_blank(text)) return false;
    (*this)(Cancel{});
    return true;
  }

  void echo(Span span) { state_.feedback.echo.push_back(std::move(span)); }

  void explain(std::string message, Bell bell) {
    state_.feedback.more.push_back(std::move(message));
    state_.feedback.bell = bell;
    state_.showing = Showing::prompt_only;
  }

  void answer(Response response) {
    const bool is_same = response == standing();
    const bool was_answered = is_answered(standing());
    standing() = std::move(response);
    echo(strong(describe(form_, question(), standing())));
    if (is_same) echo(muted(" · as before"));
    if (!was_answered) report_finished_part();
    go_on();
  }

  void report_finished_part() {
    const std::vector<PartProgress> parts = list_parts(form_, state_);
    const auto part = std::find_if(parts.begin(), parts.end(),
                                   [this](const PartProgress& one) { return state_.at < one.first + one.questions; });
    if (part->answered != part->questions) return;
    std::string sentence = fmt::format("{} done", part->name);
    if (const std::string reached = describe_reached(form_, *part); !reached.empty())
      sentence += fmt::format(": {}", reached);
    sentence += '.';
    if (form_.ending == Ending::at_once) return;
    if (const int left = count_to_go(form_, state_); left > 0) sentence += fmt::format(" {} to go.", left);
    state_.feedback.more.push_back(std::move(sentence));
  }

  void ask(std::size_t index) {
    state_.at = index;
    state_.mode = Mode::asking;
    state_.showing = Showing::question;
  }

  void review() {
    state_.at = find_turn(form_, form_.questions.size(), -1).value_or(form_.questions.size() - 1);
    state_.mode = Mode::reviewing;
    state_.showing = Showing::question;
  }

  void go_on() {
    if (const auto next = find_turn(form_, state_.at, 1))
      ask(*next);
    else if (form_.ending == Ending::at_once)
      leave(Mode::finished);
    else
      review();
  }

  void leave_entry() {
    if (state_.mode == Mode::entering) state_.mode = state_.entry.return_to;
    if (state_.mode == Mode::attaching) state_.mode = Mode::asking;
  }

  void leave(Mode how) {
    leave_entry();
    state_.left_from = state_.mode;
    state_.mode = how;
  }

  /// What a failed save means for the person. An attempt to leave without a warning just before is undone.
  std::string take_failure(Saving before) {
    if (!has_ended(state_)) return "It is kept here and tried again at the next answer.";
    if (before == Saving::warned) return "What was answered since the last save is lost.";
    state_.mode = state_.left_from;
    state_.saving = Saving::warned;
    state_.showing = Showing::prompt_only;
    return "What was answered since the last save is only here. Mend that, then leave again: it is saved then, or lost "
           "if that fails once more.";
  }

  const Form& form_;
  State& state_;
};

}  // namespace

State update(const Form& form, State state, const Action& action) {
  if (!std::holds_alternative<Saved>(action)) {
    const bool waits_for_editor = state.mode == Mode::editing && !std::holds_alternative<EndEditing>(action);
    if (has_ended(state) || waits_for_editor) return state;
    state.feedback = {};
    // Every other action makes the warning old: the next attempt to leave gives it again.
    const bool leaves = std::holds_alternative<Quit>(action) || std::holds_alternative<Finish>(action);
    if (state.saving == Saving::warned && !leaves) state.saving = Saving::failed;
  }
  std::visit(Step(form, state), action);
  return state;
}

}  // namespace rung
