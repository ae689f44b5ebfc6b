#include "navigation.hpp"

#include <algorithm>
#include <string>

#include <rung/text/ascii.hpp>

namespace rung {
namespace {

bool is_mentioned(const Form& form, const Question& question, std::string_view folded) {
  const auto contains = [folded](const std::string& text) { return to_lower(text).find(folded) != std::string::npos; };
  const std::vector<std::string>& path = form.sections[question.section].path;
  return contains(question.text) || contains(question.title) || contains(question.name) ||
         std::any_of(path.begin(), path.end(), contains);
}

void ask(const Form& form, State& state, std::size_t index) {
  const bool is_near = !is_in_review(state) && form.questions[index].section == form.questions[state.at].section;
  state.at = index;
  state.mode = Mode::asking;
  state.showing = is_near ? Showing::question_alone : Showing::question;
}

void review(const Form& form, State& state) {
  state.tour.reset();
  state.at = find_turn(form, form.questions.size(), -1).value_or(form.questions.size() - 1);
  state.mode = Mode::reviewing;
  state.showing = Showing::question;
  state.key_line = KeyLine::shown;
}

/// Keeps the present place for the way back.
void leave_place(const Form& form, State& state) {
  state.trail.push_back(is_in_review(state) ? form.questions.size() : state.at);
}

/// A tour goes on with the question that is left, unless that was a jump away from it.
void go_back_to(const Form& form, State& state, std::size_t place) {
  if (place == form.questions.size()) {
    review(form, state);
    return;
  }
  if (state.tour && !is_in_review(state)) {
    std::vector<std::size_t>& left = *state.tour;
    if (!left.empty() && left.front() == place)
      left.erase(left.begin());
    else
      left.insert(left.begin(), state.at);
  }
  ask(form, state, place);
}

std::optional<std::size_t> find_next(const Form& form, const State& state) {
  auto next = find_turn(form, state.at, 1);
  while (next && is_answered(state.responses[*next])) next = find_turn(form, *next, 1);
  return next;
}

}  // namespace

std::optional<std::size_t> find_turn(const Form& form, std::size_t at, int step) {
  // Below zero, the index wraps around and ends the loop.
  for (std::size_t index = at + static_cast<std::size_t>(step); index < form.questions.size();
       index += static_cast<std::size_t>(step))
    if (form.questions[index].turn == Turn::asked) return index;
  return std::nullopt;
}

std::vector<std::size_t> find_named(const Form& form, std::string_view text) {
  std::vector<std::size_t> found;
  for (std::size_t index = 0; index < form.questions.size(); ++index) {
    const std::string_view name = form.questions[index].name;
    if (!text.empty() && (name == text || is_end_after_dot(name, text))) found.push_back(index);
  }
  return found;
}

std::vector<std::size_t> find_mentions(const Form& form, std::string_view text) {
  const std::string folded = to_lower(text);
  std::vector<std::size_t> hits;
  for (std::size_t index = 0; index < form.questions.size(); ++index)
    if (is_mentioned(form, form.questions[index], folded)) hits.push_back(index);
  return hits;
}

void leave_entry(State& state) {
  if (state.mode == Mode::entering) state.mode = state.entry.return_to;
  if (state.mode == Mode::attaching || state.mode == Mode::choosing) state.mode = Mode::asking;
  if (state.mode == Mode::confirming) state.mode = Mode::reviewing;
}

void move_to(const Form& form, State& state, std::size_t index) {
  leave_place(form, state);
  ask(form, state, index);
}

void jump_to(const Form& form, State& state, std::size_t index) {
  if (is_in_review(state))
    state.tour.emplace();
  else if (state.tour)
    state.tour->insert(state.tour->begin(), state.at);
  move_to(form, state, index);
}

void move_to_review(const Form& form, State& state) {
  leave_place(form, state);
  review(form, state);
}

bool go_back(const Form& form, State& state) {
  if (!state.trail.empty()) {
    const std::size_t place = state.trail.back();
    state.trail.pop_back();
    go_back_to(form, state, place);
    return true;
  }
  const auto before = state.mode == Mode::reviewing ? state.at : find_turn(form, state.at, -1);
  if (!before) return false;
  go_back_to(form, state, *before);
  return true;
}

void go_on(const Form& form, State& state) {
  if (state.tour && !state.tour->empty()) {
    const std::size_t next = state.tour->front();
    state.tour->erase(state.tour->begin());
    move_to(form, state, next);
  } else if (const auto next = state.tour ? std::nullopt : find_next(form, state)) {
    move_to(form, state, *next);
  } else if (form.ending == Ending::at_once) {
    leave(state, Mode::finished);
  } else {
    move_to_review(form, state);
  }
}

void leave(State& state, Mode how) {
  leave_entry(state);
  state.left_from = state.mode;
  state.mode = how;
}

}  // namespace rung
