#include <rung/terminal/open_console.hpp>

#include <poll.h>
#include <termios.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include <fmt/format.h>

#include <rung/terminal/facts.hpp>
#include <rung/terminal/key_decoder.hpp>
#include <rung/terminal/programs.hpp>
#include <rung/text/utf8.hpp>
#include <rung/text/width.hpp>

#include "raw_mode.hpp"
#include "signal_watch.hpp"

namespace rung {
namespace {

constexpr std::string_view paste_on = "\x1b[?2004h";
constexpr std::string_view paste_off = "\x1b[?2004l";
/// Plain text and a visible cursor at the start of its line, whatever a program left behind.
constexpr std::string_view plain_again = "\x1b[0m\x1b[?25h\r";
/// The most bytes of a line that a terminal keeps, without the line feed.
constexpr std::size_t longest_terminal_line = 4'094;

std::string to_column(int column) { return fmt::format("\x1b[{}G", column + 1); }

/// Whether `now` is `before` with more text behind the cursor, which stood at the end and does again.
bool only_appends(const LineDrawing& before, const LineDrawing& now) {
  const auto ends = [](const LineDrawing& drawing) {
    return drawing.cursor_row + 1 == static_cast<int>(drawing.rows.size()) &&
           drawing.cursor_column == drawing.column + cell_width(drawing.rows.back());
  };
  return now.rows.size() == before.rows.size() && ends(before) && ends(now) &&
         std::equal(before.rows.begin(), before.rows.end() - 1, now.rows.begin()) &&
         now.rows.back().starts_with(before.rows.back());
}

/// The bytes that turn `before` into `now`: from the start of the first row, everything to the end of the screen anew.
std::string redraw(const LineDrawing& before, const LineDrawing& now, const Paint& how) {
  const auto draw = [&how](std::string text) { return paint(Line{plain(std::move(text))}, how); };
  if (before == now) return {};
  // Terminals differ about the width of joined characters, so the column is set.
  if (only_appends(before, now))
    return fmt::format(
        "{}{}", draw(now.rows.back().substr(before.rows.back().size())),
        count_plain_ascii(now.rows.back()) == now.rows.back().size() ? "" : to_column(now.cursor_column));
  std::string bytes;
  if (before.cursor_row > 0) bytes += fmt::format("\x1b[{}A", before.cursor_row);
  bytes += fmt::format("{}\x1b[J", to_column(now.column));
  for (std::size_t row = 0; row < now.rows.size(); ++row)
    bytes += fmt::format("{}{}", row == 0 ? "" : fmt::format("\n{}", to_column(now.column)), draw(now.rows[row]));
  const int up = static_cast<int>(now.rows.size()) - 1 - now.cursor_row;
  if (up > 0) bytes += fmt::format("\x1b[{}A", up);
  bytes += to_column(now.cursor_column);
  return bytes;
}

/// The part that both dialects share: the streams of one terminal and the signals that come with it.
class TerminalConsole : public Console {
 public:
  TerminalConsole(ConsoleStreams streams, Paint paint, Stopping stopping)
      : paint_(paint), streams_(streams), signals_(stopping) {}

  void print(const Block& block) override { write(paint(block, paint_)); }
  void print_inline(const Line& line) override { write(paint(line, paint_)); }
  [[nodiscard]] int width() const override { return usable_width(read_stream_facts(streams_.output).columns); }
  [[nodiscard]] int height() const override { return read_stream_facts(streams_.output).rows.value_or(24); }

  ProgramEnd lend(const std::vector<std::string>& words) override {
    std::optional<termios> mode;
    if (read_stream_facts(input()).is_terminal) mode = read_mode(input());
    const ProgramEnd end = run_program(words, signals_);
    if (mode && owns_terminal(input())) set_mode(input(), *mode);
    return end;
  }

 protected:
  Paint paint_;

  struct Received {
    std::string bytes = {};         ///< empty if a signal came first
    bool is_late = false;           ///< nothing came in time
    std::optional<Event> end = {};  ///< no bytes will come any more
  };

  /// Waits for bytes, at most `timeout_ms` (negative: forever).
  Received receive(int timeout_ms) {
    const SignalWatch::Wait waited = signals_.wait(input(), timeout_ms);
    if (waited == SignalWatch::Wait::interrupted) return {};
    if (waited == SignalWatch::Wait::timed_out) return {.is_late = true};
    std::array<char, 4096> bytes{};
    const ssize_t count = ::read(input(), bytes.data(), bytes.size());
    if (count > 0) return {.bytes = {bytes.data(), static_cast<std::size_t>(count)}};
    if (count < 0 && (errno == EINTR || errno == EAGAIN)) return {};
    return {.end = end_input()};
  }

