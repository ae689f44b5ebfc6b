#include "signal_watch.hpp"

#include <sys/select.h>

#include <cerrno>

namespace rung {
namespace {

/// Where the handler leaves its notes. A handler can reach nothing else.
volatile sig_atomic_t arrived[NSIG];

extern "C" void note_signal(int signal) { arrived[signal] = 1; }

bool take(int signal) {
  const bool has_arrived = arrived[signal] != 0;
  arrived[signal] = 0;
  return has_arrived;
}

}  // namespace

SignalWatch::SignalWatch(Stopping stopping) {
  sigset_t blocked;
  sigemptyset(&blocked);
  for (const int signal : watched_) sigaddset(&blocked, signal);
  sigprocmask(SIG_BLOCK, &blocked, &mask_before_);
  struct sigaction action {};
  action.sa_handler = note_signal;
  sigfillset(&action.sa_mask);
  for (std::size_t index = 0; index < watched_.size(); ++index) {
    const int signal = watched_[index];
    arrived[signal] = 0;
    sigaction(signal, nullptr, &before_[index]);
    // If SIGCHLD stayed ignored, ended children would vanish unseen.
    const bool is_ignored = before_[index].sa_handler == SIG_IGN && signal != SIGCHLD;
    const bool is_left_alone = signal == SIGTSTP && stopping == Stopping::by_default;
    // A signal that is ignored from the start, as under nohup, stays ignored.
    if (!is_ignored && !is_left_alone) sigaction(signal, &action, nullptr);
  }
}

SignalWatch::~SignalWatch() {
  // A pending signal, such as the Ctrl-C that ended an editor, must not end the program now.
  admit();
  for (std::size_t index = 0; index < watched_.size(); ++index) sigaction(watched_[index], &before_[index], nullptr);
  sigprocmask(SIG_SETMASK, &mask_before_, nullptr);
}

SignalWatch::Wait SignalWatch::wait(int descriptor, int timeout_ms) {
  fd_set readable;
  FD_ZERO(&readable);
  if (descriptor >= 0) FD_SET(descriptor, &readable);
  const timespec timeout{timeout_ms / 1000, (timeout_ms % 1000) * 1'000'000L};
  const int ready =
      ::pselect(descriptor + 1, &readable, nullptr, nullptr, timeout_ms < 0 ? nullptr : &timeout, &mask_before_);
  if (ready < 0 && errno == EINTR) return Wait::interrupted;
  return ready == 0 ? Wait::timed_out : Wait::readable;
}

void SignalWatch::wait_to_write(int descriptor) {
  fd_set writable;
  FD_ZERO(&writable);
  FD_SET(descriptor, &writable);
  ::pselect(descriptor + 1, nullptr, &writable, nullptr, nullptr, &mask_before_);
}

void SignalWatch::admit() {
  sigset_t blocked;
  sigprocmask(SIG_SETMASK, &mask_before_, &blocked);
  sigprocmask(SIG_SETMASK, &blocked, nullptr);
}

std::optional<int> SignalWatch::take_ending() {
  for (const int signal : {SIGINT, SIGTERM, SIGHUP, SIGQUIT})
    if (take(signal)) return signal;
  return std::nullopt;
}

bool SignalWatch::take_stop() { return take(SIGTSTP); }

bool SignalWatch::take_continue() { return take(SIGCONT); }

bool SignalWatch::take_resize() { return take(SIGWINCH); }

bool SignalWatch::take_child() { return take(SIGCHLD); }

void SignalWatch::stop() {
  const StopByDefault by_default;
  static_cast<void>(raise(SIGTSTP));
  admit();
  take(SIGCONT);
}

SignalWatch::StopByDefault::StopByDefault() {
  struct sigaction standard {};
  standard.sa_handler = SIG_DFL;
  sigaction(SIGTSTP, nullptr, &before_);
  if (before_.sa_handler != SIG_IGN) sigaction(SIGTSTP, &standard, nullptr);
}

SignalWatch::StopByDefault::~StopByDefault() { sigaction(SIGTSTP, &before_, nullptr); }

}  // namespace rung
