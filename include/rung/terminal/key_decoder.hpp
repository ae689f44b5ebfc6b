#pragma once

#include <deque>
#include <optional>
#include <string>
#include <string_view>

#include <rung/prompt/event.hpp>

namespace rung {

/// Turns the bytes of a terminal into events, wherever reads split them. Only typed characters become Typed, never a
/// byte of an escape sequence, a mouse report, a terminal's reply, or a paste. When in doubt, bytes belong to the
/// sequence: an answer is never made up. Malformed UTF-8 and other control bytes are dropped.
class KeyDecoder {
 public:
  void feed(std::string_view bytes);

  /// The next event, if one is complete.
  std::optional<Event> next();

  /// Whether an Escape may still begin a sequence. If nothing follows for `escape_timeout_ms`, call `flush`.
  [[nodiscard]] bool is_undecided() const noexcept { return state_ == State::escape; }
  /// Takes the waiting Escape as the key. If the rest of a sequence follows late, it is dropped.
  void flush();

  static constexpr int escape_timeout_ms = 50;

 private:
  enum class State {
    ground,
    escape,
    late_escape,  ///< Escape was reported; an introducer still begins a sequence
    csi,
    ss3,
    late_ss3,   ///< a digit ended the sequence; a semicolon continues it
    linux_key,  ///< ESC [ [ and one more
    counted,    ///< the rest of a mouse report or of an Alt character: bytes_left_ bytes
    string,     ///< OSC, DCS, SOS, PM or APC: up to its terminator
    string_escape,
    paste,
  };

  void take(unsigned char byte);
  void take_ground(unsigned char byte);
  void take_escape(unsigned char byte);
  void take_csi(unsigned char byte);
  void take_string(unsigned char byte);
  void take_paste(unsigned char byte);
  void take_character(unsigned char byte);
  bool begin_sequence(unsigned char byte);
  void end_sequence(KeyName key = KeyName::other);
  void press(KeyName key) { events_.emplace_back(Pressed{key}); }

  State state_ = State::ground;
  std::string character_;   ///< the bytes of an unfinished character
  std::string parameters_;  ///< of a CSI sequence
  int bytes_left_ = 0;      ///< in State::counted
  std::string paste_;
  Arrival paste_arrival_ = Arrival::whole;
  std::string paste_end_;  ///< how much of the end marker has been seen
  std::deque<Event> events_;
};

}  // namespace rung
