#pragma once

#include "command.hpp"

namespace rung::cli {

/// `rung` without a command: in a terminal, where the person stands and what to do next; else the help.
Command home_screen_command();

}  // namespace rung::cli
