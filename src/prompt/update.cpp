#include <rung/prompt/update.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include <rung/text/ascii.hpp>
#include <rung/text/telling.hpp>

#include "describe.hpp"
#include "navigation.hpp"
#include "saving.hpp"

namespace rung {
namespace {

std::vector<std::string> without_blank_ends(std::vector<std::string> lines) {
  const auto first = std::find_if_not(lines.begin(), lines.end(), is_blank);
  const auto last = std::find_if_not(lines.rbegin(), std::make_reverse_iterator(first), is_blank);
  return {first, last.base()};
}

/// Applies one action to `state`, whose feedback is empty unless the action is Saved, Explained, or Looked.
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
    echo(muted(answer.empty() ? "skipped" : fmt::format("{} kept", answer)));
    go_on(form_, state_);
  }

  void operator()(const Keep& /*action*/) {
    if (is_in_confirmation())
      (*this)(Cancel{});
    else if (state_.mode == Mode::reviewing)
      explain("f finishes, b goes back.", Bell::silent);
    else if (is_answered(standing()))
      (*this)(Skip{});
    else
      explain(explain_main_keys(form_, question()), Bell::silent);
  }

  void operator()(const Clear& /*action*/) {
    if (!is_asking()) return;
    if (!is_answered(standing())) {
      explain("There is no answer to clear.", Bell::silent);
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
    const bool is_beside = form_.remark_use == RemarkUse::beside;
    if (!is_beside) standing().remarks.clear();
    standing().remarks.emplace_back(trim(remark.text));
    echo(strong(!remark.echo.empty() ? remark.echo : is_beside ? "added" : "changed"));
    // Another text may have other choices.
    state_.showing = is_beside ? Showing::prompt_only : Showing::question_alone;
  }

  void operator()(const AskAbout& what) {
    if (is_refused_in_review()) return;
    state_.choice = what.choice;
    state_.mode = Mode::choosing;
    state_.showing = Showing::prompt_only;
  }

  void operator()(const Choose& choose) {
    if (state_.mode != Mode::choosing) return;
    for (const RemarkOption& option : state_.choice.options) {
      if (option.key != choose.key) continue;
      (*this)(AddRemark{option.remark, option.echo});
      return;
    }
    state_.entry = {EntryKind::remark, 0, Mode::asking, state_.choice.typed};
    state_.mode = Mode::entering;
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
      echo(strong(standing().remarks.empty() ? "all text removed" : "changed"));
    }
    // The editor's output may cover the question.
    state_.showing = Showing::question;
  }

  void operator()(const BeginEntry& begin) {
    if (is_in_confirmation()) return;
    const bool is_answering = begin.kind == EntryKind::reason || begin.kind == EntryKind::remark;
    if (is_answering && !is_asking()) return;
    if (state_.mode != Mode::entering) {
      const bool changes_text = begin.kind == EntryKind::remark && form_.remark_use == RemarkUse::replaces_text;
      state_.entry = {begin.kind, begin.mark, state_.mode, changes_text ? text_of(form_, state_, state_.at) : ""};
      state_.mode = Mode::entering;
    }
    echo(muted(describe_begin(form_, begin)));
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
    echo(muted(state_.mode == Mode::confirming ? "not finished" : "canceled"));
    leave_entry(state_);
    state_.showing = Showing::prompt_only;
  }

  void operator()(const Back& /*action*/) {
    leave_entry(state_);
    if (go_back(form_, state_))
      echo(muted("back"));
    else
      explain("This is the first question.", Bell::silent);
  }

  void operator()(const NextUnrated& /*action*/) {
    const std::size_t from = is_in_review(state_) ? 0 : state_.at + 1;
    state_.tour.reset();
    if (const auto next = find_unanswered(form_, state_, from)) {
      echo(muted(fmt::format("next {}", form_.words.unrated)));
      move_to(form_, state_, *next);
    } else {
      echo(muted(fmt::format("nothing is {}", form_.words.unrated)));
      if (!is_in_review(state_)) move_to_review(form_, state_);
    }
  }

  void operator()(const GoTo& go_to) {
    if (is_canceled(go_to.text)) return;
    const std::string text(trim(go_to.text));
    const std::vector<std::size_t> named = find_named(form_, text);
    const auto number = read_whole_number(text);
    if (named.empty() && !number) {
      (*this)(Search{text});
      return;
    }
    leave_entry(state_);
    const std::size_t count = form_.questions.size();
    if (named.size() == 1)
      jump_to(form_, state_, named.front());
    else if (named.size() > 1)
      explain(
          fmt::format("{} questions are called {}: {} and {}{}.", named.size(), text, form_.questions[named[0]].name,
                      form_.questions[named[1]].name, named.size() > 2 ? " and more" : ""),
          Bell::rings);
    else if (*number >= 1 && *number <= count)
      jump_to(form_, state_, *number - 1);
    else
      explain(fmt::format("There is no question {}. They go from 1 to {}.", text, count), Bell::rings);
  }

