#include <rung/terminal/facts.hpp>

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>

#include "descriptor.hpp"

namespace rung {
namespace {

StreamFacts look_at(int descriptor) {
  return {is_terminal(descriptor), read_columns(descriptor), read_rows(descriptor)};
}

}  // namespace

TerminalFacts read_terminal_facts() { return {look_at(STDIN_FILENO), look_at(STDOUT_FILENO), look_at(STDERR_FILENO)}; }

void hold_standard_streams() {
  for (const int descriptor : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
    if (::fcntl(descriptor, F_GETFD) >= 0) continue;
    // The lowest free number is this one; the wrong direction makes reading or writing fail as it did before.
    static_cast<void>(::open("/dev/null", descriptor == STDIN_FILENO ? O_WRONLY : O_RDONLY));
  }
}

int usable_width(std::optional<int> columns) { return std::clamp(columns.value_or(80), 20, 100); }

}  // namespace rung
