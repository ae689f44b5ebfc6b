#include "markdown_items.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include <rung/text/ascii.hpp>
#include <rung/text/item_sign.hpp>
#include <rung/text/utf8.hpp>

namespace rung {
namespace {

/// The cells of white space at the start of a line; a tab goes to the next multiple of four.
std::size_t measure_indent(std::string_view line) {
  std::size_t cells = 0;
  for (const char c : line)
    if (c == ' ')
      ++cells;
    else if (c == '\t')
      cells += 4 - cells % 4;
    else
      break;
  return cells;
}

/// `---`, `***`, `* * *`.
bool is_break(std::string_view text) {
  const char mark = text.empty() ? '\0' : text.front();
  if (mark != '-' && mark != '*' && mark != '_') return false;
  if (text.find_first_not_of(mark == '-' ? "- \t" : mark == '*' ? "* \t" : "_ \t") != std::string_view::npos)
    return false;
  return std::count(text.begin(), text.end(), mark) >= 3;
}

bool is_underline(std::string_view text) {
  return !text.empty() && (text.front() == '=' || text.front() == '-') &&
         text.find_first_not_of(text.front()) == std::string_view::npos;
}

/// The level of a heading with `#`; 0 if it is none.
int measure_heading(std::string_view text) {
  const std::size_t level = std::min(text.find_first_not_of('#'), text.size());
  const bool ends = level == text.size() || is_white_space(text[level]);
  return level >= 1 && level <= 6 && ends ? static_cast<int>(level) : 0;
}

/// The mark of a fence, such as "```"; empty if it is none.
std::string_view find_fence(std::string_view text) {
  for (const char mark : {'`', '~'}) {
    const std::size_t length = std::min(text.find_first_not_of(mark), text.size());
    if (length >= 3) return text.substr(0, length);
  }
  return {};
}

/// `[1]: https://example.org`, which is no text.
bool is_link_definition(std::string_view text) {
  return text.starts_with('[') && text.find("]:") != std::string_view::npos;
}

class MarkdownItemReader {
 public:
  explicit MarkdownItemReader(std::string_view text) : rest_(text) {
    if (rest_.starts_with("\xEF\xBB\xBF")) rest_.remove_prefix(3);
    skip_front_matter();
  }

  MarkdownItems run() && {
    while (!rest_.empty()) {
      const std::string_view line = take_line();
      if (!is_hidden(line)) read_line(line);
    }
    close_items();
    return {std::move(blocks_), std::move(left_out_)};
  }

 private:
  struct OpenItem {
    MarkdownItem* item;
    std::size_t indent;
  };

  std::string_view take_line() {
    const std::size_t end = std::min(rest_.find('\n'), rest_.size());
    std::string_view line = rest_.substr(0, end);
    rest_.remove_prefix(std::min(end + 1, rest_.size()));
    ++number_;
    return line.ends_with('\r') ? line.substr(0, line.size() - 1) : line;
  }

  void skip_front_matter() {
    const std::string_view whole = rest_;
    if (trim(take_line()) == "---") {
      while (!rest_.empty()) {
        const std::string_view line = trim(take_line());
        if (line == "---" || line == "...") return;
      }
    }
    rest_ = whole;
    number_ = 0;
  }

  /// Whether a line is part of code in a fence or of a comment.
  bool is_hidden(std::string_view line) {
    const std::string_view text = trim(line);
    if (in_comment_) {
      in_comment_ = text.find("-->") == std::string_view::npos;
      return true;
    }
    const std::string_view fence = find_fence(text);
    if (!fence_.empty()) {
      if (fence.size() >= fence_.size() && fence.front() == fence_.front() && fence.size() == text.size()) fence_ = {};
      return true;
    }
    fence_ = fence;
    in_comment_ = fence.empty() && text.starts_with("<!--") && text.find("-->") == std::string_view::npos;
    return !fence.empty() || text.starts_with("<!--");
  }

  void read_line(std::string_view line) {
    const std::string_view text = trim(line);
    const std::size_t indent = measure_indent(line);
    const bool was_blank = std::exchange(is_blank_before_, text.empty());
    const std::string paragraph = std::exchange(paragraph_, {});
    if (text.empty()) return;
    if (!paragraph.empty() && is_underline(text)) {
      left_out_.pop_back();
      return add_heading(text.front() == '=' ? 1 : 2, paragraph);
    }
    if (const int level = measure_heading(text); level > 0 && indent < 4) {
      std::string_view title = trim(text.substr(static_cast<std::size_t>(level)));
      title = trim(title.substr(0, title.find_last_not_of('#') + 1));
      return add_heading(level, title);
    }
    if (is_break(text)) return close_items();
    // A sign has white space around it.
    const std::size_t sign = measure_item_sign(text);
    const bool is_empty_item = text == "-" || text == "*" || text == "+";
    if (sign > 0 && (indent < 4 || !open_.empty())) return open_item(line, indent, text.substr(sign));
    if (is_empty_item && indent < 4) return close_items();
    continue_item(text, indent, was_blank);
  }

  void add_heading(int level, std::string_view title) {
    close_items();
    blocks_.push_back({level, {{number_, 1}, std::string(title), {}}});
  }

  void open_item(std::string_view line, std::size_t indent, std::string_view text) {
    while (!open_.empty() && (open_.back().indent >= indent || open_.size() >= deepest_item)) open_.pop_back();
    if (open_.empty()) close_items();
    const int column = count_characters(line.substr(0, line.size() - trim(line).size())) + 1;
    MarkdownItem item{{number_, std::max(column, 1)}, std::string(trim(text)), {}};
    if (open_.empty()) {
      root_ = std::move(item);
      open_.push_back({&*root_, indent});
    } else {
      std::vector<MarkdownItem>& siblings = open_.back().item->items;
      siblings.push_back(std::move(item));
      open_.push_back({&siblings.back(), indent});
    }
  }

  /// A line without a sign is part of the item above, if that is near enough; else of a paragraph. A table or a quote
  /// needs no blank line to be none of it.
  void continue_item(std::string_view text, std::size_t indent, bool was_blank) {
    const bool is_apart = was_blank || text.starts_with('|') || text.starts_with('>');
    while (is_apart && !open_.empty() && indent < open_.back().indent + 2) open_.pop_back();
    if (open_.empty()) {
      close_items();
      if (is_link_definition(text)) return;
      paragraph_ = text;
      left_out_.push_back(number_);
      return;
    }
    open_.back().item->text.append(1, ' ').append(text);
  }

  void close_items() {
    if (root_) blocks_.push_back({0, *std::move(root_)});
    root_.reset();
    open_.clear();
  }

  std::string_view rest_;
  int number_ = 0;
  bool in_comment_ = false;
  bool is_blank_before_ = false;
  std::string_view fence_;  ///< the one that code is in
  std::string paragraph_;   ///< the line before, if it may turn out to be a heading
  std::optional<MarkdownItem> root_;
  std::vector<OpenItem> open_;  ///< from the root down
  std::vector<MarkdownBlock> blocks_;
  std::vector<int> left_out_;
};

}  // namespace

MarkdownItems read_markdown_items(std::string_view text) { return MarkdownItemReader(text).run(); }

}  // namespace rung
