#pragma once

#include <optional>
#include <string>
#include <string_view>

#include <rung/prompt/event.hpp>
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
  /// The cells of a row that can be used now.
  [[nodiscard]] int columns() const;
  [[nodiscard]] const Paint& how() const { return paint_; }
  [[nodiscard]] int input() const { return streams_.input; }
  SignalWatch& signals() { return signals_; }

 private:
  Event end_of_input();

  ConsoleStreams streams_;
  Paint paint_;
  SignalWatch signals_;
};

}  // namespace rung