  void operator()(const Search& search) {
    const std::string_view typed = trim(search.text);
    if (typed.empty() && state_.searched.empty()) {
      (*this)(Cancel{});
      return;
    }
    leave_entry(state_);
    if (!typed.empty()) state_.searched = typed;
    const std::vector<std::size_t> hits = find_mentions(form_, state_.searched);
    if (hits.empty()) {
      explain(fmt::format("No question mentions \"{}\".", state_.searched), Bell::rings);
      return;
    }
    const auto after = std::upper_bound(hits.begin(), hits.end(), state_.at);
    const auto hit = after == hits.end() ? hits.begin() : after;
    jump_to(form_, state_, *hit);
    state_.feedback.more.push_back(
        fmt::format("{} of {} that mention \"{}\"", hit - hits.begin() + 1, hits.size(), state_.searched));
  }

  void operator()(const Visit& visit) {
    if (!is_in_review(state_)) {
      explain(fmt::format("{} works in the review. f goes there.", visit.key), Bell::rings);
      state_.key_line = KeyLine::shown;
      return;
    }
    leave_entry(state_);
    const auto look = std::find_if(state_.looks.begin(), state_.looks.end(),
                                   [&visit](const SecondLook& one) { return one.key == visit.key; });
    if (look == state_.looks.end()) {
      explain(fmt::format("The review lists nothing under {}.", visit.key), Bell::rings);
      return;
    }
    const std::vector<std::size_t>& all = look->questions;
    echo(muted(all.size() == 1 ? fmt::format("question {}", all[0] + 1) : fmt::format("{} questions", all.size())));
    state_.tour.emplace(all.begin() + 1, all.end());
    move_to(form_, state_, all.front());
  }

  void operator()(const ShowDetails& /*action*/) {
    state_.showing = is_in_review(state_) ? Showing::keys : Showing::details;
    if (!is_in_review(state_)) state_.revealed = state_.at;
  }
  void operator()(const ShowKeys& /*action*/) { state_.showing = Showing::keys; }
  void operator()(const ShowOverview& /*action*/) { state_.showing = Showing::overview; }
  void operator()(const ShowAgain& /*action*/) {
    state_.showing = state_.mode == Mode::attaching ? Showing::offers : Showing::question;
  }
  void operator()(const Explain& what) {
    explain(what.message, what.bell);
    state_.key_line = what.key_line;
  }

  void operator()(const Finish& /*action*/) {
    const bool is_confirmed = is_in_confirmation();
    leave_entry(state_);
    if (is_confirmed || form_.ending == Ending::at_once) {
      finish();
    } else if (state_.mode != Mode::reviewing) {
      echo(muted("review"));
      move_to_review(form_, state_);
    } else if (std::none_of(state_.responses.begin(), state_.responses.end(),
                            [](const Response& one) { return one.choice.has_value(); })) {
      explain("Nothing is rated yet, so there is nothing to finish.", Bell::rings);
    } else if (count_to_go(form_, state_) > 0) {
      state_.mode = Mode::confirming;
      state_.showing = Showing::prompt_only;
    } else {
      finish();
    }
  }

  void operator()(const Quit& /*action*/) {
    echo(muted("quit"));
    leave(state_, Mode::suspended);
  }

  void operator()(const Explained& explained) { state_.choice_notes = explained.notes; }
  void operator()(const Looked& looked) { state_.looks = looked.looks; }

  void operator()(const Saved& saved) { note_saved(state_, saved.result); }

 private:
  [[nodiscard]] Response& standing() const { return state_.responses[state_.at]; }
  [[nodiscard]] const Question& question() const { return form_.questions[state_.at]; }

  /// Whether a question waits for an answer. In the review, it explains why not.
  bool is_asking() { return !is_refused_in_review() && state_.mode == Mode::asking; }

  bool is_refused_in_review() {
    if (state_.mode != Mode::reviewing && state_.mode != Mode::confirming) return false;
    explain("There is no question to answer here. b goes back.", Bell::rings);
    return true;
  }

  [[nodiscard]] bool is_in_confirmation() const { return state_.mode == Mode::confirming; }

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
    const bool was_answered = is_answered(standing());
    standing() = std::move(response);
    echo(strong(describe(form_, question(), standing())));
    if (!question().before.empty()) echo(muted(fmt::format(" · {}", question().before)));
    std::string done = was_answered ? std::string() : describe_finished_part(form_, state_);
    if (!done.empty()) state_.feedback.more.push_back(std::move(done));
    go_on(form_, state_);
  }

  void finish() {
    echo(strong("finished"));
    leave(state_, Mode::finished);
  }

  const Form& form_;
  State& state_;
};

}  // namespace

State update(const Form& form, State state, const Action& action) {
  const bool is_report = std::holds_alternative<Saved>(action) || std::holds_alternative<Explained>(action) ||
                         std::holds_alternative<Looked>(action);
  if (!is_report) {
    const bool waits_for_editor = state.mode == Mode::editing && !std::holds_alternative<EndEditing>(action);
    if (has_ended(state) || waits_for_editor) return state;
    state.feedback = {};
    state.key_line = KeyLine::hidden;
    // Every other action makes the warning old: the next attempt to leave gives it again.
    const bool leaves = std::holds_alternative<Quit>(action) || std::holds_alternative<Finish>(action);
    if (state.saving == Saving::warned && !leaves) state.saving = Saving::failed;
  }
  std::visit(Step(form, state), action);
  return state;
}

}  // namespace rung
