#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <rung/prompt/console.hpp>
#include <rung/terminal/streams.hpp>
#include <rung/text/paint.hpp>

#include "signal_watch.hpp"

namespace rung {

/// The streams of one terminal and the signals that come with it: what both consoles stand on.
class Device {
 public:
  Device(ConsoleStreams streams, Paint paint, Stopping stopping)
      : streams_(streams), paint_(paint), signals_(stopping) {}

  struct Received {
    std::string bytes;         ///< may be empty: a signal came first
    bool is_late = false;      ///< nothing came in time
    std::optional<Event> end;  ///< nothing will come any more
  };
  /// Waits for bytes, at most `timeout_ms` (negative: for ever).
  Received receive(int timeout_ms);

  void write(std::string_view bytes) const;
  void print(const Block& block) const { write(paint(block, paint_)); }
  void print_inline(const Line& line) const { write(paint(line, paint_)); }
  /// Runs a program on the terminal, whose modes are afterwards what they were before it.
  ProgramEnd lend(const std::vector<std::string>& words);
  /// The cells of a row that can be used now.
  [[nodiscard]] int columns() const;
  [[nodiscard]] int input() const { return streams_.input; }
  SignalWatch& signals() { return signals_; }

 private:
  Event end_of_input();

  ConsoleStreams streams_;
  Paint paint_;
  SignalWatch signals_;
};

}  // namespace rung
