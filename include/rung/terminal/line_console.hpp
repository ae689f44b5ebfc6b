#pragma once

#include <memory>

#include <rung/prompt/console.hpp>
#include <rung/terminal/streams.hpp>
#include <rung/text/paint.hpp>

namespace rung {

/// Whole lines with Enter, edited by the terminal itself: no mode is changed, and no byte but text and line feeds is
/// written. Signals arrive as in KeyConsole; stopping and going on is left to the terminal and comes back as Resumed.
class LineConsole final : public Console {
 public:
  explicit LineConsole(ConsoleStreams streams, Paint paint);
  LineConsole(const LineConsole&) = delete;
  LineConsole& operator=(const LineConsole&) = delete;
  ~LineConsole() override;

  [[nodiscard]] Dialect dialect() const override { return Dialect::lines; }
  Event read() override;
  void print(const Block& block) override;
  void print_inline(const Line& line) override;
  void erase(int cells) override;
  void ring() override;
  ProgramEnd lend(const std::vector<std::string>& words) override;
  [[nodiscard]] int width() const override;

 private:
  class Lines;
  std::unique_ptr<Lines> lines_;
};

}  // namespace rung
