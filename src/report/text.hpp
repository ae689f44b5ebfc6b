#pragma once

#include <rung/report/document.hpp>
#include <rung/text/block.hpp>
#include <rung/text/paint.hpp>

namespace rung {

/// Lines of at most `width` cells, for painting with `glyphs`.
Block lay_out(const Document& document, int width, Glyphs glyphs = Glyphs::unicode);

}  // namespace rung