  /// Writes all of `bytes`, waiting while the terminal is busy.
  void write(std::string_view bytes) const {
    while (!bytes.empty()) {
      const ssize_t written = ::write(streams_.output, bytes.data(), bytes.size());
      if (written >= 0) {
        bytes.remove_prefix(static_cast<std::size_t>(written));
      } else if (errno == EAGAIN) {
        pollfd waiting{streams_.output, POLLOUT, 0};
        ::poll(&waiting, 1, -1);
      } else if (errno != EINTR) {
        return;
      }
    }
  }

  [[nodiscard]] int input() const { return streams_.input; }
  SignalWatch& signals() { return signals_; }

 private:
  /// A closed terminal ends the input a moment before its SIGHUP arrives.
  Event end_input() {
    constexpr int grace_ms = 100;
    signals_.wait(-1, grace_ms);
    if (const auto ending = signals_.take_ending()) return Interrupted{*ending};
    return EndOfInput{};
  }

  ConsoleStreams streams_;
  SignalWatch signals_;
};

class KeyConsole final : public TerminalConsole {
 public:
  KeyConsole(ConsoleStreams streams, Paint paint)
      : TerminalConsole(streams, paint, Stopping::watched), mode_before_(read_mode(streams.input)) {
    enter();
  }
  KeyConsole(const KeyConsole&) = delete;
  KeyConsole& operator=(const KeyConsole&) = delete;
  ~KeyConsole() override { leave(); }

  [[nodiscard]] Dialect dialect() const override { return Dialect::keys; }

  Event read() override {
    for (;;) {
      signals().admit();
      if (const auto ending = signals().take_ending()) return Interrupted{*ending};
      if (signals().take_stop()) {
        leave();
        signals().stop();
        enter();
        return Resumed{};
      }
      if (signals().take_continue()) {
        enter();
        return Resumed{};
      }
      if (auto event = decoder_.next()) return *std::move(event);
      if (signals().take_resize()) is_resizing_ = width() != width_;
      const int timeout = decoder_.is_undecided() ? KeyDecoder::escape_timeout_ms : is_resizing_ ? settling_ms : -1;
      Received received = receive(timeout);
      if (received.is_late && !decoder_.is_undecided()) {
        is_resizing_ = false;
        width_ = width();
        return Resized{};
      }
      if (received.is_late) decoder_.flush();
      decoder_.feed(received.bytes);
      if (received.end) return *std::move(received.end);
    }
  }

  void draw(const LineDrawing& before, const LineDrawing& now) override { write(redraw(before, now, paint_)); }

  void ring() override { write("\a"); }

  ProgramEnd lend(const std::vector<std::string>& words) override {
    leave();
    try {
      const ProgramEnd end = TerminalConsole::lend(words);
      write(plain_again);
      enter();
      return end;
    } catch (...) {
      enter();
      throw;
    }
  }

 private:
  void enter() const {
    if (!owns_terminal(input())) return;
    set_mode(input(), raw_mode(mode_before_));
    write(paste_on);
  }

  void leave() const {
    if (!owns_terminal(input())) return;
    write(paste_off);
    set_mode(input(), mode_before_);
  }

  /// While a window is being dragged, its width changes many times.
  static constexpr int settling_ms = 150;

  termios mode_before_;
  KeyDecoder decoder_;
  int width_ = width();
  bool is_resizing_ = false;
};

class LineConsole final : public TerminalConsole {
 public:
  LineConsole(ConsoleStreams streams, Paint paint)
      : TerminalConsole(streams, {Colour::off, paint.glyphs}, Stopping::by_default) {}

  [[nodiscard]] Dialect dialect() const override { return Dialect::lines; }

  Event read() override {
    for (;;) {
      signals().admit();
      if (const auto ending = signals().take_ending()) return Interrupted{*ending};
      if (signals().take_continue()) return Resumed{};
      if (auto line = take_line()) return *std::move(line);
      // A last line without Enter was not sent, and is dropped.
      Received received = receive(-1);
      pending_ += received.bytes;
      if (received.end) return *std::move(received.end);
    }
  }

  void draw(const LineDrawing& /*before*/, const LineDrawing& /*now*/) override {}
  void ring() override {}

 private:
  std::optional<Event> take_line() {
    const std::size_t end = pending_.find('\n');
    if (end == std::string::npos) return std::nullopt;
    TypedLine line{pending_.substr(0, end), Arrival::whole};
    pending_.erase(0, end + 1);
    if (line.text.size() >= longest_terminal_line) line.arrival = Arrival::cut;
    return line;
  }

  std::string pending_;
};

}  // namespace

std::unique_ptr<Console> open_console(Paint paint, Dialect dialect, ConsoleStreams streams) {
  if (dialect == Dialect::lines) return std::make_unique<LineConsole>(streams, paint);
  return std::make_unique<KeyConsole>(streams, paint);
}

}  // namespace rung
