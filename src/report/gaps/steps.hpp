#pragma once

#include <rung/report/compose.hpp>
#include <rung/report/document.hpp>
#include <rung/report/report.hpp>

namespace rung {

/// What to do next, in words; nothing without a step. On a screen each has one reason at most, in full all of
/// them.
Steps compose_steps(const GapReport& report, Extent extent);

/// Where no step is left and every gate is passed: the command that compares with the next level. Nothing otherwise.
Paragraph compose_next_level(const GapReport& report);

/// `never moved since 2025`; empty for a behavior that moved.
std::string describe_standstill(const GapReport& report, const Standing& standing);

}  // namespace rung
