#include <rung/text/manual.hpp>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include <rung/text/ascii.hpp>
#include <rung/text/width.hpp>
#include <rung/text/wrap.hpp>

namespace rung {
namespace {

constexpr std::string_view code_indent = "    ";
/// Descriptions with less room than this stand below what they describe.
constexpr int narrowest_description = 24;

/// Whether code keeps its backquotes: in a sentence they show where it begins and ends.
enum class Backquotes { kept, dropped };

/// Takes `[words](address)`, `**words**`, `*words*`, and `` `code` `` apart.
class InlineReader {
 public:
  explicit InlineReader(std::string_view text, Backquotes backquotes = Backquotes::kept)
      : rest_(text), backquotes_(backquotes) {}

  Line read(Style style = Style::plain) {
    while (!rest_.empty())
      if (!take_code() && !take_between("**", "**", Style::strong) && !take_link() && !take_emphasis()) take_one();
    flush(style);
    for (Span& span : line_)
      if (span.style == Style::plain) span.style = style;
    return std::move(line_);
  }

 private:
  bool take_between(std::string_view open, std::string_view close, Style style) {
    if (!rest_.starts_with(open)) return false;
    const std::size_t end = rest_.find(close, open.size());
    if (end == std::string_view::npos || end == open.size()) return false;
    flush(Style::plain);
    line_.push_back({std::string(rest_.substr(open.size(), end - open.size())), style});
    rest_.remove_prefix(end + close.size());
    return true;
  }

  bool take_code() {
    if (!take_between("`", "`", Style::key)) return false;
    if (backquotes_ == Backquotes::kept) line_.back().text = fmt::format("`{}`", line_.back().text);
    return true;
  }

  bool take_link() {
    const std::size_t middle = rest_.find("](");
    const std::size_t end = rest_.find(')', middle);
    if (!rest_.starts_with('[') || end == std::string_view::npos || rest_.find(']') != middle) return false;
    const std::string_view words = rest_.substr(1, middle - 1);
    rest_.remove_prefix(end + 1);
    flush(Style::plain);
    for (Span& span : InlineReader(words).read()) line_.push_back(std::move(span));
    return true;
  }

  bool take_emphasis() { return rest_.size() > 1 && rest_[1] != ' ' && take_between("*", "*", Style::plain); }

  void take_one() {
    if (rest_.size() > 1 && rest_.front() == '\\') rest_.remove_prefix(1);
    pending_ += rest_.front();
    rest_.remove_prefix(1);
  }

  void flush(Style style) {
    if (!pending_.empty()) line_.push_back({std::exchange(pending_, {}), style});
  }

