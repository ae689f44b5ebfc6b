#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <vterm.h>

struct CursorPlace {
  int row = 0;     ///< from 0, the top of the screen
  int column = 0;  ///< from 0

  friend bool operator==(const CursorPlace&, const CursorPlace&) = default;
};

/// A terminal's screen and scrollback, made of the bytes that were printed to it.
class Screen {
 public:
  Screen(int columns, int rows);
  Screen(const Screen&) = delete;
  Screen& operator=(const Screen&) = delete;
  ~Screen();

  void write(std::string_view bytes);
  /// Lays out everything printed so far again at the new size, as terminals do that reflow.
  void resize(int columns, int rows);

  /// The text of each row of the screen, without spaces at its end.
  [[nodiscard]] std::vector<std::string> rows() const;
  /// The rows that were pushed off the top, oldest first, as wide as they were.
  [[nodiscard]] const std::vector<std::string>& scrollback() const { return scrollback_; }
  /// The scrollback and the screen down to the cursor's row.
  [[nodiscard]] std::vector<std::string> transcript() const;
  [[nodiscard]] CursorPlace cursor() const;
  [[nodiscard]] bool is_cursor_visible() const { return is_cursor_visible_; }
  /// Whether a line was ever broken because the next character did not fit; that a resize breaks lines does not count.
  [[nodiscard]] bool has_wrapped() const { return has_wrapped_; }
  /// Whether the cursor ever went to a row above.
  [[nodiscard]] bool has_moved_up() const { return has_moved_up_; }

 private:
  void open(int columns, int rows);
  void close();
  void show(std::string_view bytes);
  /// Rows that were begun since the start, those pushed off counted.
  [[nodiscard]] int depth() const;

  static int push_line(int columns, const VTermScreenCell* cells, void* self);
  static int set_property(VTermProp property, VTermValue* value, void* self);

  VTerm* terminal_ = nullptr;
  VTermScreen* screen_ = nullptr;
  VTermScreenCallbacks callbacks_{};
  int columns_ = 0;
  int rows_ = 0;
  std::string printed_;
  std::vector<std::string> scrollback_;
  bool is_cursor_visible_ = true;
  bool has_wrapped_ = false;
  bool has_moved_up_ = false;
};

/// The lines of `text`, without spaces at their ends, as a terminal that is wide enough shows them.
std::vector<std::string> split_lines(std::string_view text);

/// The rows that were printed, and those in which the line being typed was drawn, again for each time.
std::vector<std::string> drawn_rows(const std::string& output);
