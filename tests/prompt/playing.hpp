#pragma once

#include <initializer_list>
#include <string>
#include <utility>

#include <rung/prompt/update.hpp>

#include "prompt/sample_form.hpp"

namespace rung {

/// The sample form after these actions.
inline State after(State state, std::initializer_list<Action> actions) {
  const Form form = sample_form();
  for (const Action& action : actions) state = update(form, std::move(state), action);
  return state;
}

inline State after(std::initializer_list<Action> actions) { return after(start_form(sample_form()), actions); }

inline std::string said(const State& state) {
  std::string text = plain_text(state.feedback.echo);
  for (const std::string& sentence : state.feedback.more) text += (text.empty() ? "" : " | ") + sentence;
  return text;
}

}  // namespace rung