  std::string_view rest_;
  Backquotes backquotes_;
  std::string pending_;
  Line line_;
};

std::vector<std::string_view> split_into_lines(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    lines.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

/// The cells of `| a | b |`; a `|` in code is written `\|`.
std::vector<std::string> split_cells(std::string_view row) {
  std::vector<std::string> cells(1);
  row = trim(row);
  if (row.starts_with('|')) row.remove_prefix(1);
  if (row.ends_with('|')) row.remove_suffix(1);
  for (std::size_t at = 0; at < row.size(); ++at)
    if (row[at] == '\\' && at + 1 < row.size() && row[at + 1] == '|')
      cells.back() += row[++at];
    else if (row[at] == '|')
      cells.emplace_back();
    else
      cells.back() += row[at];
  for (std::string& cell : cells) cell = trim(cell);
  return cells;
}

class ManualWriter {
 public:
  explicit ManualWriter(int width) : width_(width) {}

  Block write(std::string_view markdown) {
    lines_ = split_into_lines(markdown);
    while (at_ < lines_.size()) {
      const std::string_view line = lines_[at_];
      if (is_blank(line) || line.starts_with("<!--"))
        ++at_;
      else if (line.starts_with('#'))
        write_heading(line);
      else if (line.starts_with(code_indent))
        write_code();
      else if (line.starts_with('|'))
        write_table();
      else
        write_paragraph();
    }
    return std::move(block_);
  }

 private:
  void begin_part() {
    if (!block_.empty()) block_.emplace_back();
  }

  void write_heading(std::string_view line) {
    ++at_;
    begin_part();
    const std::size_t level = std::min(line.find_first_not_of('#'), line.size());
    Block words = wrap(InlineReader(trim(line.substr(level))).read(Style::strong), width_);
    std::string rule;
    for (int cell = 0; cell < cell_width(words.back()); ++cell) rule += "─";
    append(block_, std::move(words));
    if (level <= 2) block_.push_back({muted(rule)});
  }

  void write_code() {
    begin_part();
    for (; at_ < lines_.size() && (lines_[at_].starts_with(code_indent) || is_blank(lines_[at_])); ++at_)
      block_.push_back({plain(std::string(lines_[at_]))});
    while (plain_text(block_.back()).empty()) block_.pop_back();
  }

  [[nodiscard]] bool is_paragraph(std::string_view line) const {
    return !is_blank(line) && !line.starts_with('#') && !line.starts_with('|');
  }

  [[nodiscard]] static bool begins_item(std::string_view line) {
    const std::size_t digits = line.find_first_not_of("0123456789");
    return line.starts_with("- ") || (digits != 0 && digits < line.size() && line.substr(digits).starts_with(". "));
  }

  void write_paragraph() {
    const bool is_item = begins_item(lines_[at_]);
    if (!is_item || !std::exchange(is_in_list_, true)) begin_part();
    std::string text;
    do {
      text += fmt::format("{}{}", text.empty() ? "" : " ", trim(lines_[at_++]));
    } while (at_ < lines_.size() && is_paragraph(lines_[at_]) && !begins_item(lines_[at_]));
    is_in_list_ = is_item && at_ < lines_.size() && begins_item(lines_[at_]);
    const std::size_t mark = is_item ? text.find(' ') + 1 : 0;
    const Line rest = spaces(static_cast<int>(mark));
    const Line first = line(text.substr(0, mark));
    append(block_, wrap(InlineReader(std::string_view(text).substr(mark)).read(), width_, {first, rest}));
  }

  void write_table() {
    begin_part();
    const std::vector<std::string> heading = split_cells(lines_[at_]);
    std::vector<std::vector<std::string>> rows;
    for (at_ += 2; at_ < lines_.size() && lines_[at_].starts_with('|'); ++at_) rows.push_back(split_cells(lines_[at_]));
    int term = cell_width(heading.front());
    for (const auto& row : rows) term = std::max(term, cell_width(read_term(row)));
    const bool is_wide = heading.size() == 2 && term + 4 + narrowest_description <= width_;
    for (const auto& row : rows) is_wide ? write_pair(row, term) : write_record(heading, row);
  }

  static Line read_term(const std::vector<std::string>& row) {
    return InlineReader(row.front(), Backquotes::dropped).read();
  }

  void write_pair(const std::vector<std::string>& row, int term) {
    const Line first = pad_right(join(spaces(2), read_term(row)), term + 4);
    append(block_, wrap(InlineReader(row.back()).read(), width_, {first, spaces(term + 4)}));
  }

  /// The first cell, with the others below it, each after the heading of its column.
  void write_record(const std::vector<std::string>& heading, const std::vector<std::string>& row) {
    append(block_, wrap(read_term(row), width_, {spaces(2), spaces(4)}));
    for (std::size_t column = 1; column < std::min(heading.size(), row.size()); ++column) {
      if (row[column].empty()) continue;
      Line text{muted(fmt::format("{}{}", heading[column], heading[column].empty() ? "" : ": "))};
      for (Span& span : InlineReader(row[column]).read()) text.push_back(std::move(span));
      append(block_, wrap(text, width_, {spaces(6), spaces(8)}));
    }
  }

  int width_;
  std::vector<std::string_view> lines_;
  std::size_t at_ = 0;
  bool is_in_list_ = false;
  Block block_;
};

}  // namespace

Block lay_out_manual(std::string_view markdown, int width) { return ManualWriter(width).write(markdown); }

}  // namespace rung
