#include "program.hpp"

#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <optional>

#include "feed.hpp"

extern char** environ;  // NOLINT: POSIX gives it this way

namespace rung {
namespace {

/// A program that was asked to end gets so long before it is ended by force: two that read one terminal do harm.
constexpr int patience_ms = 2'000;

/// How a program starts: with the signals as they were before this one changed them.
class Attributes {
 public:
  explicit Attributes(const sigset_t& mask) {
    posix_spawnattr_init(&attributes_);
    sigset_t standard;
    sigemptyset(&standard);
    for (const int signal : {SIGPIPE, SIGXFSZ, SIGTSTP}) {
      sigaddset(&standard, signal);
    }
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
    if (feed != nullptr) {
      posix_spawn_file_actions_adddup2(&actions_, feed->reader(), STDIN_FILENO);
    }
  }
  Files(const Files&) = delete;
  Files& operator=(const Files&) = delete;
  ~Files() { posix_spawn_file_actions_destroy(&actions_); }

  [[nodiscard]] const posix_spawn_file_actions_t* get() const { return &actions_; }

 private:
  posix_spawn_file_actions_t actions_{};
};

std::optional<int> take_status(pid_t child) {
  int status = 0;
  const pid_t ended = ::waitpid(child, &status, WNOHANG);
  if (ended == 0 || (ended < 0 && errno == EINTR)) {
    return std::nullopt;
  }
  return ended < 0 ? 0 : status;
}

ProgramEnd read_status(int status) {
  if (!WIFSIGNALED(status)) {
    return Exited{WEXITSTATUS(status)};
  }
  const int signal = WTERMSIG(status);
  if (signal == SIGINT || signal == SIGQUIT) {
    return Interrupted{signal};
  }
  return Killed{signal};
}

/// Passes on what ends this program.
void end_program(pid_t child, int signal, SignalWatch& signals) {
  ::kill(child, signal);
  ::kill(child, SIGCONT);
  constexpr int step_ms = 50;
  for (int waited_ms = 0; waited_ms < patience_ms; waited_ms += step_ms) {
    if (take_status(child)) {
      return;
    }
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
  if (input) {
    feed.emplace(*input);
    if (!feed->is_open()) {
      return Exited{not_executable};
    }
  }
  std::vector<std::string> owned = words;
  std::vector<char*> arguments;
  for (std::string& word : owned) {
    arguments.push_back(word.data());
  }
  arguments.push_back(nullptr);
  const SignalWatch::StopByDefault stopping;
  pid_t child = -1;
  const int failed = ::posix_spawnp(&child, arguments.front(), Files(feed ? &*feed : nullptr).get(),
                                    Attributes(signals.mask_before()).get(), arguments.data(), environ);
  if (failed != 0) {
    return Exited{failed == ENOENT ? not_found : not_executable};
  }
  if (feed) {
    feed->release_reader();
  }
  for (;;) {
    signals.take_child();
    if (const auto status = take_status(child)) {
      // What the keyboard sent was meant for the program that had the terminal.
      while (signals.take_ending()) {
      }
      signals.take_continue();
      return read_status(*status);
    }
    if (const auto ending = signals.take_ending(); ending == SIGTERM || ending == SIGHUP) {
      end_program(child, *ending, signals);
      return Interrupted{*ending};
    }
    if (feed) {
      feed->pour();
    }
    const int writer = feed ? feed->writer() : -1;
    if (writer < 0) {
      signals.wait(-1, -1);
    } else {
      signals.wait_to_write(writer);
    }
  }
}

}  // namespace rung
