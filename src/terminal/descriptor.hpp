#pragma once

#include <termios.h>

#include <optional>
#include <string_view>

namespace rung {

/// Writes all of `bytes`, waiting where the descriptor is full. A failure is not reported: on a terminal it means that
/// nobody is there to read.
void write_all(int descriptor, std::string_view bytes);

/// The columns of the terminal on `descriptor`; nothing when it is none or does not tell.
std::optional<int> read_columns(int descriptor);
/// Its rows, likewise.
std::optional<int> read_rows(int descriptor);

bool is_terminal(int descriptor);

/// A job in the background must not touch the mode of a terminal that belongs to the shell again. True for a terminal
/// that controls nothing.
bool owns_terminal(int descriptor);

/// Throws std::system_error when `descriptor` is no terminal.
termios read_mode(int descriptor);

/// Waits for what was written, keeps what was typed.
void set_mode(int descriptor, const termios& mode);

}  // namespace rung
