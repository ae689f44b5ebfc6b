#pragma once

#include <string>
#include <variant>
#include <vector>

#include <rung/prompt/event.hpp>
#include <rung/prompt/view.hpp>
#include <rung/text/block.hpp>

namespace rung {

/// A program that ended by itself.
struct Exited {
  int code = 0;

  friend bool operator==(const Exited&, const Exited&) = default;
};

/// A program that a signal ended.
struct Killed {
  int signal = 0;

  friend bool operator==(const Killed&, const Killed&) = default;
};

/// How a program that had the terminal ended; Interrupted when it is this one that is asked to end.
using ProgramEnd = std::variant<Exited, Killed, Interrupted>;

/// Where the prompt runs. Everything it can do appends: there is no way to move the cursor up or to clear anything.
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
  /// Prints the line and stays behind it.
  virtual void print_inline(const Line& line) = 0;
  /// Wipes `cells` cells left of the cursor, all of them on its row.
  virtual void erase(int cells) = 0;
  virtual void ring() = 0;
  /// Gives the terminal, as it was before the prompt, to a program until that ends. `words` are the program, looked for
  /// as a shell does, and its arguments. The cursor is at the start of a line before and after. Throws
  /// std::system_error when the program cannot be started.
  virtual ProgramEnd lend(const std::vector<std::string>& words) = 0;
  /// The cells of a row right now.
  [[nodiscard]] virtual int width() const = 0;
};

}  // namespace rung
