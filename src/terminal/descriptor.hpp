#pragma once

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

}  // namespace rung
