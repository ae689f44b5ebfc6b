#include "program.hpp"

#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <chrono>
#include <csignal>
#include <optional>
#include <system_error>

#include "feed.hpp"

extern char** environ;  // NOLINT: POSIX gives it this way

namespace rung {
namespace {

/// A program that was asked to end gets so long before it is ended by force: two that read one terminal do harm.
constexpr std::chrono::milliseconds patience{2'000};

/// How a program starts: with the signals as a login gives them, whatever this one ignores.
class Attributes {
 public:
  explicit Attributes(const sigset_t& mask) {
    posix_spawnattr_init(&attributes_);
    sigset_t standard;
    sigemptyset(&standard);
    for (const int signal : {SIGPIPE, SIGXFSZ}) sigaddset(&standard, signal);
    posix_spawnattr_setsigdefault(&attributes_, &standard);
    posix_spawnattr_setsigmask(&attributes_, &mask);
    posix_spawnattr_setflags(&attributes_, POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK);
  }
  Attributes(const Attributes&) = delete;
  Attributes& operator=(const Attributes&) = delete;
  ~Attributes() { posix_spawnattr_destroy(&attributes_); }

  [[nodiscard]] const posix_spawnattr_t* get() const { return &attributes_; }

 private:
  posix_spawnattr_t attributes_{};
};

/// Which files a program starts with: those of this one, but for its standard input.
class Files {
 public:
  explicit Files(const Feed* feed) {
    posix_spawn_file_actions_init(&actions_);
    if (feed != nullptr) posix_spawn_file_actions_adddup2(&actions_, feed->reader(), STDIN_FILENO);
  }
  Files(const Files&) = delete;
  Files& operator=(const Files&) = delete;
  ~Files() { posix_spawn_file_actions_destroy(&actions_); }

  [[nodiscard]] const posix_spawn_file_actions_t* get() const { return &actions_; }

 private:
  posix_spawn_file_actions_t actions_{};
};

pid_t start(const std::vector<std::string>& words, const Feed* feed, const sigset_t& mask) {
  std::vector<std::string> owned = words;
  std::vector<char*> arguments;
  for (std::string& word : owned) arguments.push_back(word.data());
  arguments.push_back(nullptr);
  pid_t child = -1;
  const int failed =
      ::posix_spawnp(&child, arguments.front(), Files(feed).get(), Attributes(mask).get(), arguments.data(), environ);
  if (failed != 0) throw std::system_error(failed, std::generic_category(), words.front());
  return child;
}

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

/// A signal that is meant for this program. What the keyboard sends is meant for the one that has the terminal.
std::optional<int> take_own_ending(SignalWatch& signals) {
  std::optional<int> own;
  while (const auto ending = signals.take_ending())
    if (*ending == SIGTERM || *ending == SIGHUP) own = own.value_or(*ending);
  return own;
}

/// Passes on what ends this program.
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

}  // namespace

ProgramEnd run_program(const std::vector<std::string>& words, SignalWatch& signals,
                       std::optional<std::string_view> input) {
  std::optional<Feed> feed;
  if (input) feed.emplace(*input);
  const SignalWatch::StopByDefault stopping;
  const pid_t child = start(words, feed ? &*feed : nullptr, signals.mask_before());
  if (feed) feed->release_reader();
  for (;;) {
    signals.take_child();
    const std::optional<int> status = take_status(child);
    // What ended the program may have been sent to this one as well, and not have arrived yet.
    signals.admit();
    const std::optional<int> ending = take_own_ending(signals);
    if (ending && !status) end_program(child, *ending, signals);
    if (ending) return Interrupted{*ending};
    if (status) {
      signals.take_continue();
      return read_status(*status);
    }
    if (feed) feed->pour();
    const int writer = feed ? feed->writer() : -1;
    if (writer < 0)
      signals.wait(-1, -1);
    else
      signals.wait_to_write(writer);
  }
}

}  // namespace rung
