#include <rung/interview/state.hpp>

#include <algorithm>
#include <cassert>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

#include <rung/interview/form.hpp>

#include "remarks.hpp"

namespace rung {
namespace {

Response to_response(const Answer& answer) {
  Response response;
  std::visit(
      [&response](const auto& rating) {
        using Kind = std::decay_t<decltype(rating)>;
        if constexpr (std::is_same_v<Kind, Rated>) {
          response.choice = rating.value;
        } else if constexpr (std::is_same_v<Kind, NotApplicable>) {
          response.mark = not_applicable_mark;
          response.reason = rating.reason;
        } else if constexpr (std::is_same_v<Kind, NoOpportunity>) {
          response.mark = no_opportunity_mark;
        } else {
          static_assert(std::is_same_v<Kind, Unrated>);
        }
      },
      answer.rating);
  response.remarks = list_remarks(answer);
  return response;
}

Rating to_rating(const Response& response) {
  if (response.choice) return Rated{*response.choice};
  if (response.mark == not_applicable_mark) return NotApplicable{response.reason};
  if (response.mark == no_opportunity_mark) return NoOpportunity{};
  return Unrated{};
}

/// Lines that were only added leave what stands before them as it is written, to the last blank.
void take_remarks(Answer& answer, const std::vector<std::string>& remarks) {
  const std::vector<std::string> known = list_remarks(answer);
  const bool only_added =
      known.size() <= remarks.size() && std::equal(known.begin(), known.end(), remarks.begin()) &&
      std::find(remarks.begin() + static_cast<std::ptrdiff_t>(known.size()), remarks.end(), "") == remarks.end();
  if (!only_added) {
    set_remarks(answer, remarks);
    return;
  }
  for (std::size_t added = known.size(); added < remarks.size(); ++added) add_remark(answer, remarks[added]);
}

}  // namespace

State make_state(const Form& form, const Assessment& draft) {
  assert(form.questions.size() == draft.answers.size());
  std::vector<Response> responses;
  responses.reserve(draft.answers.size());
  for (const Answer& answer : draft.answers) responses.push_back(to_response(answer));
  return resume_form(form, std::move(responses));
}

Assessment apply_state(Assessment base, const State& state, Timestamp now) {
  assert(state.responses.size() == base.answers.size());
  for (std::size_t index = 0; index < base.answers.size(); ++index) {
    const Response& response = state.responses[index];
    Answer answer = base.answers[index];
    answer.rating = to_rating(response);
    take_remarks(answer, response.remarks);
    if (answer != base.answers[index]) {
      answer.answered_at = now;
      base.answers[index] = std::move(answer);
    }
  }
  return base;
}

}  // namespace rung
