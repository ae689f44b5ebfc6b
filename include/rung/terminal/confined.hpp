#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>

namespace rung {

/// What a confined function may use.
struct Confines {
  unsigned seconds = 0;       ///< of processor time
  std::size_t mebibytes = 0;  ///< of memory; not enforced in builds with AddressSanitizer, which reserves far more
};

/// Calls `function` in a child process and returns its result. Nothing when the child did not get that far: it exceeded
/// `confines`, threw, or crashed. Changes that `function` makes to memory stay in the child. The child never writes to
/// standard error. Throws std::system_error when it cannot be started.
std::optional<std::string> run_confined(const Confines& confines, const std::function<std::string()>& function);

}  // namespace rung
