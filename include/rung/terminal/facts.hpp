#pragma once

#include <optional>

namespace rung {

/// What one standard stream is connected to.
struct StreamFacts {
  bool is_terminal = false;
  std::optional<int> columns;  ///< absent if unknown or not a terminal
  std::optional<int> rows;     ///< likewise

  friend bool operator==(const StreamFacts&, const StreamFacts&) = default;
};

/// The size is that of this moment.
StreamFacts read_stream_facts(int descriptor);

struct TerminalFacts {
  StreamFacts input;
  StreamFacts output;
  StreamFacts error;

  friend bool operator==(const TerminalFacts&, const TerminalFacts&) = default;
};

/// The facts of the three standard streams. Read once, in main, and handed down.
TerminalFacts read_terminal_facts();

/// The width to lay out for: `columns` within 20 to 100, 80 if unknown.
int usable_width(std::optional<int> columns);

}  // namespace rung
