#pragma once

#include <sys/types.h>
#include <termios.h>

#include <chrono>
#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <vector>

enum class OutputProcessing { usual, off };

/// How a session's terminal and environment differ from the usual.
struct SessionOptions {
  unsigned short columns = 80;
  unsigned short rows = 24;
  std::vector<std::pair<std::string, std::string>> environment = {};  ///< on top of the usual; the last one counts
  /// What runs instead of rung with the arguments; found through PATH. `$RUNG` is the path of rung.
  std::vector<std::string> command = {};
  /// Switched off, the terminal shows line feeds as they are written, without carriage returns.
  OutputProcessing output_processing = OutputProcessing::usual;
};

/// The real program in a pseudo-terminal of its own, driven and read from outside. Whatever is waited for fails the
/// test when it has not come after `patience`.
class Session {
 public:
  static constexpr std::chrono::seconds patience{20};

  /// `home` becomes RUNG_HOME.
  Session(const std::string& home, std::vector<std::string> arguments, SessionOptions options = {});
  Session(const Session&) = delete;
  Session& operator=(const Session&) = delete;
  ~Session();

  /// Sends `keys` as if they were typed at once.
  void type(const std::string& keys);
  /// Reads until `text` has been printed since the last call.
  void wait_for(const std::string& text);
  /// Reads until `text` has been printed `times` times since the session began, styles left out.
  void wait_for_count(const std::string& text, int times);
  /// Reads until a prompt is the last thing on the screen, with something printed since the last wait.
  void wait_for_prompt();
  /// As above, but the program may also end: false then.
  bool reach_prompt();
  /// Reads whatever is printed within `milliseconds`. For what must not be printed, or cannot be seen.
  void pause(int milliseconds);

  void resize(unsigned short columns, unsigned short rows);
  void send_signal(int signal) const;
  /// Takes the terminal away, as closing its window does.
  void close_terminal();
  /// How large a file may become from now on; nothing lifts the limit.
  void limit_file_size(std::optional<std::size_t> bytes) const;

  /// Ends the program at once, as a crash would.
  void kill_now(int signal);
  /// Reads to the end. The exit code, or 1000 and the signal that killed it.
  int wait_for_exit();

  [[nodiscard]] const std::string& output() const { return output_; }
  /// The output since the last call of this.
  std::string take_output();

  /// Whether the terminal's modes are as they were before the program ran.
  [[nodiscard]] bool is_terminal_restored() const;

 private:
  enum class Heard { something, nothing, end };

  [[nodiscard]] bool is_at_prompt() const;
  Heard listen(std::chrono::steady_clock::time_point until);
  /// False when the program has closed the terminal, which fails the test unless that is what it waits for.
  bool read_more(std::chrono::steady_clock::time_point deadline, const std::string& waiting_for);
  void reap(std::chrono::steady_clock::time_point deadline);

  pid_t child_ = -1;
  int master_ = -1;
  termios before_{};
  std::string output_;
  std::size_t seen_ = 0;
  std::size_t taken_ = 0;
  std::optional<int> status_;
};

/// `output` without colors, terminal modes, bells and carriage returns. Anything that moves the cursor stays, and
/// counts.
std::string without_styles(const std::string& output);

/// How often `text` occurs in `whole`, overlaps not counted.
int count_occurrences(const std::string& whole, const std::string& text);
