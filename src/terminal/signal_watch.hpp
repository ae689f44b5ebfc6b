#pragma once

#include <signal.h>

#include <array>
#include <optional>

namespace rung {

/// Whether Ctrl-Z is caught too, to restore the terminal before the program stops.
enum class Stopping { by_default, watched };

/// Catches the signals that end, stop, or continue the program. For its lifetime they are blocked except while waiting
/// for input: a signal never interrupts a save, and none is missed between checking and waiting. At most one at a time.
class SignalWatch {
 public:
  explicit SignalWatch(Stopping stopping);
  SignalWatch(const SignalWatch&) = delete;
  SignalWatch& operator=(const SignalWatch&) = delete;
  ~SignalWatch();

  enum class Wait { readable, timed_out, interrupted };

  /// Waits until `descriptor` can be read, at most `timeout_ms` (negative: forever). A negative `descriptor` waits for
  /// signals alone.
  Wait wait(int descriptor, int timeout_ms);

  /// Waits until `descriptor` takes bytes, its reader is gone, or a signal arrives.
  void wait_to_write(int descriptor);

  /// Delivers pending signals.
  void admit();

  /// A signal that asks the program to end, once.
  std::optional<int> take_ending();
  bool take_stop();
  bool take_continue();

  /// The terminal has another size.
  bool take_resize();

  /// A child that ended or stopped.
  bool take_child();

  /// Stops the program as Ctrl-Z does. Returns when it is continued.
  void stop();

  /// The signal mask from before, for programs that are started.
  [[nodiscard]] const sigset_t& mask_before() const { return mask_before_; }

  /// For its lifetime, Ctrl-Z stops the program at once: another program has the terminal.
  class StopByDefault {
   public:
    StopByDefault();
    StopByDefault(const StopByDefault&) = delete;
    StopByDefault& operator=(const StopByDefault&) = delete;
    ~StopByDefault();

   private:
    struct sigaction before_ {};
  };

 private:
  static constexpr std::array watched_{SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGTSTP, SIGCONT, SIGCHLD, SIGWINCH};

  std::array<struct sigaction, watched_.size()> before_{};
  sigset_t mask_before_{};
};

}  // namespace rung
