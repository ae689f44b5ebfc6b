#pragma once

#include <string>

#include <rung/report/document.hpp>

namespace rung {

/// A card as an SVG file, to paste into a chat: the first title of the document with its date, the verdict, and the map
/// or, without a map, the curves. It has its own background. Throws Error(usage) if the document has neither.
std::string write_svg(const Document& document);

}  // namespace rung
