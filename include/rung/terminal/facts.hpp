#pragma once

#include <optional>

namespace rung {

/// What one standard stream is connected to.
struct StreamFacts {
  bool is_terminal = false;
  std::optional<int> columns;  ///< of a terminal that tells

  friend bool operator==(const StreamFacts&, const StreamFacts&) = default;
};

struct TerminalFacts {
  StreamFacts input;
  StreamFacts output;
  StreamFacts error;

  friend bool operator==(const TerminalFacts&, const TerminalFacts&) = default;
};

/// Looks at the three standard streams. Read once, in main, and handed down.
TerminalFacts read_terminal_facts();

/// The width to lay out for: `columns` within 20 to 100, 80 when not known.
int usable_width(std::optional<int> columns);

}  // namespace rung
