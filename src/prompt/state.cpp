#include <rung/prompt/state.hpp>

#include <algorithm>
#include <cassert>
#include <utility>

#include <rung/text/ascii.hpp>

namespace rung {
namespace {

bool is_asked(const Question& question) { return question.turn == Turn::asked; }

}  // namespace

bool is_answered(const Response& response) { return response.choice.has_value() || response.mark.has_value(); }

Response with_choice(Response response, int value) {
  response = without_answer(std::move(response));
  response.choice = value;
  return response;
}

Response with_mark(Response response, std::size_t mark, std::string reason) {
  response = without_answer(std::move(response));
  response.mark = mark;
  response.reason = std::move(reason);
  return response;
}

Response with_suggestion(Response response, const Suggestion& suggestion) {
  response.choice = suggestion.choice;
  response.mark = suggestion.mark;
  response.reason = suggestion.reason;
  response.origin = AnswerOrigin::accepted;
  for (const std::string& remark : suggestion.remarks)
    if (std::find(response.remarks.begin(), response.remarks.end(), remark) == response.remarks.end())
      response.remarks.push_back(remark);
  return response;
}

Response without_answer(Response response) {
  response = with_suggestion(std::move(response), {});
  response.origin = AnswerOrigin::typed;
  return response;
}

bool is_attached(const Response& response, const OfferedLine& offer) {
  return std::find(response.remarks.begin(), response.remarks.end(), offer.remark) != response.remarks.end();
}

int count_remarks(const Response& response) {
  const auto is_written = [](const std::string& line) { return !is_blank(line); };
  return static_cast<int>(std::count_if(response.remarks.begin(), response.remarks.end(), is_written));
}

bool has_ended(const State& state) { return state.mode == Mode::finished || state.mode == Mode::suspended; }

bool is_in_review(const State& state) {
  return state.mode == Mode::reviewing || state.mode == Mode::confirming ||
         (state.mode == Mode::entering && state.entry.return_to == Mode::reviewing);
}

bool is_revealed(const State& state) { return state.revealed == state.at; }

State start_form(const Form& form) { return resume_form(form, std::vector<Response>(form.questions.size())); }

State resume_form(const Form& form, std::vector<Response> responses, std::optional<std::size_t> last_answered) {
  assert(!form.questions.empty() && responses.size() == form.questions.size());
  State state;
  state.responses = std::move(responses);
  std::vector<std::size_t> asked;
  for (std::size_t index = 0; index < form.questions.size(); ++index)
    if (is_asked(form.questions[index])) asked.push_back(index);
  const auto unanswered = find_unanswered(form, state, last_answered ? *last_answered + 1 : 0);
  if (unanswered && is_asked(form.questions[*unanswered])) {
    state.at = *unanswered;
  } else if (!asked.empty() && asked.size() < form.questions.size()) {
    state.at = asked.front();
    asked.erase(asked.begin());
    state.tour = std::move(asked);
  } else {
    state.at = form.questions.size() - 1;
    state.mode = Mode::reviewing;
  }
  return state;
}

int count_answered(const State& state) {
  return static_cast<int>(std::count_if(state.responses.begin(), state.responses.end(), is_answered));
}

int count_asked(const Form& form) {
  return static_cast<int>(std::count_if(form.questions.begin(), form.questions.end(), is_asked));
}

int count_to_go(const Form& form, const State& state) {
  int left = 0;
  for (std::size_t index = 0; index < form.questions.size(); ++index)
    if (is_asked(form.questions[index]) && !is_answered(state.responses[index])) ++left;
  return left;
}

std::optional<std::size_t> find_unanswered(const Form& form, const State& state, std::size_t from) {
  const std::size_t count = state.responses.size();
  for (const Turn turn : {Turn::asked, Turn::on_request})
    for (std::size_t step = 0; step < count; ++step) {
      const std::size_t index = (from + step) % count;
      if (form.questions[index].turn == turn && !is_answered(state.responses[index])) return index;
    }
  return std::nullopt;
}

std::vector<PartProgress> list_parts(const Form& form, const State& state) {
  std::vector<PartProgress> parts;
  for (std::size_t index = 0; index < form.questions.size(); ++index) {
    if (!is_asked(form.questions[index])) continue;
    const std::string& name = form.sections[form.questions[index].section].path.front();
    if (parts.empty() || parts.back().name != name) parts.push_back({name, index, 0, 0});
    ++parts.back().asked;
    if (is_answered(state.responses[index])) ++parts.back().answered;
  }
  return parts;
}

}  // namespace rung
