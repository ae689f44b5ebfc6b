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
  erase_rest,    ///< Ctrl-K
  erase_next,    ///< Delete
  left,
  right,
  up,
  down,
  home,        ///< Home or Ctrl-A
  end,         ///< End or Ctrl-E
  show_again,  ///< Ctrl-L
  tab,
  other,  ///< function keys, mouse, and everything else that does nothing
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

/// The terminal has another width now.
struct Resized {
  friend bool operator==(const Resized&, const Resized&) = default;
};

using Event = std::variant<Typed, Pressed, Pasted, TypedLine, EndOfInput, Interrupted, Resumed, Resized>;

}  // namespace rung
