#pragma once

#include <signal.h>

#include <array>
#include <optional>

namespace rung {

/// Whether Ctrl-Z is caught too, because the terminal has to be put right before the program stops.
enum class Stopping { by_default, watched };

/// Keeps the signals that end, stop or continue the program blocked for its lifetime, except while waiting for input:
/// so a signal never tears a save apart, and none is missed between looking and waiting. At most one at a time.
class SignalWatch {
 public:
  explicit SignalWatch(Stopping stopping);
  SignalWatch(const SignalWatch&) = delete;
  SignalWatch& operator=(const SignalWatch&) = delete;
  ~SignalWatch();

  enum class Wait { readable, timed_out, interrupted };

  /// Waits until `descriptor` can be read, at most `timeout_ms` (negative: for ever; `descriptor` negative: waits for
  /// signals alone).
  Wait wait(int descriptor, int timeout_ms);

  /// Waits until `descriptor` takes bytes, its reader has gone, or a signal comes.
  void wait_to_write(int descriptor);

  /// Lets signals in that are pending.
  void admit();

  /// A signal that asks the program to end, once.
  std::optional<int> take_ending();
  bool take_stop();
  bool take_continue();

  /// A child that ended or stopped.
  bool take_child();

  /// Stops the program the way Ctrl-Z does, and returns when it goes on.
  void stop();

  /// The mask that was in force before, for programs that are started.
  [[nodiscard]] const sigset_t& mask_before() const { return mask_before_; }

  /// While it lives, Ctrl-Z stops the program at once: someone else has the terminal.
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
  static constexpr std::array<int, 7> watched_{SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGTSTP, SIGCONT, SIGCHLD};

  std::array<struct sigaction, 7> before_{};
  sigset_t mask_before_{};
};

}  // namespace rung
