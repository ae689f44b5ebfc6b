#pragma once

#include <string>

#include <rung/text/paint.hpp>

namespace rung {

/// The smallest step of a bar. Eighths line up only in terminal fonts.
enum class Grain { cells, eighths };

/// A bar of `cells` cells, with `part` of `whole` filled. Rounded down, but never empty if `part` is above 0, and never
/// full if `part` is below `whole`. Empty if `whole` is 0.
std::string bar(int part, int whole, int cells, Grain grain = Grain::eighths);

/// One cell of a sparkline: a block in one of eight heights, or a digit for the tenths and `#` for all. As in a bar,
/// only 0 gives the lowest and only `whole` the highest. `·` if `whole` is 0.
std::string spark(int part, int whole, Glyphs glyphs);

}  // namespace rung
