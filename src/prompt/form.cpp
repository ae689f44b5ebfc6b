#include <rung/prompt/form.hpp>

#include <fmt/format.h>

#include <algorithm>

namespace rung {

const std::vector<Choice>& choices_of(const Form& form, const Question& question) {
  return question.choices ? *question.choices : form.choices;
}

const Choice* find_choice(const Form& form, const Question& question, int value) {
  const std::vector<Choice>& choices = choices_of(form, question);
  const auto found =
      std::find_if(choices.begin(), choices.end(), [value](const Choice& choice) { return choice.value == value; });
  return found == choices.end() ? nullptr : &*found;
}

std::string describe_values(const Form& form) {
  const int lowest = form.choices.front().value;
  const int highest = form.choices.back().value;
  if (highest > lowest && highest - lowest + 1 == static_cast<int>(form.choices.size()))
    return fmt::format("{}-{}", lowest, highest);
  std::string values;
  for (const Choice& choice : form.choices) values += fmt::format("{}{}", values.empty() ? "" : ",", choice.value);
  return values;
}

}  // namespace rung
