#pragma once

#include <cstddef>

#include <rung/prompt/event.hpp>
#include <rung/text/block.hpp>

namespace rung {

/// Shows a block that is longer than the screen page by page, as a pure machine. It only appends.
class Pager {
 public:
  /// `rows` of the screen, the prompt included; at least 2.
  Pager(Block block, int rows);

  /// The lines of the present page.
  [[nodiscard]] Block page() const;
  /// What waits below it for a key, within `width` cells.
  [[nodiscard]] Line prompt(int width) const;

  enum class Step {
    shows,     ///< a page, to be printed
    waits,     ///< there is no such page, or the event is not for it
    closes,    ///< the reader has seen enough
    passes_on  ///< it closes, and the event is for what comes after it
  };

  /// Space, Enter, and Down go on and, at the end, close; b, Backspace, and Up go back; q and Escape close; Ctrl-D
  /// leaves. No other key acts: it would answer a question that cannot be seen.
  Step handle(const Event& event);

 private:
  [[nodiscard]] std::size_t pages() const;

  Block block_;
  std::size_t rows_;
  std::size_t page_ = 0;  ///< from 0
};

}  // namespace rung
