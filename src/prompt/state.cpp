#include <rung/prompt/state.hpp>

#include <algorithm>
#include <cassert>
#include <utility>

namespace rung {

bool is_answered(const Response& response) { return response.choice.has_value() || response.mark.has_value(); }

State start_form(const Form& form) { return resume_form(form, std::vector<Response>(form.questions.size())); }

State resume_form(const Form& form, std::vector<Response> responses) {
  assert(!form.questions.empty() && responses.size() == form.questions.size());
  State state;
  state.responses = std::move(responses);
  const auto first = find_unanswered(state, 0);
  state.at = first.value_or(form.questions.size() - 1);
  state.mode = first ? Mode::asking : Mode::reviewing;
  return state;
}

int count_answered(const State& state) {
  return static_cast<int>(std::count_if(state.responses.begin(), state.responses.end(), is_answered));
}

std::optional<std::size_t> find_unanswered(const State& state, std::size_t from) {
  const std::size_t count = state.responses.size();
  for (std::size_t step = 0; step < count; ++step) {
    const std::size_t index = (from + step) % count;
    if (!is_answered(state.responses[index])) {
      return index;
    }
  }
  return std::nullopt;
}

std::string describe(const Form& form, const Response& response) {
  if (response.mark) {
    return form.marks[*response.mark].label;
  }
  if (!response.choice) {
    return {};
  }
  const Choice* choice = find_choice(form, *response.choice);
  return std::to_string(*response.choice) + (choice == nullptr ? "" : " " + choice->label);
}

}  // namespace rung
