#include <rung/text/bar.hpp>

#include <algorithm>

namespace rung {

std::string bar(int part, int whole, int cells) {
  int full = 0;
  if (whole > 0 && part > 0) {
    full = part >= whole ? cells : std::clamp(part * cells / whole, 1, std::max(1, cells - 1));
  }
  std::string text;
  for (int cell = 0; cell < cells; ++cell) text += cell < full ? "█" : "░";
  return text;
}

}  // namespace rung
