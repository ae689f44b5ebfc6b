#pragma once

#include <rung/analysis/changes.hpp>
#include <rung/report/document.hpp>

namespace rung {

/// How each pillar moved, in figures and as a radar; nothing where nothing moved, or on different scales.
void compose_movements(Document& document, const Changes& changes);

}  // namespace rung
