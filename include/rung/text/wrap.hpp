#pragma once

#include <rung/text/block.hpp>

namespace rung {

/// Where the lines of a wrapped paragraph begin.
struct Indent {
  Line first;  ///< printed before the first line
  Line rest;   ///< printed before every other line
};

/// Breaks `text` at spaces so that no line is wider than `width` cells, indents included. A word that is wider than a
/// line is broken behind one of `/.-_` where that wastes little, else between graphemes. Line feeds in the text are
/// kept as breaks; runs of other white space become one space. Empty text yields one line with the first indent.
/// `width` below 8 is taken as 8. A single grapheme that is wider than what the indent leaves (up to ten cells, for
/// what is unsafe to show) stands alone on its line.
Block wrap(const Line& text, int width, const Indent& indent = {});

}  // namespace rung
