#pragma once

#include <string>
#include <variant>
#include <vector>

#include <rung/prompt/event.hpp>
#include <rung/prompt/line_editor.hpp>
#include <rung/prompt/view.hpp>
#include <rung/text/block.hpp>

namespace rung {

/// A program that exited.
struct Exited {
  int code = 0;

  friend bool operator==(const Exited&, const Exited&) = default;
};

/// A program that a signal killed.
struct Killed {
  int signal = 0;

  friend bool operator==(const Killed&, const Killed&) = default;
};

/// How a program that had the terminal ended; Interrupted if Rung itself is asked to end.
using ProgramEnd = std::variant<Exited, Killed, Interrupted>;

/// Where the prompt runs. It only appends: nothing moves the cursor up or clears the screen, except within the line
/// that is being edited.
class Console {
 public:
  Console() = default;
  Console(const Console&) = delete;
  Console& operator=(const Console&) = delete;
  virtual ~Console() = default;

  [[nodiscard]] virtual Dialect dialect() const = 0;
  /// Waits for the next event. After EndOfInput it is not called again.
  virtual Event read() = 0;
  /// Prints the lines with a line feed after each.
  virtual void print(const Block& block) = 0;
  /// Prints the line without a line feed.
  virtual void print_inline(const Line& line) = 0;
  /// Draws the line that is being edited. `before` is what was drawn last, whose cursor is where the cursor is; a new
  /// line begins with an empty one.
  virtual void draw(const LineDrawing& before, const LineDrawing& now) = 0;
  virtual void ring() = 0;
  /// Gives the terminal, in its mode from before the prompt, to a program until that ends. `words` are the program,
  /// searched for as in a shell, and its arguments. The cursor is at the start of a line before and after. Throws
  /// std::system_error if the program cannot be started.
  virtual ProgramEnd lend(const std::vector<std::string>& words) = 0;
  /// The current number of cells in a row.
  [[nodiscard]] virtual int width() const = 0;
  /// The current number of rows.
  [[nodiscard]] virtual int height() const = 0;
};

}  // namespace rung
