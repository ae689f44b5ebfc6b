#include <rung/terminal/programs.hpp>

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <optional>
#include <system_error>
#include <variant>

#include <fmt/format.h>

#include "signal_watch.hpp"

extern char** environ;  // NOLINT: POSIX gives it this way

namespace rung {
namespace {

/// The exit codes of a shell for a program that could not be started.
constexpr int not_found = 127;
constexpr int not_executable = 126;

/// How long a program that was asked to end gets before it is killed: two programs on one terminal do harm.
constexpr std::chrono::milliseconds patience{2'000};

/// A pipe between two programs. A program that inherits an end by chance would keep the pipe open: none does.
class Pipe {
 public:
  Pipe() {
    if (::pipe(ends_.data()) != 0) throw std::system_error(errno, std::generic_category(), "a pipe to another program");
    for (const int end : ends_) ::fcntl(end, F_SETFD, FD_CLOEXEC);
  }
  Pipe(const Pipe&) = delete;
  Pipe& operator=(const Pipe&) = delete;
  ~Pipe() {
    close_reader();
    close_writer();
  }

  /// Negative once it is closed.
  [[nodiscard]] int reader() const { return ends_[0]; }
  [[nodiscard]] int writer() const { return ends_[1]; }
  void close_reader() { close(ends_[0]); }
  void close_writer() { close(ends_[1]); }

 private:
  static void close(int& descriptor) {
    if (descriptor >= 0) ::close(descriptor);
    descriptor = -1;
  }

  std::array<int, 2> ends_{-1, -1};
};

/// A pipe that gives a program a text as its standard input. The program may stop reading at any time.
class Feed {
 public:
  explicit Feed(std::string_view text) : rest_(text) { ::fcntl(pipe_.writer(), F_SETFL, O_NONBLOCK); }

  [[nodiscard]] int reader() const { return pipe_.reader(); }
  /// Where to wait until more can be written; negative when all is done.
  [[nodiscard]] int writer() const { return pipe_.writer(); }

  /// Whether a program has read a part of the text. The reading end stays open here, so what is unread stays, too.
  [[nodiscard]] bool was_read() const {
    int unread = 0;
    return ::ioctl(pipe_.reader(), FIONREAD, &unread) != 0 || static_cast<std::size_t>(unread) < written_;
  }

  /// Writes as much as the pipe takes now. Closes it after the last byte.
  void pour() {
    while (pipe_.writer() >= 0 && !rest_.empty()) {
      const ssize_t written = ::write(pipe_.writer(), rest_.data(), rest_.size());
      if (written >= 0) {
        rest_.remove_prefix(static_cast<std::size_t>(written));
        written_ += static_cast<std::size_t>(written);
      } else if (errno == EAGAIN) {
        return;
      } else if (errno != EINTR) {
        break;
      }
    }
    pipe_.close_writer();
  }

 private:
  Pipe pipe_;
  std::string_view rest_;
  std::size_t written_ = 0;
};

/// How a program starts: with the signals as after a login, whatever this program ignores, and with its files, except
/// for those that are given.
class SpawnSettings {
 public:
  explicit SpawnSettings(const sigset_t& mask) {
    posix_spawn_file_actions_init(&files_);
    posix_spawnattr_init(&attributes_);
    sigset_t standard;
    sigemptyset(&standard);
    for (const int signal : {SIGPIPE, SIGXFSZ}) sigaddset(&standard, signal);
    posix_spawnattr_setsigdefault(&attributes_, &standard);
    posix_spawnattr_setsigmask(&attributes_, &mask);
    posix_spawnattr_setflags(&attributes_, POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK);
  }
  SpawnSettings(const SpawnSettings&) = delete;
  SpawnSettings& operator=(const SpawnSettings&) = delete;
  ~SpawnSettings() {
    posix_spawnattr_destroy(&attributes_);
    posix_spawn_file_actions_destroy(&files_);
  }

  /// Its descriptor `number` is a copy of `ours`.
  void give(int ours, int number) { posix_spawn_file_actions_adddup2(&files_, ours, number); }

  /// It has nothing to read.
  void give_no_input() { posix_spawn_file_actions_addopen(&files_, STDIN_FILENO, "/dev/null", O_RDONLY, 0); }

  /// `variables` are its environment, which it has in common with this program if there are none.
  pid_t start(std::vector<std::string> words, std::vector<std::string> variables = {}) const {
    std::vector<char*> arguments = list_pointers(words);
    std::vector<char*> environment = list_pointers(variables);
    pid_t child = -1;
    const int failed = ::posix_spawnp(&child, arguments.front(), &files_, &attributes_, arguments.data(),
                                      variables.empty() ? environ : environment.data());
    if (failed != 0) throw std::system_error(failed, std::generic_category(), words.front());
    return child;
  }

 private:
  static std::vector<char*> list_pointers(std::vector<std::string>& texts) {
    std::vector<char*> pointers;
    for (std::string& text : texts) pointers.push_back(text.data());
    pointers.push_back(nullptr);
    return pointers;
  }

  posix_spawn_file_actions_t files_{};
  posix_spawnattr_t attributes_{};
};

std::optional<int> take_status(pid_t child) {
  int status = 0;
  const pid_t ended = ::waitpid(child, &status, WNOHANG);
  if (ended < 0 && errno != EINTR) throw std::system_error(errno, std::generic_category(), "waiting for a program");
  return ended > 0 ? std::optional(status) : std::nullopt;
}

ProgramEnd read_status(int status) {
  if (!WIFSIGNALED(status)) return Exited{WEXITSTATUS(status)};
  const int signal = WTERMSIG(status);
  if (signal == SIGINT || signal == SIGQUIT) return Interrupted{signal};
  return Killed{signal};
}

/// A signal for this program. Signals from the keyboard are for the program that has the terminal.
std::optional<int> take_own_ending(SignalWatch& signals) {
  std::optional<int> own;
  while (const auto ending = signals.take_ending())
    if (*ending == SIGTERM || *ending == SIGHUP) own = own.value_or(*ending);
  return own;
}

/// Passes on the signal that ends this program. A stopped program is continued, or it would never take the signal.
void end_program(pid_t child, int signal, SignalWatch& signals) {
  ::kill(child, signal);
  ::kill(child, SIGCONT);
  constexpr int step_ms = 50;
  const auto deadline = std::chrono::steady_clock::now() + patience;
  while (std::chrono::steady_clock::now() < deadline) {
    if (take_status(child)) return;
    signals.take_child();
    signals.wait(-1, step_ms);
  }
  ::kill(child, SIGKILL);
  ::waitpid(child, nullptr, 0);
}

/// `feed` is the program's standard input; nullptr for that of this program.
ProgramEnd run_fed(const std::vector<std::string>& words, SignalWatch& signals, Feed* feed) {
  const SignalWatch::StopByDefault stopping;
  SpawnSettings settings(signals.mask_before());
  if (feed != nullptr) settings.give(feed->reader(), STDIN_FILENO);
  const pid_t child = settings.start(words);
  for (;;) {
    signals.take_child();
    const std::optional<int> status = take_status(child);
    // The signal that ended the program may have been sent to this one too, and still be pending.
    signals.admit();
    const std::optional<int> ending = take_own_ending(signals);
    if (ending && !status) end_program(child, *ending, signals);
    if (ending) return Interrupted{*ending};
    if (status) {
      signals.take_continue();
      return read_status(*status);
    }
    if (feed != nullptr) feed->pour();
    const int writer = feed != nullptr ? feed->writer() : -1;
    if (writer < 0)
      signals.wait(-1, -1);
    else
      signals.wait_to_write(writer);
  }
}

/// The environment of this program with `settings` applied.
std::vector<std::string> apply_settings(const std::vector<std::string>& settings) {
  std::vector<std::string> variables = settings;
  std::erase_if(variables, [](const std::string& setting) { return setting.find('=') == std::string::npos; });
  for (char** variable = environ; variable != nullptr && *variable != nullptr; ++variable) {
    const std::string_view text = *variable;
    const std::string_view name = text.substr(0, text.find('='));
    const bool is_set = std::any_of(settings.begin(), settings.end(), [name](std::string_view setting) {
      return setting.substr(0, setting.find('=')) == name;
    });
    if (!is_set) variables.emplace_back(text);
  }
  return variables;
}

/// Gives `take` what can be read now. Closes the reader at the end.
void drain(Pipe& pipe, const std::function<void(std::string_view)>& take) {
  std::array<char, 1U << 16U> piece{};
  const ssize_t count = ::read(pipe.reader(), piece.data(), piece.size());
  if (count > 0) take({piece.data(), static_cast<std::size_t>(count)});
  if (count == 0 || (count < 0 && errno != EINTR)) pipe.close_reader();
}

/// Reads both until their writers are gone.
void drain_both(Pipe& out, Pipe& err, const std::function<void(std::string_view)>& take_out,
                const std::function<void(std::string_view)>& take_err) {
  while (out.reader() >= 0 || err.reader() >= 0) {
    // A negative descriptor is passed over.
    std::array<pollfd, 2> waiting{{{out.reader(), POLLIN, 0}, {err.reader(), POLLIN, 0}}};
    if (::poll(waiting.data(), waiting.size(), -1) < 0) continue;
    if (waiting[0].revents != 0) drain(out, take_out);
    if (waiting[1].revents != 0) drain(err, take_err);
  }
}

}  // namespace

ProgramEnd run_program(const std::vector<std::string>& words, SignalWatch& signals) {
  return run_fed(words, signals, nullptr);
}

bool run_pager(const std::string& pager, std::string_view text) {
  SignalWatch signals(Stopping::by_default);
  try {
    Feed feed(text);
    const auto end = run_fed({"sh", "-c", fmt::format("LESS=${{LESS-FRX}}; export LESS; {}", pager)}, signals, &feed);
    if (std::holds_alternative<Interrupted>(end)) return true;
    const auto* exited = std::get_if<Exited>(&end);
    const bool was_found = exited == nullptr || (exited->code != not_found && exited->code != not_executable);
    return was_found && feed.was_read();
  } catch (const std::system_error&) {
    return false;
  }
}

bool launch_program(const std::vector<std::string>& words) {
  SignalWatch signals(Stopping::by_default);
  try {
    return run_program(words, signals) == ProgramEnd(Exited{0});
  } catch (const std::system_error&) {
    return false;
  }
}

ProgramOutput capture_program(const std::vector<std::string>& words, const std::vector<std::string>& settings,
                              const std::function<void(std::string_view)>& take) {
  constexpr std::size_t most_errors = 16U << 10U;
  Pipe out;
  Pipe err;
  sigset_t mask;
  ::sigprocmask(SIG_SETMASK, nullptr, &mask);
  SpawnSettings spawn(mask);
  spawn.give_no_input();
  spawn.give(out.writer(), STDOUT_FILENO);
  spawn.give(err.writer(), STDERR_FILENO);
  const pid_t child = spawn.start(words, apply_settings(settings));
  out.close_writer();
  err.close_writer();
  ProgramOutput output;
  drain_both(out, err, take,
             [&](std::string_view bytes) { output.err.append(bytes.substr(0, most_errors - output.err.size())); });
  int status = 0;
  while (::waitpid(child, &status, 0) < 0)
    if (errno != EINTR) throw std::system_error(errno, std::generic_category(), "waiting for a program");
  output.end = read_status(status);
  return output;
}

}  // namespace rung
