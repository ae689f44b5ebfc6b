#pragma once

#include <rung/text/block.hpp>

namespace rung {

/// The indents of a wrapped paragraph.
struct Indent {
  Line first;  ///< printed before the first line
  Line rest;   ///< printed before every other line
};

/// Breaks `text` at spaces so that no line is wider than `width` cells, including indents. A word that is wider than a
/// line is broken after one of `/.-_` if that wastes little space, otherwise between graphemes. Line feeds in the text
/// stay line breaks; other runs of white space become one space. Empty text gives one line with the first indent. A
/// `width` below 8 counts as 8. A grapheme wider than the remaining space (unsafe characters take up to ten cells) gets
/// a line of its own.
Block wrap(const Line& text, int width, const Indent& indent = {});

}  // namespace rung
