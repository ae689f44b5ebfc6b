#include "view_keys.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <variant>
#include <vector>

#include "layout.hpp"

namespace rung {
namespace {

struct KeyItem {
  std::string key;
  std::string label;
  int importance = 0;
};

bool is_offered(const Form& form, const State& state, const Binding& binding, KeyPlace place) {
  if (std::holds_alternative<ShowOffers>(binding.action) && form.questions[state.at].offers.empty()) return false;
  const auto* begin = std::get_if<BeginEntry>(&binding.action);
  const bool leads_elsewhere = std::holds_alternative<Finish>(binding.action) ||
                               std::holds_alternative<NextUnrated>(binding.action) ||
                               (begin != nullptr && begin->kind == EntryKind::go_to);
  if (leads_elsewhere && place == KeyPlace::question) return false;
  // The list of second looks names the key.
  if (std::holds_alternative<Visit>(binding.action)) return false;
  const bool is_mark = std::any_of(form.marks.begin(), form.marks.end(),
                                   [&binding](const Mark& mark) { return mark.key == binding.key; });
  if (is_mark) return false;
  if (std::holds_alternative<Accept>(binding.action) && !form.questions[state.at].suggestion) return false;
  return binding.place == KeyPlace::both || binding.place == place;
}

/// In the order of the key line: the digits, the first way to go on, the marks, then the rest of the table.
std::vector<KeyItem> list_items(const Form& form, const State& state) {
  constexpr int always = 9;
  constexpr int marks = 1;
  const KeyPlace place = is_in_review(state) ? KeyPlace::review : KeyPlace::question;
  std::vector<KeyItem> items;
  const Question& question = form.questions[state.at];
  if (place == KeyPlace::question && !choices_of(form, question).empty())
    items.push_back({question.choices
                         ? fmt::format("{}{}", question.choices->size() == 1 ? "" : "1-", question.choices->size())
                         : describe_values(form),
                     form.words.rate, always});
  bool are_marks_listed = place != KeyPlace::question;
  for (const Binding& binding : keymap()) {
    if (!is_offered(form, state, binding, place)) continue;
    if (!are_marks_listed && !std::holds_alternative<Skip>(binding.action)) {
      for (const Mark& mark : form.marks) items.push_back({std::string(1, mark.key), mark.label, marks});
      are_marks_listed = true;
    }
    if (std::string label = label_of(form, binding); !label.empty())
      items.push_back({std::string(1, binding.key), std::move(label), binding.importance});
  }
  return items;
}

Block to_lines(const std::vector<KeyItem>& items, int width) {
  Block block{spaces(text_indent)};
  for (const KeyItem& item : items) {
    const Line part{key(item.key), muted(fmt::format(" {}", item.label))};
    if (block.back().size() > 1) {
      if (cell_width(block.back()) + 2 + cell_width(part) <= width)
        block.back().push_back(plain("  "));
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

}  // namespace

Block view_key_line(const Form& form, const State& state, int width) {
  std::vector<KeyItem> items = list_items(form, state);
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

std::string spoken_keys(const Form& form, const State& state) {
  std::string sentence = "Type and press Enter:";
  const char* separator = " ";
  for (const KeyItem& item : list_items(form, state)) {
    sentence += fmt::format("{}{} {}", separator, item.key, item.label);
    separator = ", ";
  }
  return sentence;
}

Block view_key_table(const KeyTable& table, int width) {
  std::vector<NamedText> rows;
  for (const KeyHelp& help : table.keys) rows.push_back({{key(help.key)}, {plain(help.description)}});
  Block block = heading(table.title, width);
  append(block, lay_out_names(rows, width, item_indent));
  return block;
}

}  // namespace rung
