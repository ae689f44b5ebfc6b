#include <rung/terminal/line_console.hpp>

#include <optional>
#include <string>
#include <utility>

#include "device.hpp"

namespace rung {
namespace {

/// What a terminal keeps of a line that is longer, its line feed not counted.
constexpr std::size_t longest_terminal_line = 4'094;

}  // namespace

class LineConsole::Lines {
 public:
  Lines(ConsoleStreams streams, Paint paint) : device_(streams, {Colour::off, paint.glyphs}, Stopping::by_default) {}

  Event read() {
    SignalWatch& signals = device_.signals();
    for (;;) {
      signals.admit();
      if (const auto ending = signals.take_ending()) return Interrupted{*ending};
      if (signals.take_continue()) return Resumed{};
      if (auto line = take_line()) return *line;
      // A last line without Enter was not sent, and is dropped.
      Device::Received received = device_.receive(-1);
      pending_ += received.bytes;
      if (received.end) return *std::move(received.end);
    }
  }

  ProgramEnd lend(const std::vector<std::string>& words) { return device_.lend(words); }

  [[nodiscard]] const Device& device() const { return device_; }

 private:
  std::optional<Event> take_line() {
    const std::size_t end = pending_.find('\n');
    if (end == std::string::npos) return std::nullopt;
    TypedLine line{pending_.substr(0, end), Arrival::whole};
    pending_.erase(0, end + 1);
    if (line.text.size() >= longest_terminal_line) line.arrival = Arrival::cut;
    return line;
  }

  Device device_;
  std::string pending_;
};

LineConsole::LineConsole(ConsoleStreams streams, Paint paint) : lines_(std::make_unique<Lines>(streams, paint)) {}

LineConsole::~LineConsole() = default;

Event LineConsole::read() { return lines_->read(); }

void LineConsole::print(const Block& block) { lines_->device().print(block); }

void LineConsole::print_inline(const Line& line) { lines_->device().print_inline(line); }

void LineConsole::erase(int) {}

void LineConsole::ring() {}

ProgramEnd LineConsole::lend(const std::vector<std::string>& words) { return lines_->lend(words); }

int LineConsole::width() const { return lines_->device().columns(); }

}  // namespace rung
