#include <rung/terminal/facts.hpp>

#include <unistd.h>

#include <algorithm>

#include "descriptor.hpp"

namespace rung {
namespace {

StreamFacts look_at(int descriptor) { return {::isatty(descriptor) == 1, read_columns(descriptor)}; }

}  // namespace

TerminalFacts read_terminal_facts() { return {look_at(STDIN_FILENO), look_at(STDOUT_FILENO), look_at(STDERR_FILENO)}; }

int usable_width(std::optional<int> columns) { return std::clamp(columns.value_or(80), 20, 100); }

}  // namespace rung
