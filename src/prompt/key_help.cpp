#include <string>
#include <vector>

#include <rung/prompt/keymap.hpp>

namespace rung {
namespace {

std::string describe_binding(const Form& form, const Binding& binding) {
  const std::string also = binding.also.empty() ? std::string() : " (also " + std::string(binding.also) + ")";
  if (binding.command == Command::remark) return "add a line of " + form.remark_label + also;
  return std::string(binding.description) + also;
}

}  // namespace

std::vector<KeyHelp> list_keys(const Form& form, Place place) {
  std::vector<KeyHelp> keys;
  if (place != Place::review) {
    keys.push_back({describe_values(form), "rate with that value and go on"});
    for (const Mark& mark : form.marks) keys.push_back({std::string(1, mark.key), mark.description});
    keys.push_back({"Enter", "keep the answer that stands; without one it answers nothing"});
  }
  for (const Binding& binding : keymap())
    if (place == Place::both || binding.place == Place::both || binding.place == place)
      keys.push_back({std::string(1, binding.key), describe_binding(form, binding)});
  return keys;
}

std::vector<KeyTable> list_all_keys(const Form& form) {
  return {{"At a question and in the review", list_keys(form, Place::both)},
          {"While a line is typed",
           {{"Enter", "take the line; an empty one cancels"},
            {"Escape", "cancel"},
            {"Backspace", "erase the last character"},
            {"Ctrl-W", "erase the last word"},
            {"Ctrl-U", "erase the line"},
            {"Ctrl-D", "leave, when nothing is typed yet"},
            {"a paste", "comes in whole, line breaks as spaces"}}},
          {"At any time, but while your editor runs",
           {{"Ctrl-C", "end at once; what was shown as saved is on the disk"},
            {"Ctrl-Z", "stop; fg comes back and prints the question again"}}}};
}

}  // namespace rung
