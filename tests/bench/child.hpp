#pragma once

#include <sys/types.h>

#include <chrono>
#include <string>
#include <vector>

namespace bench {

using Clock = std::chrono::steady_clock;
using Milliseconds = std::chrono::duration<double, std::milli>;

struct Command {
  std::string program;
  std::vector<std::string> arguments;
  std::string home;  ///< becomes RUNG_HOME
};

/// What a child's standard streams are; all of them are its terminal unless said otherwise.
enum class Streams { terminal, input_null, input_idle_pipe, output_file, error_closed };

/// How a child ended.
struct End {
  int code = 0;             ///< the exit code, or 1000 and the signal
  long peak_kibibytes = 0;  ///< ru_maxrss
};

/// A program in a pseudo-terminal of 80 × 24 cells. Everything that goes wrong here ends the benchmark with a message.
class Child {
 public:
  explicit Child(const Command& command, Streams streams = Streams::terminal);
  Child(const Child&) = delete;
  Child& operator=(const Child&) = delete;
  ~Child();

  /// Writes the keys and forgets what was printed before.
  void type(const std::string& keys);
  /// Reads until what was printed ends in the prompt, which then waits for a key.
  void wait_for_prompt();
  /// Reads until the program has ended.
  End wait_for_end();

  [[nodiscard]] Clock::time_point started() const { return started_; }
  [[nodiscard]] pid_t id() const { return id_; }
  /// What was printed since the last key, without colors.
  [[nodiscard]] std::string text() const;

 private:
  /// False when the terminal was closed on the other side.
  bool read_more();

  pid_t id_ = -1;
  int master_ = -1;
  int pipe_[2] = {-1, -1};
  Clock::time_point started_;
  std::string output_;
};

[[noreturn]] void fail(const std::string& message);

}  // namespace bench
