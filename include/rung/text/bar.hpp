#pragma once

#include <string>

namespace rung {

/// A bar of `cells` cells, `part` of `whole` filled, drawn with full and light blocks. Rounded down to whole cells, but
/// never empty while something is done and never full while something is missing. All light when `whole` is 0.
std::string bar(int part, int whole, int cells);

}  // namespace rung
