#include "describe.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace rung {
namespace {

/// Such as `1-3 rates`; empty if no digit answers the question.
std::string describe_rating_keys(const Form& form, const Question& question) {
  const std::vector<Choice>& choices = choices_of(form, question);
  if (choices.empty()) return {};
  if (!question.choices) return fmt::format("{} {}", describe_values(form), form.words.rates);
  return fmt::format("{}{} {}", choices.size() == 1 ? "" : "1-", choices.size(), form.words.rates);
}

}  // namespace

std::string describe(const Form& form, const Question& question, const Response& response) {
  if (response.mark) return form.marks[*response.mark].label;
  if (!response.choice) return {};
  const Choice* choice = find_choice(form, question, *response.choice);
  return choice == nullptr ? fmt::format("{}", *response.choice) : fmt::format("{} {}", choice->value, choice->label);
}

std::string describe_with_reason(const Form& form, const Question& question, const Response& response) {
  const std::string answer = describe(form, question, response);
  return response.reason.empty() ? answer : fmt::format("{} ({})", answer, response.reason);
}

std::string describe_suggestion(const Form& form, const Question& question) {
  const Suggestion& suggestion = *question.suggestion;
  return fmt::format("{}: {}", suggestion.origin,
                     describe_with_reason(form, question, with_suggestion({}, suggestion)));
}

std::vector<std::string> describe_standing(const Form& form, const Question& question, const Response& response) {
  std::vector<std::string> facts;
  if (is_answered(response)) {
    facts.push_back(fmt::format("your answer: {}", describe_with_reason(form, question, response)));
    facts.emplace_back("Enter keeps it");
  }
  const int count = form.remark_use == RemarkUse::beside ? count_remarks(response) : 0;
  if (count > 0) facts.push_back(fmt::format("{} {} noted (? to read)", count, count == 1 ? "line" : "lines"));
  return facts;
}

std::string describe_rest(const Form& form, const State& state) {
  const std::size_t all = state.responses.size();
  const std::size_t rest = all - static_cast<std::size_t>(count_answered(state));
  if (rest == 0) return fmt::format("All {} are answered.", all);
  return fmt::format("{} of {} {} {}.", rest, all, rest == 1 ? "is" : "are", form.words.unrated);
}

const std::string& text_of(const Form& form, const State& state, std::size_t question) {
  const std::vector<std::string>& remarks = state.responses[question].remarks;
  return form.remark_use == RemarkUse::replaces_text && !remarks.empty() ? remarks.back()
                                                                         : form.questions[question].text;
}

std::string explain_no_choice(const Form& form, const Question& question, int value) {
  const std::string keys = describe_rating_keys(form, question);
  if (question.choices) return fmt::format("There is no {} here{}{}.", value, keys.empty() ? "" : "; ", keys);
  return fmt::format("{} is off the scale; {}.", value, keys);
}

std::string explain_main_keys(const Form& form, const Question& question) {
  const std::string keys = describe_rating_keys(form, question);
  return fmt::format("{}{}s skips, ? lists all keys.", keys, keys.empty() ? "" : ", ");
}

std::string describe_reached(const Form& form, const PartProgress& part) {
  if (form.goal_label.empty() || part.counted == 0) return {};
  return fmt::format("{} of {} {}", part.reached, part.counted, form.goal_label);
}

EntryText describe_entry(const Form& form, const LineEntry& entry) {
  constexpr std::string_view how_to_cancel = "Enter alone cancels.";
  switch (entry.kind) {
    case EntryKind::reason: return {"reason", fmt::format("Why? {}", how_to_cancel)};
    case EntryKind::remark:
      return {form.remark_label,
              fmt::format("{}{}{}", form.remark_hint, form.remark_hint.empty() ? "" : " ", how_to_cancel)};
    case EntryKind::go_to: return {"number", fmt::format("1 to {}. {}", form.questions.size(), how_to_cancel)};
    case EntryKind::search: return {"text", fmt::format("A word of the question. {}", how_to_cancel)};
  }
  return {};
}

std::string describe_position(const Form& form, std::size_t at) {
  const auto is_beside = [&](const Question& question) { return question.section == form.questions[at].section; };
  const auto here = form.questions.begin() + static_cast<std::ptrdiff_t>(at);
  return fmt::format("{} of {}", std::count_if(form.questions.begin(), here, is_beside) + 1,
                     std::count_if(form.questions.begin(), form.questions.end(), is_beside));
}

}  // namespace rung
