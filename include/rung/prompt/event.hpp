#pragma once

#include <string>
#include <variant>

namespace rung {

enum class KeyName {
  enter,
  backspace,
  escape,
  end_of_input,  ///< Ctrl-D
  erase_line,    ///< Ctrl-U
  erase_word,    ///< Ctrl-W
  tab,
  other,  ///< arrows, function keys, mouse: whatever answers nothing
};

/// A printable character.
struct Typed {
  char32_t character = 0;

  friend bool operator==(const Typed&, const Typed&) = default;
};

struct Pressed {
  KeyName key = KeyName::other;

  friend bool operator==(const Pressed&, const Pressed&) = default;
};

/// Whether all of a text arrived, or the end of it was not kept.
enum class Arrival { whole, cut };

/// Text that arrived as one bracketed paste, as it came. May hold line breaks, control characters and malformed UTF-8.
struct Pasted {
  std::string text;
  Arrival arrival = Arrival::whole;

  friend bool operator==(const Pasted&, const Pasted&) = default;
};

/// A line with Enter, without its line feed; only from consoles that speak Dialect::lines.
struct TypedLine {
  std::string text;
  Arrival arrival = Arrival::whole;

  friend bool operator==(const TypedLine&, const TypedLine&) = default;
};

/// Nothing will ever come again.
struct EndOfInput {
  friend bool operator==(const EndOfInput&, const EndOfInput&) = default;
};

/// The program was asked to end by this signal.
struct Interrupted {
  int signal = 0;

  friend bool operator==(const Interrupted&, const Interrupted&) = default;
};

/// The program was stopped and goes on; what stood on the screen may be gone.
struct Resumed {
  friend bool operator==(const Resumed&, const Resumed&) = default;
};

using Event = std::variant<Typed, Pressed, Pasted, TypedLine, EndOfInput, Interrupted, Resumed>;

}  // namespace rung
