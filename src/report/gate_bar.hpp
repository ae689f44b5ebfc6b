#pragma once

#include <optional>
#include <string>

#include <rung/analysis/share.hpp>

namespace rung {

inline constexpr int gate_bar_cells = 10;

/// A share as a bar of gate_bar_cells cells, with `┊` in place of the cell where the gate is. `gate` is 0 to 1.
std::string bar_with_gate(const Share& share, std::optional<double> gate);

}  // namespace rung
