#pragma once

#include <rung/report/document.hpp>
#include <rung/text/block.hpp>
#include <rung/text/paint.hpp>

namespace rung {

/// Charts as lines of at most `width` cells, which is at least 18. No lines for a chart with nothing in it.
Block lay_out_curves(const Curves& curves, int width, Glyphs glyphs);
Block lay_out_dumbbells(const Dumbbells& dumbbells, int width);
/// The latest times that fit; dates stand above their columns or, where there is little room, in a line of their own.
Block lay_out_matrix(const Matrix& matrix, int width);

}  // namespace rung
