#include <algorithm>
#include <utility>

#include <rung/text/ascii.hpp>

#include "progress.hpp"
#include "step.hpp"

namespace rung {
namespace {

std::vector<std::string> without_blank_ends(std::vector<std::string> lines) {
  const auto first = std::find_if_not(lines.begin(), lines.end(), is_blank);
  const auto last = std::find_if_not(lines.rbegin(), std::make_reverse_iterator(first), is_blank);
  return {first, last.base()};
}

}  // namespace

void Step::operator()(const Rate& rate) {
  if (!is_asking()) return;
  if (find_choice(form_, rate.value) == nullptr) {
    explain(std::to_string(rate.value) + " is off the scale; " + describe_values(form_) + " rates.", Bell::rings);
    return;
  }
  answer({rate.value, std::nullopt, {}, standing().remarks});
}

void Step::operator()(const Skip&) {
  if (!is_asking()) return;
  const std::string answer = describe(form_, standing());
  echo(answer.empty() ? "skipped" : answer + " stands", Style::muted);
  go_on();
}

void Step::operator()(const Keep&) {
  if (state_.mode == Mode::reviewing)
    explain("f finishes, b goes back.", Bell::silent);
  else if (is_answered(standing()))
    (*this)(Skip{});
  else
    explain(describe_values(form_) + " rates, s skips, ? lists all keys.", Bell::silent);
}

void Step::operator()(const Clear&) {
  if (!is_asking()) return;
  if (!is_answered(standing())) {
    explain("There is no answer to take back.", Bell::silent);
    return;
  }
  standing() = {std::nullopt, std::nullopt, {}, std::move(standing().remarks)};
  echo("unrated", Style::strong);
  state_.showing = Showing::prompt_only;
}

void Step::operator()(const GiveMark& give) {
  if (state_.mode == Mode::reviewing) {
    refuse_in_review();
    return;
  }
  const bool needs_reason = form_.marks[give.mark].asks_reason == AsksReason::yes;
  const std::string reason = needs_reason ? std::string(trim(give.reason)) : std::string();
  if (needs_reason && reason.empty()) {
    (*this)(Cancel{});
    return;
  }
  state_.mode = Mode::asking;
  answer({std::nullopt, give.mark, reason, standing().remarks});
}

void Step::operator()(const Accept&) {
  if (!is_asking()) return;
  const std::optional<Suggestion>& suggestion = form_.questions[state_.at].suggestion;
  if (!suggestion) {
    explain("Nothing is suggested here.", Bell::rings);
    return;
  }
  answer({suggestion->choice, suggestion->mark, suggestion->reason, standing().remarks});
}

void Step::operator()(const AddRemark& remark) {
  if (state_.mode == Mode::reviewing) {
    refuse_in_review();
    return;
  }
  std::string text(trim(remark.text));
  if (text.empty()) {
    (*this)(Cancel{});
    return;
  }
  state_.mode = Mode::asking;
  standing().remarks.push_back(std::move(text));
  echo("noted", Style::strong);
  state_.showing = Showing::prompt_only;
}

void Step::operator()(const BeginEditing&) {
  if (is_asking()) {
    echo("editor", Style::muted);
    state_.mode = Mode::editing;
  }
}

void Step::operator()(const EndEditing& end) {
  if (state_.mode != Mode::editing) return;
  state_.mode = Mode::asking;
  if (!end.message.empty()) explain(end.message, Bell::silent);
  if (end.remarks) {
    standing().remarks = without_blank_ends(*end.remarks);
    echo(standing().remarks.empty() ? "nothing noted any more" : "noted", Style::strong);
  }
  // Whatever the editor showed may stand where the question was.
  state_.showing = Showing::question;
}

bool Step::is_asking() {
  if (state_.mode == Mode::reviewing) refuse_in_review();
  return state_.mode == Mode::asking;
}

void Step::refuse_in_review() { explain("There is no question here to answer; b goes back.", Bell::rings); }

void Step::answer(Response response) {
  const bool is_same = response == standing();
  const bool was_answered = is_answered(standing());
  standing() = std::move(response);
  echo(describe(form_, standing()), Style::strong);
  if (is_same) echo(" · as before", Style::muted);
  if (!was_answered) tell_part_done();
  go_on();
}

void Step::tell_part_done() {
  const std::vector<PartProgress> parts = list_parts(form_, state_);
  const auto part = std::find_if(parts.begin(), parts.end(),
                                 [this](const PartProgress& one) { return state_.at < one.first + one.questions; });
  if (part->answered != part->questions) return;
  std::string sentence = part->name + " done";
  if (const std::string reached = describe_reached(form_, *part); !reached.empty()) sentence += ": " + reached;
  const int left = count_to_go(form_, state_);
  state_.feedback.more.push_back(sentence + (left == 0 ? "." : ". " + std::to_string(left) + " to go."));
}

}  // namespace rung
