#pragma once

#include <stdexcept>
#include <string>

namespace rung {

/// The exit codes of the program; part of its public interface.
enum class ExitCode : int {
  success = 0,
  negative = 1,      ///< a check that was asked for answered no
  usage = 2,         ///< wrong usage, or a prompt was needed and there is no terminal
  bad_input = 3,     ///< something the user wrote cannot be used
  input_output = 4,  ///< the machine refused to read or write
  unfinished = 5,    ///< everything is saved, but answers are missing
  // 128 and the number of the signal that ended the program:
  hung_up = 129,
  interrupted = 130,
  quit = 131,
  terminated = 143,
};

/// A failure of the machine or of the request as a whole, as opposed to a Diagnostic. Thrown where it happens and
/// caught once, in cli::run, which prints `what()` and the hint and exits with the code.
class Error : public std::runtime_error {
 public:
  explicit Error(ExitCode code, const std::string& message, std::string hint = {})
      : std::runtime_error(message), code_(code), hint_(std::move(hint)) {}

  [[nodiscard]] ExitCode code() const noexcept { return code_; }
  /// What to do next; empty when there is nothing to add.
  [[nodiscard]] const std::string& hint() const noexcept { return hint_; }

 private:
  ExitCode code_;
  std::string hint_;
};

}  // namespace rung
