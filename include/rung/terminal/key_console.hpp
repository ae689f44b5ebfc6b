#pragma once

#include <memory>

#include <rung/prompt/console.hpp>
#include <rung/terminal/streams.hpp>
#include <rung/text/paint.hpp>

namespace rung {

/// A terminal that gives single keys. For its lifetime the terminal is in single-key mode without echo, with bracketed
/// paste, and SIGINT, SIGTERM, SIGHUP and SIGQUIT arrive as Interrupted (unless they were ignored when it was made);
/// SIGTSTP puts the terminal right, stops the program, and comes back as Resumed. What was typed ahead is kept, always.
/// At most one at a time in a process. Throws std::system_error when `input` is not a terminal (ask TerminalFacts
/// first). Failing writes are not reported: when the terminal has gone, a signal or the end of input follows.
class KeyConsole final : public Console {
 public:
  explicit KeyConsole(ConsoleStreams streams, Paint paint);
  KeyConsole(const KeyConsole&) = delete;
  KeyConsole& operator=(const KeyConsole&) = delete;
  ~KeyConsole() override;

  [[nodiscard]] Dialect dialect() const override { return Dialect::keys; }
  Event read() override;
  void print(const Block& block) override;
  void print_inline(const Line& line) override;
  void erase(int cells) override;
  void ring() override;
  ProgramEnd lend(const std::vector<std::string>& words) override;
  [[nodiscard]] int width() const override;

 private:
  class Keys;
  std::unique_ptr<Keys> keys_;
};

}  // namespace rung
