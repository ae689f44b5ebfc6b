#pragma once

#include "outline.hpp"
#include "sheet.hpp"

namespace rung {

/// Finds titles, levels, and behaviors. Everything else is in `left`. Paths contain neither the title of the document
/// nor levels that headings name.
Sheet recognize(const Outline& outline);

}  // namespace rung
