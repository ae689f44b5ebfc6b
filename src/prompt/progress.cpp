#include "progress.hpp"

namespace rung {
namespace {

bool counts(const Form& form, const Response& response) {
  return !response.mark || form.marks[*response.mark].counts == Counts::yes;
}

}  // namespace

std::vector<PartProgress> list_parts(const Form& form, const State& state) {
  std::vector<PartProgress> parts;
  for (std::size_t index = 0; index < form.questions.size(); ++index) {
    const Question& question = form.questions[index];
    const Response& response = state.responses[index];
    const std::string& name = form.sections[question.section].path.front();
    if (parts.empty() || parts.back().name != name) parts.push_back({name, index, 0, 0, 0, 0});
    PartProgress& part = parts.back();
    ++part.questions;
    if (is_answered(response)) ++part.answered;
    if (question.goal && counts(form, response)) {
      ++part.counted;
      if (response.choice && *response.choice >= *question.goal) ++part.reached;
    }
  }
  return parts;
}

int count_to_go(const Form& form, const State& state) {
  int left = 0;
  for (std::size_t index = 0; index < form.questions.size(); ++index)
    if (form.questions[index].turn == Turn::asked && !is_answered(state.responses[index])) ++left;
  return left;
}

std::string describe_reached(const Form& form, const PartProgress& part) {
  if (form.goal_label.empty() || part.counted == 0) return {};
  return std::to_string(part.reached) + " of " + std::to_string(part.counted) + " " + form.goal_label;
}

}  // namespace rung
