#pragma once

#include <string>

#include <rung/report/document.hpp>

namespace rung {

/// A card as an SVG file, to be pasted where people talk: the first title of the document with its date, the verdict,
/// and the map; without a map, the curves. It has a ground of its own, so it looks the same on any. Throws Error(usage)
/// when the document has neither.
std::string write_svg(const Document& document);

}  // namespace rung
