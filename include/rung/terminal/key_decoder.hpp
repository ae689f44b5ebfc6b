#pragma once

#include <deque>
#include <optional>
#include <string>
#include <string_view>

#include <rung/prompt/event.hpp>

namespace rung {

/// Turns the bytes of a terminal into events, in order, wherever the reads split them. Only bytes that were typed as
/// characters become Typed: everything inside an escape sequence, a mouse report, a terminal's reply or a paste does
/// not. When in doubt a sequence swallows; an answer is never made up. Malformed UTF-8 and other control bytes are
/// dropped.
class KeyDecoder {
 public:
  void feed(std::string_view bytes);

  /// The next event, if one is complete.
  std::optional<Event> next();

  /// Whether an Escape waits for what follows. When nothing follows for `escape_timeout_ms`, call `flush`.
  [[nodiscard]] bool is_undecided() const noexcept { return state_ == State::escape; }
  /// Takes the waiting Escape as the key. If the rest of a sequence comes late, it is swallowed all the same.
  void flush();

  static constexpr int escape_timeout_ms = 50;

 private:
  enum class State {
    ground,
    escape,
    late_escape,  ///< Escape was given out; an introducer still begins a sequence
    csi,
    ss3,
    late_ss3,   ///< a digit ended the sequence; a semicolon takes it up again
    linux_key,  ///< ESC [ [ and one more
    counted,    ///< the rest of a mouse report or of an Alt character: so many bytes more
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
  void end_sequence();
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
