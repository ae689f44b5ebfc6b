#pragma once

#include "outline.hpp"
#include "sheet.hpp"

namespace rung {

/// Finds titles, levels and behaviors. Everything that is neither is in `left`. Where headings name levels, the level
/// is out of the paths, and the title of the document is out of all of them.
Sheet recognize(const Outline& outline);

}  // namespace rung
