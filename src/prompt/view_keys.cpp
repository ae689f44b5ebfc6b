#include <algorithm>
#include <iterator>
#include <string>
#include <vector>

#include <rung/prompt/view.hpp>

#include "layout.hpp"
#include "screens.hpp"

namespace rung {
namespace {

struct KeyItem {
  std::string key;
  std::string label;
  int importance = 0;
};

bool is_offered(const Form& form, const State& state, const Binding& binding, Place place) {
  if (binding.command == Command::accept && !form.questions[state.at].suggestion) return false;
  return binding.place == Place::both || binding.place == place;
}

/// In the order of the key line: the digits, the first way to go on, the marks, then the rest of the table.
std::vector<KeyItem> key_items(const Form& form, const State& state, Place place) {
  constexpr int always = 9;
  constexpr int marks = 1;
  std::vector<KeyItem> items;
  if (place == Place::question) items.push_back({describe_values(form), "rate", always});
  bool are_marks_listed = place != Place::question;
  for (const Binding& binding : keymap()) {
    if (!is_offered(form, state, binding, place)) continue;
    if (!are_marks_listed && binding.command != Command::skip) {
      for (const Mark& mark : form.marks) items.push_back({std::string(1, mark.key), mark.label, marks});
      are_marks_listed = true;
    }
    const std::string label = binding.command == Command::remark ? form.remark_label : std::string(binding.label);
    if (!label.empty()) items.push_back({std::string(1, binding.key), label, binding.importance});
  }
  return items;
}

Block to_lines(const std::vector<KeyItem>& items, int width) {
  Block block{spaces(text_indent)};
  for (const KeyItem& item : items) {
    const Line part{{item.key, Style::key}, {" " + item.label, Style::muted}};
    if (block.back().size() > 1) {
      if (cell_width(block.back()) + 2 + cell_width(part) <= width)
        block.back().push_back({"  ", Style::plain});
      else
        block.push_back(spaces(text_indent));
    }
    block.back().insert(block.back().end(), part.begin(), part.end());
  }
  return block;
}

bool fits(const Block& block, int width) {
  constexpr std::size_t most_lines = 2;
  return block.size() <= most_lines &&
         std::all_of(block.begin(), block.end(), [width](const Line& line) { return cell_width(line) <= width; });
}

Block lay_out_keys(const std::string& title, const std::vector<KeyHelp>& keys, int width) {
  std::vector<NamedText> rows;
  for (const KeyHelp& help : keys) rows.push_back({{{help.key, Style::key}}, {{help.description, Style::plain}}});
  Block block = heading(title, width);
  append(block, lay_out_names(rows, width, item_indent));
  return block;
}

}  // namespace

Block key_lines(const Form& form, const State& state, Place place, int width) {
  std::vector<KeyItem> items = key_items(form, state, place);
  Block block = to_lines(items, width);
  while (!fits(block, width) && items.size() > 1) {
    // Of equals, the last goes first.
    const auto least = std::min_element(items.rbegin(), items.rend(), [](const KeyItem& left, const KeyItem& right) {
      return left.importance < right.importance;
    });
    items.erase(std::prev(least.base()));
    block = to_lines(items, width);
  }
  return block;
}

std::string spoken_keys(const Form& form, const State& state, Place place) {
  std::string sentence = "Type and press Enter:";
  const char* separator = " ";
  for (const KeyItem& item : key_items(form, state, place)) {
    sentence += separator + item.key + " " + item.label;
    separator = ", ";
  }
  return sentence;
}

Block view_keys(const Form& form, Place place, int width) {
  return lay_out_keys("Keys", list_keys(form, place), width);
}

Block view_all_keys(const Form& form, int width) {
  Block block;
  for (const KeyTable& table : list_all_keys(form)) append(block, lay_out_keys(table.title, table.keys, width));
  block.erase(block.begin());
  return block;
}

}  // namespace rung
