#pragma once

#include <string>

#include <rung/text/block.hpp>

namespace rung {

enum class Colour { off, on };
enum class Glyphs { ascii, unicode };

/// How text is written to one particular place.
struct Paint {
  Colour colour = Colour::off;
  Glyphs glyphs = Glyphs::unicode;

  friend bool operator==(const Paint&, const Paint&) = default;
};

/// The bytes of `block`, one line feed after each line. The only function that turns text into terminal bytes: whatever
/// could drive a terminal comes out visible (make_visible). With ASCII glyphs, the program's own symbols (bars, dots,
/// arrows, dashes) are replaced by ASCII ones of the same width; other text passes through.
std::string paint(const Block& block, const Paint& how);

/// As above, for one line without a line feed at its end.
std::string paint(const Line& line, const Paint& how);

}  // namespace rung
