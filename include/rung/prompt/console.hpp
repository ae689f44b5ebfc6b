#pragma once

#include <rung/prompt/event.hpp>
#include <rung/prompt/view.hpp>
#include <rung/text/block.hpp>

namespace rung {

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
  /// The cells of a row right now.
  [[nodiscard]] virtual int width() const = 0;
};

}  // namespace rung
