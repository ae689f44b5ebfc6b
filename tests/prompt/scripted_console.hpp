#pragma once

#include <deque>
#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <rung/prompt/console.hpp>
#include <rung/text/paint.hpp>

namespace rung {

/// Plays events and keeps what was printed. It ends the input when the events have run out.
class ScriptedConsole : public Console {
 public:
  explicit ScriptedConsole(std::vector<Event> events, Dialect dialect = Dialect::keys)
      : events_(events.begin(), events.end()), dialect_(dialect) {}

  [[nodiscard]] Dialect dialect() const override { return dialect_; }
  Event read() override {
    if (events_.empty()) return EndOfInput{};
    Event event = std::move(events_.front());
    events_.pop_front();
    return event;
  }
  void print(const Block& block) override { text_ += paint(block, Paint{}); }
  void print_inline(const Line& line) override { text_ += paint(line, Paint{}); }
  void draw(const LineDrawing& before, const LineDrawing& now) override {
    const auto join = [](const LineDrawing& drawing) {
      std::string text;
      for (const std::string& row : drawing.rows)
        text +=
            (&row == &drawing.rows.front() ? "" : "\n" + std::string(static_cast<std::size_t>(drawing.column), ' ')) +
            row;
      return text;
    };
    if (before == now) return;
    text_.resize(text_.size() - join(before).size());
    text_ += join(now);
  }
  void ring() override { ++bells_; }
  ProgramEnd lend(const std::vector<std::string>& words) override {
    lent_.push_back(words);
    return borrower ? borrower(words) : ProgramEnd(Exited{0});
  }
  [[nodiscard]] int width() const override { return 80; }
  [[nodiscard]] int height() const override { return rows; }

  int rows = 1'000;

  /// What the program does that the terminal is lent to; by default nothing, and it ends with 0.
  std::function<ProgramEnd(const std::vector<std::string>&)> borrower;

  [[nodiscard]] const std::string& text() const { return text_; }
  [[nodiscard]] int bells() const { return bells_; }
  /// What the terminal was lent to.
  [[nodiscard]] const std::vector<std::vector<std::string>>& lent() const { return lent_; }

 private:
  std::deque<Event> events_;
  Dialect dialect_;
  std::string text_;
  int bells_ = 0;
  std::vector<std::vector<std::string>> lent_;
};

/// The keys of `text`, Enter for a line feed, Ctrl-U for its character.
inline std::vector<Event> type(std::u32string_view text) {
  std::vector<Event> events;
  for (const char32_t character : text)
    events.push_back(character == U'\n'     ? Event{Pressed{KeyName::enter}}
                     : character == U'\x15' ? Event{Pressed{KeyName::erase_line}}
                                            : Event{Typed{character}});
  return events;
}

}  // namespace rung
