#include <rung/terminal/programs.hpp>

#include <fcntl.h>
#include <spawn.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <unistd.h>

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

/// A pipe that gives a program a text as its standard input. The program may stop reading at any time.
class Feed {
 public:
  explicit Feed(std::string_view text) : rest_(text) {
    std::array<int, 2> ends{};
    if (::pipe(ends.data()) != 0) throw std::system_error(errno, std::generic_category(), "a pipe to another program");
    reading_ = ends[0];
    writing_ = ends[1];
    // A program that inherits the writing end waits for itself at the end of the text.
    ::fcntl(reading_, F_SETFD, FD_CLOEXEC);
    ::fcntl(writing_, F_SETFD, FD_CLOEXEC);
    ::fcntl(writing_, F_SETFL, O_NONBLOCK);
  }
  Feed(const Feed&) = delete;
  Feed& operator=(const Feed&) = delete;
  ~Feed() {
    close(reading_);
    close(writing_);
  }

  [[nodiscard]] int reader() const { return reading_; }
  /// Where to wait until more can be written; negative when all is done.
  [[nodiscard]] int writer() const { return writing_; }

  /// Whether a program has read a part of the text. The reading end stays open here, so what is unread stays, too.
  [[nodiscard]] bool was_read() const {
    int unread = 0;
    return ::ioctl(reading_, FIONREAD, &unread) != 0 || static_cast<std::size_t>(unread) < written_;
  }

  /// Writes as much as the pipe takes now. Closes it after the last byte.
  void pour() {
    while (writing_ >= 0 && !rest_.empty()) {
      const ssize_t written = ::write(writing_, rest_.data(), rest_.size());
      if (written >= 0) {
        rest_.remove_prefix(static_cast<std::size_t>(written));
        written_ += static_cast<std::size_t>(written);
      } else if (errno == EAGAIN) {
        return;
      } else if (errno != EINTR) {
        break;
      }
    }
    close(writing_);
  }

 private:
  static void close(int& descriptor) {
    if (descriptor >= 0) ::close(descriptor);
    descriptor = -1;
  }

  std::string_view rest_;
  std::size_t written_ = 0;
  int reading_ = -1;
  int writing_ = -1;
};

/// How a program starts: with the signals as after a login, whatever this program ignores, and with its files, except
/// for the standard input if `feed` is given.
class SpawnSettings {
 public:
  SpawnSettings(const Feed* feed, const sigset_t& mask) {
    posix_spawn_file_actions_init(&files_);
    if (feed != nullptr) posix_spawn_file_actions_adddup2(&files_, feed->reader(), STDIN_FILENO);
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

  pid_t start(const std::vector<std::string>& words) const {
    std::vector<std::string> owned = words;
    std::vector<char*> arguments;
    for (std::string& word : owned) arguments.push_back(word.data());
    arguments.push_back(nullptr);
    pid_t child = -1;
    const int failed = ::posix_spawnp(&child, arguments.front(), &files_, &attributes_, arguments.data(), environ);
    if (failed != 0) throw std::system_error(failed, std::generic_category(), words.front());
    return child;
  }

 private:
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
  const pid_t child = SpawnSettings(feed, signals.mask_before()).start(words);
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

}  // namespace rung
