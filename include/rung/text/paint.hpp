#pragma once

#include <string>

#include <rung/text/block.hpp>

namespace rung {

enum class Colour { off, on };
enum class Glyphs { ascii, unicode };

/// How text is written to a destination.
struct Paint {
  Colour colour = Colour::off;
  Glyphs glyphs = Glyphs::unicode;

  friend bool operator==(const Paint&, const Paint&) = default;
};

/// The bytes of `block`, with a line feed after each line. The only function that turns text into terminal bytes: it
/// makes anything that could control a terminal visible (make_visible). With ASCII glyphs, the program's own symbols
/// (bars, dots, arrows, dashes) become ASCII ones of the same width; other text is unchanged.
std::string paint(const Block& block, const Paint& how);

/// As above, for one line without a line feed at its end.
std::string paint(const Line& line, const Paint& how);

}  // namespace rung
