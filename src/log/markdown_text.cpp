#include "markdown_text.hpp"

#include <algorithm>

#include <rung/assessment/evidence.hpp>
#include <rung/text/ascii.hpp>

namespace rung {
namespace {

bool is_word_byte(char c) {
  return is_digit(c) || (to_lower(c) >= 'a' && to_lower(c) <= 'z') || static_cast<unsigned char>(c) >= 0x80;
}

/// The longest text between brackets and address between parentheses; what is longer is no link, and takes no time.
constexpr std::size_t longest_link_part = 4'000;

/// How many marks of one text may turn out to be none. Looking for the end of each would take too long.
constexpr int most_failures = 100;

/// The offset of the bracket that closes the one at `at`; npos if none does.
std::size_t find_closing(std::string_view text, std::size_t at, char opening, char closing) {
  int depth = 0;
  const std::size_t end = std::min(text.size(), at + longest_link_part);
  for (std::size_t here = at; here < end; ++here)
    if (text[here] == '\\')
      ++here;
    else if (text[here] == opening)
      ++depth;
    else if (text[here] == closing && --depth == 0)
      return here;
  return std::string_view::npos;
}

class MarkdownScanner {
 public:
  explicit MarkdownScanner(std::string_view rest) : text_(rest) {}

  MarkdownText run() && {
    while (at_ < text_.size()) step();
    return std::move(result_);
  }

 private:
  [[nodiscard]] char peek(std::size_t ahead) const { return at_ + ahead < text_.size() ? text_[at_ + ahead] : '\0'; }

  void step() {
    const char c = text_[at_];
    if (c == '\\' && std::string_view("\\`*_{}[]()#+-.!~|<>").find(peek(1)) != std::string_view::npos && peek(1) != 0)
      return keep(1, 1);
    if (c == '!' && peek(1) == '[') return skip(1);
    if (failures_ < most_failures) {
      if (c == '[' && take_link()) return;
      if (c == '<' && take_address()) return;
      if (c == '`' && take_code()) return;
      if (c == '[' || c == '<' || c == '`') ++failures_;
    }
    if ((c == '*' || c == '_' || c == '~') && take_emphasis(c)) return;
    keep(0, 1);
  }

  void skip(std::size_t bytes) { at_ += bytes; }

  void keep(std::size_t skipped, std::size_t bytes) {
    result_.text.append(text_.substr(at_ + skipped, bytes));
    at_ += skipped + bytes;
  }

  void keep_inner(std::string_view inner) {
    // One level is enough for what links hold: emphasis and code.
    MarkdownText read = MarkdownScanner(inner, Brackets::kept).run();
    result_.text += read.text;
  }

  bool take_link() {
    if (brackets_ == Brackets::kept) return false;
    if (peek(1) == '[') return take_wiki_link();
    const std::size_t close = find_closing(text_, at_, '[', ']');
    if (close == std::string_view::npos) return false;
    const char next = close + 1 < text_.size() ? text_[close + 1] : '\0';
    if (next != '(' && next != '[') return false;
    const std::size_t end = find_closing(text_, close + 1, next, next == '(' ? ')' : ']');
    if (end == std::string_view::npos) return false;
    keep_inner(text_.substr(at_ + 1, close - at_ - 1));
    if (next == '(') add_link(text_.substr(close + 2, end - close - 2));
    at_ = end + 1;
    return true;
  }

  /// `[[page]]` and `[[page|text]]`.
  bool take_wiki_link() {
    const std::size_t end = text_.substr(at_, longest_link_part).find("]]");
    if (end == std::string_view::npos) return false;
    const std::string_view inner = text_.substr(at_ + 2, end - 2);
    result_.text += inner.substr(inner.find('|') + 1);
    at_ += end + 2;
    return true;
  }

  /// `<https://example.org>`.
  bool take_address() {
    const std::size_t end = text_.substr(at_, longest_link_part).find('>');
    if (end == std::string_view::npos || !is_link(text_.substr(at_ + 1, end - 1))) return false;
    result_.text += text_.substr(at_ + 1, end - 1);
    at_ += end + 1;
    return true;
  }

  /// The address may be in angle brackets, and a title may follow.
  void add_link(std::string_view target) {
    target = trim(target);
    target = target.substr(0, target.find_first_of(white_space));
    if (target.starts_with('<') && target.ends_with('>')) target = target.substr(1, target.size() - 2);
    if (is_link(target)) result_.links.emplace_back(target);
  }

  bool take_code() {
    std::size_t marks = 1;
    while (peek(marks) == '`') ++marks;
    const std::string_view fence = text_.substr(at_, marks);
    const std::size_t end = text_.substr(at_ + marks, longest_link_part).find(fence);
    if (end == std::string_view::npos) return false;
    keep(marks, end);
    skip(marks);
    return true;
  }

  /// A run of marks at the start or end of a word. Those within a word or between spaces are text.
  bool take_emphasis(char mark) {
    std::size_t marks = 1;
    while (peek(marks) == mark) ++marks;
    if (mark == '~' && marks != 2) return false;
    const char before = at_ == 0 ? ' ' : text_[at_ - 1];
    const char after = peek(marks) == '\0' ? ' ' : peek(marks);
    const bool is_lone = is_white_space(before) && is_white_space(after);
    const bool is_within = is_word_byte(before) && is_word_byte(after) && mark != '~';
    if (marks > 3 || is_lone || (is_within && (mark == '_' || marks == 1))) {
      keep(0, marks);
      return true;
    }
    skip(marks);
    return true;
  }

  enum class Brackets { read, kept };

  MarkdownScanner(std::string_view text, Brackets brackets) : text_(text), brackets_(brackets) {}

  std::string_view text_;
  std::size_t at_ = 0;
  int failures_ = 0;
  Brackets brackets_ = Brackets::read;
  MarkdownText result_;
};

}  // namespace

MarkdownText read_markdown_text(std::string_view markdown) { return MarkdownScanner(markdown).run(); }

}  // namespace rung
