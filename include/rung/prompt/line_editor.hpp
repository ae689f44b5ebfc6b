#pragma once

#include <cstddef>
#include <string>
#include <string_view>
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

/// How a line that is being edited looks: its rows, all of which begin in the same column, and where the cursor is.
struct LineDrawing {
  std::vector<std::string> rows{std::string()};  ///< never empty
  int column = 0;                                ///< where the rows begin, in cells from the left edge
  int cursor_row = 0;                            ///< an index into `rows`
  int cursor_column = 0;                         ///< in cells from the left edge

  friend bool operator==(const LineDrawing&, const LineDrawing&) = default;
};

/// The room for a line that is being edited: its rows begin at `column` and end before `width`, in cells; at most
/// `rows` of them are shown, those around the cursor.
struct LineRoom {
  int column = 0;
  int width = 80;
  int rows = 23;
};

/// A line of text being typed, as a pure machine: events in, what to draw out. What it draws is what it holds.
///
/// The kernel's line editing loses type-ahead when switched on, shows the codes of a bracketed paste, cuts lines at
/// 4,095 bytes, and erases wide characters by halves.
class LineEditor {
 public:
  enum class Step { going_on, accepted, canceled, left };

  struct Reply {
    Step step = Step::going_on;
    bool rings = false;
    std::string refusal = {};  ///< why input was not taken, or empty. If set, the line has to be printed again below.
  };

  /// Begins with `text`, the cursor behind it. Up and Down go through `earlier` lines, the oldest first.
  LineEditor(LineRoom room, std::string text, std::vector<std::string> earlier);

  /// Enter accepts, Escape cancels, Ctrl-D on an empty line and the end of input leave. A paste is inserted as
  /// clean_line gives it.
  Reply handle(const Event& event);

  [[nodiscard]] const std::string& text() const noexcept { return text_; }

  [[nodiscard]] LineDrawing draw() const;
  /// The same with the cursor behind the last row that is shown.
  [[nodiscard]] LineDrawing draw_ended() const;

  void move_to(LineRoom room) { room_ = room; }

 private:
  Reply press(KeyName key);
  Reply insert(std::string_view text);
  Reply recall(int step);
  /// Moves or erases up to the byte offset `to`; rings if it is there already.
  Reply move(std::size_t to);
  Reply erase(std::size_t to);
  [[nodiscard]] std::size_t before_cursor() const;
  [[nodiscard]] std::size_t after_cursor() const;
  [[nodiscard]] std::size_t word_start() const;

  LineRoom room_;
  std::string text_;
  std::size_t cursor_ = 0;  ///< a byte offset between characters; where one joins its neighbors, inside a grapheme
  std::vector<std::string> earlier_;
  std::size_t recalled_ = 0;  ///< an index into earlier_, or its size for the line of its own
  std::string own_;           ///< the line as it was before Up
};

}  // namespace rung
