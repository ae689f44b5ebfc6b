#include <rung/terminal/line_console.hpp>

#include <unistd.h>

#include <array>
#include <cerrno>
#include <optional>
#include <string>
#include <utility>

#include <rung/terminal/facts.hpp>

#include "descriptor.hpp"
#include "signal_watch.hpp"

namespace rung {
namespace {

/// What a terminal keeps of a line that is longer, its line feed not counted.
constexpr std::size_t longest_terminal_line = 4'094;

}  // namespace

class LineConsole::Device {
 public:
  Device(ConsoleStreams streams, Paint how)
      : streams_(streams), paint_{Colour::off, how.glyphs}, signals_(Stopping::by_default) {}

  Event read() {
    for (;;) {
      signals_.admit();
      if (const auto ending = signals_.take_ending()) {
        return Interrupted{*ending};
      }
      if (signals_.take_continue()) {
        return Resumed{};
      }
      if (auto line = take_line()) {
        return *line;
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
  std::optional<Event> take_line() {
    const std::size_t end = pending_.find('\n');
    if (end == std::string::npos) {
      return std::nullopt;
    }
    TypedLine line{pending_.substr(0, end), Arrival::whole};
    pending_.erase(0, end + 1);
    if (line.text.size() >= longest_terminal_line) {
      line.arrival = Arrival::cut;
    }
    return line;
  }

  /// Waits for bytes; an event only when there will be no more. A last line without Enter was not sent, and is dropped.
  std::optional<Event> fill() {
    if (signals_.wait(streams_.input, -1) == SignalWatch::Wait::interrupted) {
      return std::nullopt;
    }
    std::array<char, 4096> bytes{};
    const ssize_t count = ::read(streams_.input, bytes.data(), bytes.size());
    if (count > 0) {
      pending_.append(bytes.data(), static_cast<std::size_t>(count));
      return std::nullopt;
    }
    if (count < 0 && (errno == EINTR || errno == EAGAIN)) {
      return std::nullopt;
    }
    constexpr int grace_ms = 100;
    signals_.wait(-1, grace_ms);
    if (const auto ending = signals_.take_ending()) {
      return Interrupted{*ending};
    }
    return EndOfInput{};
  }

  ConsoleStreams streams_;
  Paint paint_;
  SignalWatch signals_;
  std::string pending_;
};

LineConsole::LineConsole(ConsoleStreams streams, Paint paint) : device_(std::make_unique<Device>(streams, paint)) {}

LineConsole::~LineConsole() = default;

Event LineConsole::read() { return device_->read(); }

void LineConsole::print(const Block& block) { device_->write(paint(block, device_->how())); }

void LineConsole::print_inline(const Line& line) { device_->write(paint(line, device_->how())); }

void LineConsole::erase(int) {}

void LineConsole::ring() {}

int LineConsole::width() const { return device_->columns(); }

}  // namespace rung
