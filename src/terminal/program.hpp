#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <rung/prompt/console.hpp>

#include "signal_watch.hpp"

namespace rung {

/// The exit codes of a program that could not be started, as in a shell.
inline constexpr int not_found = 127;
inline constexpr int not_executable = 126;

/// Runs a program in the foreground until it ends. What the keyboard sends by Ctrl-C, Ctrl-\ and Ctrl-Z is the
/// program's affair, unless it dies of the first two: then it is Interrupted, as in a shell. SIGTERM and SIGHUP end it
/// too, by force after two seconds. Its standard input is `input` where there is one, else that of this program. Throws
/// std::system_error when it cannot be started.
ProgramEnd run_program(const std::vector<std::string>& words, SignalWatch& signals,
                       std::optional<std::string_view> input = std::nullopt);

}  // namespace rung
