#include "gate_bar.hpp"

#include <algorithm>
#include <cmath>

#include <rung/text/bar.hpp>
#include <rung/text/width.hpp>

namespace rung {

std::string bar_with_gate(const Share& share, std::optional<double> gate) {
  int to_tick = gate ? std::min(gate_bar_cells - 1, static_cast<int>(std::lround(*gate * gate_bar_cells))) : -1;
  const std::string plain = bar(share.part, share.whole, gate_bar_cells, Grain::cells);
  std::string drawn;
  for (const std::string_view cell : split_graphemes(plain)) {
    drawn += to_tick == 0 ? std::string_view("┊") : cell;
    --to_tick;
  }
  return drawn;
}

}  // namespace rung
