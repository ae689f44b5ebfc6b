#pragma once

#include <string>

#include <rung/report/document.hpp>
#include <rung/text/block.hpp>

// Charts in characters.
namespace rung {

/// Both shares on a line from 0 to 100 %, ○ and ●, with the tick of the gate between two cells: a share that reaches it
/// stands behind it. `cells` wide, at least 4, the tick included. Blank where neither share has a basis.
Line draw_track(const Dumbbell& dumbbell, int cells);

/// What the signs of a track mean, and what the gate asks where it is the same in each row.
std::string explain_track(const Dumbbells& dumbbells);

/// `36/51`, or `–` without a basis.
std::string describe_briefly(const Share& share);

/// What bold marks, dots, and letters in the table of a matrix mean; empty where there are none.
std::string explain_square_signs(const Matrix& matrix);

/// Charts as tables, for Markdown.
Table to_table(const Dumbbells& dumbbells);
Table to_table(const Matrix& matrix);

}  // namespace rung
