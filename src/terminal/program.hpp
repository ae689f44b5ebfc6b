#pragma once

#include <string>
#include <vector>

#include <rung/prompt/console.hpp>

#include "signal_watch.hpp"

namespace rung {

/// Runs a program in the foreground until it ends. What the keyboard sends by Ctrl-C, Ctrl-\ and Ctrl-Z is the
/// program's affair, unless it dies of the first two: then it is Interrupted, as in a shell. SIGTERM and SIGHUP end it
/// too, by force after two seconds. A program that cannot be started has ended with 127, or 126 when it was found, as in a shell.
ProgramEnd run_program(const std::vector<std::string>& words, SignalWatch& signals);

}  // namespace rung
