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
  other,  ///< arrows, function keys, mouse, and everything else that does nothing
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

/// Whether all of a text arrived, or its end was dropped.
enum class Arrival { whole, cut };

/// The raw text of one bracketed paste. It may have line breaks, control characters, and malformed UTF-8.
struct Pasted {
  std::string text;
  Arrival arrival = Arrival::whole;

  friend bool operator==(const Pasted&, const Pasted&) = default;
};

/// A line that was sent with Enter, without its line feed; only from consoles of Dialect::lines.
struct TypedLine {
  std::string text;
  Arrival arrival = Arrival::whole;

  friend bool operator==(const TypedLine&, const TypedLine&) = default;
};

/// No more events will come.
struct EndOfInput {
  friend bool operator==(const EndOfInput&, const EndOfInput&) = default;
};

/// The program was asked to end by this signal.
struct Interrupted {
  int signal = 0;

  friend bool operator==(const Interrupted&, const Interrupted&) = default;
};

/// The program was stopped and continued; the screen may have changed.
struct Resumed {
  friend bool operator==(const Resumed&, const Resumed&) = default;
};

using Event = std::variant<Typed, Pressed, Pasted, TypedLine, EndOfInput, Interrupted, Resumed>;

}  // namespace rung
