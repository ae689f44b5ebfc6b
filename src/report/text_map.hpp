#pragma once

#include <rung/report/document.hpp>
#include <rung/text/block.hpp>

namespace rung {

/// Lines of at most `width` cells: a row for each pillar, its digits by responsibility, a bar with a tick where its
/// gate is, and what it needs. Where there is little room the bar goes, then the digits stand below the figures.
Block lay_out_map(const Map& map, int width);

/// How a terminal shows a rating on that side of its target.
Style style_of(TargetSide side);

/// Numbered lines of at most `width` cells; a reason that does not fit stands below its step.
Block lay_out_steps(const Steps& steps, int width);

}  // namespace rung
