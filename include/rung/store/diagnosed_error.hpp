#pragma once

#include <string>

#include <rung/diagnostic.hpp>
#include <rung/error.hpp>

namespace rung {

/// A file that stands in the way of the request because of what is written in it. The diagnostics say what is wrong
/// where; `what()` and the hint say what was not done for it, and how to go on. The code is bad_input.
class DiagnosedError : public Error {
 public:
  DiagnosedError(const std::string& message, Diagnostics diagnostics, std::string hint = {})
      : Error(ExitCode::bad_input, message, std::move(hint)), diagnostics_(std::move(diagnostics)) {}

  [[nodiscard]] const Diagnostics& diagnostics() const noexcept { return diagnostics_; }

 private:
  Diagnostics diagnostics_;
};

}  // namespace rung
