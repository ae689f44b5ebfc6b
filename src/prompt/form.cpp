#include <rung/prompt/form.hpp>

#include <fmt/format.h>

#include <algorithm>

namespace rung {

const Choice* find_choice(const Form& form, int value) {
  const auto found = std::find_if(form.choices.begin(), form.choices.end(),
                                  [value](const Choice& choice) { return choice.value == value; });
  return found == form.choices.end() ? nullptr : &*found;
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
