#pragma once

#include <rung/diagnostic.hpp>
#include <rung/text/block.hpp>

namespace rung {

/// The diagnostics as a person reads them: `error: message`, the place, the offending line with a caret under it, and
/// the hint. Long lines are cut around the caret so that nothing is wider than `width` cells.
Block show(const Diagnostics& diagnostics, int width);

}  // namespace rung
