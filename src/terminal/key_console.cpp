#include <rung/terminal/key_console.hpp>

#include <termios.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <optional>
#include <string>
#include <string_view>
#include <system_error>

#include <rung/terminal/facts.hpp>
#include <rung/terminal/key_decoder.hpp>

#include "descriptor.hpp"
#include "signal_watch.hpp"

namespace rung {
namespace {

constexpr std::string_view paste_on = "\x1b[?2004h";
constexpr std::string_view paste_off = "\x1b[?2004l";

termios read_mode(int descriptor) {
  termios mode{};
  if (::tcgetattr(descriptor, &mode) != 0) {
    throw std::system_error(errno, std::generic_category(), "questions need a terminal");
  }
  return mode;
}

/// Waits for what was written, keeps what was typed: TCSAFLUSH would throw type-ahead away.
void set_mode(int descriptor, const termios& mode) {
  while (::tcsetattr(descriptor, TCSADRAIN, &mode) != 0 && errno == EINTR) {
  }
}

termios single_keys(termios mode) {
  mode.c_lflag &= ~static_cast<tcflag_t>(ICANON | ECHO | ECHONL | IEXTEN);
  // Without NOFLSH, Ctrl-Z would throw away what was typed ahead.
  mode.c_lflag |= static_cast<tcflag_t>(ISIG | NOFLSH);
  mode.c_cc[VMIN] = 1;
  mode.c_cc[VTIME] = 0;
  return mode;
}

/// A job in the background must not touch the mode of a terminal that belongs to the shell again.
bool owns_terminal(int descriptor) {
  const pid_t foreground = ::tcgetpgrp(descriptor);
  return foreground < 0 || foreground == ::getpgrp();
}

}  // namespace

class KeyConsole::Device {
 public:
  Device(ConsoleStreams streams, Paint how)
      : streams_(streams), paint_(how), mode_before_(read_mode(streams.input)), signals_(Stopping::watched) {
    enter();
  }
  Device(const Device&) = delete;
  Device& operator=(const Device&) = delete;
  ~Device() { leave(); }

  Event read() {
    for (;;) {
      signals_.admit();
      if (const auto ending = signals_.take_ending()) {
        return Interrupted{*ending};
      }
      if (signals_.take_stop()) {
        leave();
        signals_.stop();
        enter();
        return Resumed{};
      }
      if (signals_.take_continue()) {
        enter();
        return Resumed{};
      }
      if (auto event = decoder_.next()) {
        return *event;
      }
      if (const auto end = fill()) {
        return *end;
      }
    }
  }

  void write(std::string_view bytes) const { write_all(streams_.output, bytes); }
  [[nodiscard]] int columns() const { return usable_width(read_columns(streams_.output)); }
  [[nodiscard]] const Paint& how() const { return paint_; }

 private:
  /// Waits for bytes; an event only when there will be no more.
  std::optional<Event> fill() {
    const int timeout_ms = decoder_.is_undecided() ? KeyDecoder::escape_timeout_ms : -1;
    switch (signals_.wait(streams_.input, timeout_ms)) {
      case SignalWatch::Wait::interrupted:
        return std::nullopt;
      case SignalWatch::Wait::timed_out:
        decoder_.flush();
        return std::nullopt;
      case SignalWatch::Wait::readable:
        break;
    }
    std::array<char, 1024> bytes{};
    const ssize_t count = ::read(streams_.input, bytes.data(), bytes.size());
    if (count > 0) {
      decoder_.feed({bytes.data(), static_cast<std::size_t>(count)});
      return std::nullopt;
    }
    if (count < 0 && (errno == EINTR || errno == EAGAIN)) {
      return std::nullopt;
    }
    return end_of_input();
  }

  /// A terminal that goes away ends the input a moment before its SIGHUP arrives.
  Event end_of_input() {
    constexpr int grace_ms = 100;
    signals_.wait(-1, grace_ms);
    if (const auto ending = signals_.take_ending()) {
      return Interrupted{*ending};
    }
    return EndOfInput{};
  }

  void enter() const {
    set_mode(streams_.input, single_keys(mode_before_));
    write(paste_on);
  }

  void leave() const {
    if (owns_terminal(streams_.input)) {
      write(paste_off);
      set_mode(streams_.input, mode_before_);
    }
  }

  ConsoleStreams streams_;
  Paint paint_;
  termios mode_before_;
  SignalWatch signals_;
  KeyDecoder decoder_;
};

KeyConsole::KeyConsole(ConsoleStreams streams, Paint paint) : device_(std::make_unique<Device>(streams, paint)) {}

KeyConsole::~KeyConsole() = default;

Event KeyConsole::read() { return device_->read(); }

void KeyConsole::print(const Block& block) { device_->write(paint(block, device_->how())); }

void KeyConsole::print_inline(const Line& line) { device_->write(paint(line, device_->how())); }

void KeyConsole::erase(int cells) {
  std::string bytes;
  for (int cell = 0; cell < cells; ++cell) {
    bytes += "\b \b";
  }
  device_->write(bytes);
}

void KeyConsole::ring() { device_->write("\a"); }

int KeyConsole::width() const { return device_->columns(); }

}  // namespace rung
