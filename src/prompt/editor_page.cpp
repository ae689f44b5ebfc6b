#include <rung/prompt/editor_page.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include <rung/prompt/line_editor.hpp>
#include <rung/text/ascii.hpp>
#include <rung/text/utf8.hpp>
#include <rung/text/wrap.hpp>

namespace rung {
namespace {

constexpr int page_width = 78;
constexpr std::string_view byte_order_mark = "\xef\xbb\xbf";

std::vector<std::string_view> split_lines(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    std::string_view line = text.substr(0, end);
    if (line.ends_with('\r')) line.remove_suffix(1);
    lines.push_back(line);
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

void add_comment(EditorPage& page, const std::string& text, const std::string& indent = "") {
  const Indent margin{line(fmt::format("# {}", indent)), line(fmt::format("# {:{}}", "", indent.size()))};
  const Block lines = wrap(line(text), page_width, margin);
  for (const Line& comment : lines) page.comments.push_back(plain_text(comment));
}

std::string spaces_for_tabs(std::string_view line) {
  std::string text(line);
  std::replace(text.begin(), text.end(), '\t', ' ');
  return text;
}

/// Why the line cannot be kept as it is; empty when it can.
std::string find_fault(const std::string& line) {
  const auto characters = static_cast<std::size_t>(count_characters(line));
  if (characters > max_line_characters) return explain_too_long(characters);
  if (clean_line(line) != line)
    return "It holds characters that cannot be kept: control characters, or bytes that are not UTF-8.";
  return {};
}

}  // namespace

EditorPage write_editor_page(const Form& form, const State& state) {
  const Question& question = form.questions[state.at];
  EditorPage page;
  add_comment(page, fmt::format("[{}/{}] {}", state.at + 1, form.questions.size(), question.text));
  for (const Detail& detail : question.details) {
    page.comments.emplace_back("#");
    add_comment(page, detail.title);
    for (const std::string& line : detail.lines)
      if (line.empty())
        page.comments.emplace_back("#");
      else
        add_comment(page, line, "- ");
  }
  page.comments.emplace_back("#");
  add_comment(page, fmt::format("Write {} above. {} These lines are left out.", form.remark_label, form.remark_hint));
  for (const std::string& remark : state.responses[state.at].remarks) page.text.append(remark).push_back('\n');
  page.text += '\n';
  for (const std::string& comment : page.comments) page.text.append(comment).push_back('\n');
  return page;
}

EndEditing read_editor_page(std::string_view edited, const EditorPage& page) {
  if (edited.starts_with(byte_order_mark)) edited.remove_prefix(byte_order_mark.size());
  // Each is left out as often as it was written: the rest of them are somebody's remarks.
  std::vector<std::string_view> comments(page.comments.begin(), page.comments.end());
  std::vector<std::string> remarks;
  std::size_t number = 0;
  for (const std::string_view line : split_lines(edited)) {
    ++number;
    // Editors strip blanks at the ends of lines.
    const auto comment = std::find(comments.begin(), comments.end(), line.substr(0, line.find_last_not_of(' ') + 1));
    if (comment != comments.end()) {
      comments.erase(comment);
      continue;
    }
    std::string text = spaces_for_tabs(line);
    if (const std::string fault = find_fault(text); !fault.empty())
      return {std::nullopt, fmt::format("Line {} was not taken. {}", number, fault)};
    remarks.push_back(is_blank(text) ? std::string() : std::move(text));
  }
  return {std::move(remarks), {}};
}

}  // namespace rung
