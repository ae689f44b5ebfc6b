#include <rung/terminal/key_console.hpp>

#include <termios.h>
#include <unistd.h>

#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include <rung/terminal/key_decoder.hpp>

#include "descriptor.hpp"
#include "device.hpp"

namespace rung {
namespace {

constexpr std::string_view paste_on = "\x1b[?2004h";
/// Plain text, and a cursor that is seen and at the start of its line, whatever a program left behind.
constexpr std::string_view plain_again = "\x1b[0m\x1b[?25h\r";
constexpr std::string_view paste_off = "\x1b[?2004l";

termios single_keys(termios mode) {
  mode.c_lflag &= ~static_cast<tcflag_t>(ICANON | ECHO | ECHONL | IEXTEN);
  // Carriage returns come as they are, lest a pasted line end be two; Ctrl-S must not freeze the screen.
  mode.c_iflag &= ~static_cast<tcflag_t>(ICRNL | INLCR | IGNCR | IXON);
  // Without NOFLSH, Ctrl-Z would throw away what was typed ahead.
  mode.c_lflag |= static_cast<tcflag_t>(ISIG | NOFLSH);
  mode.c_cc[VMIN] = 1;
  mode.c_cc[VTIME] = 0;
  return mode;
}

}  // namespace

class KeyConsole::Keys {
 public:
  Keys(ConsoleStreams streams, Paint paint)
      : mode_before_(read_mode(streams.input)), device_(streams, paint, Stopping::watched) {
    enter();
  }
  Keys(const Keys&) = delete;
  Keys& operator=(const Keys&) = delete;
  ~Keys() { leave(); }

  Event read() {
    SignalWatch& signals = device_.signals();
    for (;;) {
      signals.admit();
      if (const auto ending = signals.take_ending()) return Interrupted{*ending};
      if (signals.take_stop()) {
        leave();
        signals.stop();
        enter();
        return Resumed{};
      }
      if (signals.take_continue()) {
        enter();
        return Resumed{};
      }
      if (auto event = decoder_.next()) return *event;
      if (auto end = fill()) return *end;
    }
  }

  ProgramEnd lend(const std::vector<std::string>& words) {
    leave();
    try {
      const ProgramEnd end = device_.lend(words);
      device_.write(plain_again);
      enter();
      return end;
    } catch (...) {
      enter();
      throw;
    }
  }

  [[nodiscard]] const Device& device() const { return device_; }

 private:
  /// Waits for bytes; an event only when there will be no more.
  std::optional<Event> fill() {
    Device::Received received = device_.receive(decoder_.is_undecided() ? KeyDecoder::escape_timeout_ms : -1);
    if (received.is_late) decoder_.flush();
    decoder_.feed(received.bytes);
    return std::move(received.end);
  }

  void enter() const {
    if (owns_terminal(device_.input())) {
      set_mode(device_.input(), single_keys(mode_before_));
      device_.write(paste_on);
    }
  }

  void leave() const {
    if (owns_terminal(device_.input())) {
      device_.write(paste_off);
      set_mode(device_.input(), mode_before_);
    }
  }

  termios mode_before_;
  Device device_;
  KeyDecoder decoder_;
};

KeyConsole::KeyConsole(ConsoleStreams streams, Paint paint) : keys_(std::make_unique<Keys>(streams, paint)) {}

KeyConsole::~KeyConsole() = default;

Event KeyConsole::read() { return keys_->read(); }

void KeyConsole::print(const Block& block) { keys_->device().print(block); }

void KeyConsole::print_inline(const Line& line) { keys_->device().print_inline(line); }

void KeyConsole::erase(int cells) {
  std::string bytes;
  for (int cell = 0; cell < cells; ++cell) bytes += "\b \b";
  keys_->device().write(bytes);
}

void KeyConsole::ring() { keys_->device().write("\a"); }

ProgramEnd KeyConsole::lend(const std::vector<std::string>& words) { return keys_->lend(words); }

int KeyConsole::width() const { return keys_->device().columns(); }

}  // namespace rung
