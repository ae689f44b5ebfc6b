#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace rung {

/// Shows `text` in the program that `pager`, a line for the shell, starts, and returns when that has ended, however it
/// did. less gets LESS=FRX unless LESS is set: it stays away from what fits, keeps colours, and leaves the text on the
/// screen. False when the pager could not be started.
bool run_pager(const std::string& pager, std::string_view text);

/// Runs a program in the foreground until it ends. False when it could not be started, or says that it failed.
bool launch_program(const std::vector<std::string>& words);

}  // namespace rung
