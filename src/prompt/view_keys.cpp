#include <algorithm>
#include <string>
#include <vector>

#include "layout.hpp"
#include "screens.hpp"

namespace rung {
namespace {

struct KeyItem {
  std::string key;
  std::string label;
  int importance = 0;
};

bool is_offered(const Binding& binding, Place place) { return binding.place == Place::both || binding.place == place; }

/// In the order of the key line: the digits, the first way to go on, the marks, then the rest of the table.
std::vector<KeyItem> key_items(const Form& form, Place place) {
  constexpr int always = 9;
  constexpr int marks = 1;
  std::vector<KeyItem> items;
  if (place == Place::question) {
    items.push_back({describe_values(form), "rate", always});
  }
  bool are_marks_listed = place != Place::question;
  for (const Binding& binding : keymap()) {
    if (!is_offered(binding, place)) {
      continue;
    }
    if (!are_marks_listed && binding.command != Command::skip) {
      for (const Mark& mark : form.marks) {
        items.push_back({std::string(1, mark.key), mark.label, marks});
      }
      are_marks_listed = true;
    }
    const std::string label = binding.command == Command::remark ? form.remark_label : std::string(binding.label);
    if (!label.empty()) {
      items.push_back({std::string(1, binding.key), label, binding.importance});
    }
  }
  return items;
}

Line to_line(const std::vector<KeyItem>& items) {
  Line line = spaces(text_indent);
  for (const KeyItem& item : items) {
    if (line.size() > 1) {
      line.push_back({"  ", Style::plain});
    }
    line.push_back({item.key, Style::key});
    line.push_back({" " + item.label, Style::muted});
  }
  return line;
}

}  // namespace

Line key_line(const Form& form, Place place, int width) {
  std::vector<KeyItem> items = key_items(form, place);
  while (cell_width(to_line(items)) > width && items.size() > 1) {
    const auto least = std::min_element(items.begin(), items.end(), [](const KeyItem& left, const KeyItem& right) {
      return left.importance < right.importance;
    });
    items.erase(least);
  }
  return to_line(items);
}

std::string describe_binding(const Form& form, const Binding& binding) {
  const std::string also = binding.also.empty() ? std::string() : " (also " + std::string(binding.also) + ")";
  if (binding.command == Command::remark) {
    return "add a line of " + form.remark_label + also;
  }
  return std::string(binding.description) + also;
}

Block view_keys(const Form& form, Place place, int width) {
  std::vector<NamedText> rows;
  const auto add = [&rows](const std::string& key, std::string text) {
    rows.push_back({{{key, Style::key}}, {{std::move(text), Style::plain}}});
  };
  if (place == Place::question) {
    add(describe_values(form), "rate with that value and go on");
    for (const Mark& mark : form.marks) {
      add(std::string(1, mark.key), mark.description);
    }
    add("Enter", "keep the answer that stands; without one it answers nothing");
  }
  for (const Binding& binding : keymap()) {
    if (is_offered(binding, place)) {
      add(std::string(1, binding.key), describe_binding(form, binding));
    }
  }
  Block block = heading("Keys", width);
  append(block, lay_out_names(rows, width, item_indent));
  return block;
}

}  // namespace rung
