#include "device.hpp"

#include <unistd.h>

#include <array>
#include <cerrno>

#include <rung/terminal/facts.hpp>

#include "descriptor.hpp"
#include "program.hpp"

namespace rung {

Device::Received Device::receive(int timeout_ms) {
  switch (signals_.wait(streams_.input, timeout_ms)) {
    case SignalWatch::Wait::interrupted:
      return {};
    case SignalWatch::Wait::timed_out:
      return {{}, true, {}};
    case SignalWatch::Wait::readable:
      break;
  }
  std::array<char, 4096> bytes{};
  const ssize_t count = ::read(streams_.input, bytes.data(), bytes.size());
  if (count > 0) return {{bytes.data(), static_cast<std::size_t>(count)}, false, {}};
  if (count < 0 && (errno == EINTR || errno == EAGAIN)) return {};
  return {{}, false, end_of_input()};
}

/// A terminal that goes away ends the input a moment before its SIGHUP arrives.
Event Device::end_of_input() {
  constexpr int grace_ms = 100;
  signals_.wait(-1, grace_ms);
  if (const auto ending = signals_.take_ending()) return Interrupted{*ending};
  return EndOfInput{};
}

ProgramEnd Device::lend(const std::vector<std::string>& words) {
  const std::optional<termios> mode =
      is_terminal(streams_.input) ? std::optional(read_mode(streams_.input)) : std::nullopt;
  const ProgramEnd end = run_program(words, signals_);
  if (mode && owns_terminal(streams_.input)) set_mode(streams_.input, *mode);
  return end;
}

void Device::write(std::string_view bytes) const { write_all(streams_.output, bytes); }

int Device::columns() const { return usable_width(read_columns(streams_.output)); }

}  // namespace rung
