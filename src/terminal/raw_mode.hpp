#pragma once

#include <termios.h>

namespace rung {

/// The mode of the terminal. Throws std::system_error if `descriptor` is not a terminal.
termios read_mode(int descriptor);

/// `mode` with single keys in place of lines, without echo. Ctrl-C, Ctrl-\ and Ctrl-Z still send their signals.
termios raw_mode(termios mode);

/// Waits for pending output and keeps type-ahead.
void set_mode(int descriptor, const termios& mode);

/// False if the shell has taken the terminal back: a job in the background must not change its mode. True for a
/// terminal that controls no session.
bool owns_terminal(int descriptor);

}  // namespace rung
