#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include <rung/prompt/event.hpp>

namespace rung {

/// The longest line that can be entered, in characters. Longer ones are refused whole, never cut.
inline constexpr std::size_t max_line_characters = 4'000;

/// `text` as one line that is safe to show: line breaks and tabs become spaces; malformed bytes and characters that
/// could drive a terminal are dropped.
std::string clean_line(std::string_view text);

/// Why a line of `characters` characters is refused.
std::string explain_too_long(std::size_t characters);

struct EchoText {
  std::string text;
};
/// Erases that many cells left of the cursor, at most the current row of the line.
struct EchoErase {
  int cells = 0;
};
/// Goes to a new row.
struct EchoBreak {};
struct EchoBell {};

using Echo = std::variant<EchoText, EchoErase, EchoBreak, EchoBell>;

/// A line of text being typed, as a pure machine: events in, what to echo out.
///
/// The kernel's line editing loses type-ahead when switched on, shows the codes of a bracketed paste, cuts lines at
/// 4,095 bytes, and erases wide characters by halves. Echoes only append: rows are broken here, before the terminal
/// would, and erasing beyond the start of a row prints the row before it again on a new row.
class LineEditor {
 public:
  enum class Step { going_on, accepted, canceled, left };

  struct Reply {
    Step step = Step::going_on;
    std::vector<Echo> echo;
    std::string refusal;  ///< why input was not taken, or empty. If set, the line has to be printed again below.
  };

  /// `column` is where the text starts, in cells from 0; `width` the cells of a row, at least 8.
  LineEditor(int column, int width);

  /// Enter accepts, Escape cancels, Ctrl-D on an empty line and the end of input leave. A paste is inserted as
  /// clean_line gives it.
  Reply handle(const Event& event);

  [[nodiscard]] const std::string& text() const noexcept { return text_; }

 private:
  struct Row {
    std::size_t begin = 0;  ///< byte offset into the text
    int column = 0;         ///< where its text starts, in cells
  };

  Reply press(KeyName key);
  Reply insert(std::string_view text);
  void append_character(std::string_view character, std::vector<Echo>& echo);
  void erase_grapheme(std::vector<Echo>& echo);
  void erase_word(std::vector<Echo>& echo);
  void erase_line(std::vector<Echo>& echo);
  [[nodiscard]] std::string_view row_text() const;

  int width_;
  std::string text_;
  std::vector<Row> rows_;  ///< never empty
};

}  // namespace rung
