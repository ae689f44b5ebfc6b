#include "help_page.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include <rung/text/width.hpp>
#include <rung/text/wrap.hpp>

namespace rung::cli {
namespace {

constexpr int widest_page = 80;
/// Descriptions begin here; 52 cells are left of 80.
constexpr int description_column = 28;
/// Narrower pages have descriptions below what they describe.
constexpr int narrowest_two_columns = 60;

Line indent_by(int cells) { return spaces(cells); }

/// A term and its description, side by side if the page is wide enough.
Block lay_out_entry(const std::string& term, const std::string& description, int width) {
  const Line head{plain("  "), key(term)};
  const bool is_beside = width >= narrowest_two_columns && cell_width(head) + 2 <= description_column;
  if (is_beside) {
    const Line first = pad_right(head, description_column);
    return wrap({plain(description)}, width, {first, indent_by(description_column)});
  }
  Block block = wrap({key(term)}, width, {indent_by(2), indent_by(4)});
  const int step = width >= narrowest_two_columns ? description_column : 6;
  append(block, wrap({plain(description)}, width, {indent_by(step), indent_by(step)}));
  return block;
}

/// `-o, --output FILE`; an option without a letter is indented as far as the names of the others. Other spellings of a
/// name are left out.
std::string describe_names(const OptionRow& row) {
  if (row.is_argument()) return fmt::format("{}{}", row.spec, row.is_repeatable ? "..." : "");
  const std::vector<std::string> names = row.names();
  const bool has_letter = names.front().size() == 2;
  const std::string name = has_letter && names.size() > 1 ? fmt::format("{}, {}", names[0], names[1]) : names.front();
  return fmt::format("{}{}{}{}", has_letter ? "" : "    ", name, row.takes_value ? " " : "", row.value_name());
}

std::string describe_usage(const HelpPage& page) {
  std::string usage = fmt::format("{} [OPTIONS]", page.path);
  for (const OptionRow& row : page.rows) {
    if (!row.is_argument()) continue;
    const std::string name = describe_names(row);
    usage += row.is_required ? fmt::format(" {}", name) : fmt::format(" [{}]", name);
  }
  if (!page.commands.empty()) usage += page.needs_command ? " COMMAND" : " [COMMAND]";
  return usage;
}

/// Entries under the headings of their sections, which stand in the order of their first entries.
class Sections {
 public:
  explicit Sections(int width) : width_(width) {}

  void add(const std::string& heading, const std::string& term, const std::string& description) {
    if (heading.empty()) return;
    auto found = std::find_if(sections_.begin(), sections_.end(),
                              [&heading](const auto& section) { return section.first == heading; });
    if (found == sections_.end()) found = sections_.insert(found, {heading, {}});
    append(found->second, lay_out_entry(term, description, width_));
  }

  void append_to(Block& block) {
    for (auto& [heading, entries] : std::exchange(sections_, {})) {
      block.emplace_back();
      block.push_back({strong(fmt::format("{}:", heading))});
      append(block, std::move(entries));
    }
  }

 private:
  int width_;
  std::vector<std::pair<std::string, Block>> sections_;
};

}  // namespace

Block lay_out_help(const HelpPage& page, int width) {
  width = std::min(width, widest_page);
  Block block = wrap({plain(fmt::format("{}.", page.summary))}, width);
  block.emplace_back();
  append(block, wrap({strong("Usage: "), plain(describe_usage(page))}, width, {{}, indent_by(7)}));
  Sections sections(width);
  for (const OptionRow& row : page.rows)
    if (row.is_argument()) sections.add("Arguments", describe_names(row), row.help);
  for (const HelpEntry& command : page.commands) sections.add(command.section, command.name, command.summary);
  for (const OptionRow& row : page.rows)
    if (!row.is_argument()) sections.add(row.section, describe_names(row), row.help);
  for (const OptionRow& row : page.everywhere) sections.add(row.section, describe_names(row), row.help);
  sections.append_to(block);
  for (const HelpEntry& note : page.notes) sections.add(note.section, note.name, note.summary);
  sections.append_to(block);
  if (page.examples.empty()) return block;
  block.emplace_back();
  block.push_back({strong("Examples:")});
  for (const Example& example : page.examples) {
    append(block, wrap({key(example.command)}, width, {indent_by(2), indent_by(6)}));
    append(block, wrap({plain(example.effect)}, width, {indent_by(6), indent_by(6)}));
  }
  return block;
}

}  // namespace rung::cli
