#include <rung/prompt/state.hpp>

#include <algorithm>
#include <cassert>
#include <utility>

namespace rung {

bool is_answered(const Response& response) { return response.choice.has_value() || response.mark.has_value(); }

int count_remarks(const Response& response) {
  return static_cast<int>(std::count_if(response.remarks.begin(), response.remarks.end(), [](const std::string& line) {
    return line.find_first_not_of(" \t") != std::string::npos;
  }));
}

bool has_ended(const State& state) { return state.mode == Mode::finished || state.mode == Mode::suspended; }

State start_form(const Form& form) { return resume_form(form, std::vector<Response>(form.questions.size())); }

State resume_form(const Form& form, std::vector<Response> responses) {
  assert(!form.questions.empty() && responses.size() == form.questions.size());
  State state;
  state.responses = std::move(responses);
  const auto is_asked = [](const Question& question) { return question.turn == Turn::asked; };
  const auto first_asked = std::find_if(form.questions.begin(), form.questions.end(), is_asked);
  const bool is_choice =
      first_asked != form.questions.end() && !std::all_of(form.questions.begin(), form.questions.end(), is_asked);
  const auto unanswered = find_unanswered(form, state, 0);
  if (unanswered && is_asked(form.questions[*unanswered])) {
    state.at = *unanswered;
  } else if (is_choice) {
    state.at = static_cast<std::size_t>(first_asked - form.questions.begin());
  } else {
    state.at = form.questions.size() - 1;
    state.mode = Mode::reviewing;
  }
  return state;
}

int count_answered(const State& state) {
  return static_cast<int>(std::count_if(state.responses.begin(), state.responses.end(), is_answered));
}

std::optional<std::size_t> find_unanswered(const Form& form, const State& state, std::size_t from) {
  const std::size_t count = state.responses.size();
  for (const Turn turn : {Turn::asked, Turn::on_request}) {
    for (std::size_t step = 0; step < count; ++step) {
      const std::size_t index = (from + step) % count;
      if (form.questions[index].turn == turn && !is_answered(state.responses[index])) return index;
    }
  }
  return std::nullopt;
}

std::string describe(const Form& form, const Response& response) {
  if (response.mark) return form.marks[*response.mark].label;
  if (!response.choice) return {};
  const Choice* choice = find_choice(form, *response.choice);
  return std::to_string(*response.choice) + (choice == nullptr ? "" : " " + choice->label);
}

}  // namespace rung
