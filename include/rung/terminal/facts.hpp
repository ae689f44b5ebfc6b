#pragma once

#include <optional>

namespace rung {

/// What one standard stream is connected to.
struct StreamFacts {
  bool is_terminal = false;
  std::optional<int> columns;  ///< of a terminal that tells
  std::optional<int> rows;     ///< as above

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

/// Keeps files that are opened later out of the places of standard streams that the program was started without: such a
/// stream refuses every use. Called once, in main, before anything is opened.
void hold_standard_streams();

/// The width to lay out for: `columns` within 20 to 100, 80 when not known.
int usable_width(std::optional<int> columns);

}  // namespace rung
