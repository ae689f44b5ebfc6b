#pragma once

#include <string>

#include <rung/text/paint.hpp>

namespace rung {

/// The smallest step of a bar. Eighths look even only in a terminal's font.
enum class Grain { cells, eighths };

/// A bar of `cells` cells, `part` of `whole` filled, drawn with blocks on light ones. Rounded down, but never empty
/// while something is done and never full while something is missing. All light when `whole` is 0.
std::string bar(int part, int whole, int cells, Grain grain = Grain::eighths);

/// One cell for a line of them over time: a block of eight heights, or a digit for the tenths and `#` for all. The
/// lowest stands for nothing alone and the highest for all alone, as in a bar. `·` without a whole.
std::string spark(int part, int whole, Glyphs glyphs);

}  // namespace rung
