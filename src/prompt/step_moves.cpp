#include <algorithm>
#include <charconv>
#include <utility>

#include <rung/text/ascii.hpp>

#include "step.hpp"

namespace rung {
namespace {

bool mentions(const Form& form, const Question& question, std::string_view folded) {
  const auto contains = [folded](const std::string& text) { return to_lower(text).find(folded) != std::string::npos; };
  const std::vector<std::string>& path = form.sections[question.section].path;
  return contains(question.text) || std::any_of(path.begin(), path.end(), contains);
}

/// The question that comes up by itself after `at` (`step` 1) or before it (-1); nothing beyond the ends.
std::optional<std::size_t> find_turn(const Form& form, std::size_t at, int step) {
  // Below zero it wraps round to more than there are.
  for (std::size_t index = at + static_cast<std::size_t>(step); index < form.questions.size();
       index += static_cast<std::size_t>(step))
    if (form.questions[index].turn == Turn::asked) return index;
  return std::nullopt;
}

}  // namespace

void Step::operator()(const BeginEntry& begin) {
  const bool is_answering = begin.kind == EntryKind::reason || begin.kind == EntryKind::remark;
  if (is_answering && !is_asking()) return;
  if (state_.mode != Mode::entering) {
    state_.entry = {begin.kind, begin.mark, state_.mode};
    state_.mode = Mode::entering;
  }
  echo(name_of(begin), Style::muted);
  state_.showing = Showing::prompt_only;
}

std::string Step::name_of(const BeginEntry& begin) const {
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

void Step::operator()(const Cancel&) {
  leave_entry();
  echo("cancelled", Style::muted);
  state_.showing = Showing::prompt_only;
}

void Step::operator()(const Back&) {
  if (state_.mode == Mode::reviewing) {
    echo("back", Style::muted);
    ask(state_.at);
  } else if (const auto before = find_turn(form_, state_.at, -1)) {
    echo("back", Style::muted);
    ask(*before);
  } else {
    explain("This is the first question.", Bell::silent);
  }
}

void Step::operator()(const NextUnrated&) {
  const std::size_t from = state_.mode == Mode::reviewing ? 0 : state_.at + 1;
  if (const auto next = find_unanswered(form_, state_, from)) {
    echo("next unrated", Style::muted);
    ask(*next);
  } else {
    echo("nothing is unrated", Style::muted);
    review();
  }
}

void Step::operator()(const GoTo& go_to) {
  const std::string text(trim(go_to.text));
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

void Step::operator()(const Search& search) {
  const std::string text(trim(search.text));
  if (text.empty()) {
    (*this)(Cancel{});
    return;
  }
  leave_entry();
  const std::string folded = to_lower(text);
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

void Step::ask(std::size_t index) {
  state_.at = index;
  state_.mode = Mode::asking;
  state_.showing = Showing::question;
}

void Step::review() {
  state_.at = find_turn(form_, form_.questions.size(), -1).value_or(form_.questions.size() - 1);
  state_.mode = Mode::reviewing;
  state_.showing = Showing::question;
}

void Step::go_on() {
  if (const auto next = find_turn(form_, state_.at, 1))
    ask(*next);
  else
    review();
}

void Step::leave_entry() {
  if (state_.mode == Mode::entering) state_.mode = state_.entry.return_to;
}

}  // namespace rung
