#pragma once

#include <rung/report/document.hpp>
#include <rung/report/report.hpp>

namespace rung {

/// The pillars with a square for each behavior, the share at target, and what the gate of each pillar needs.
Map compose_map(const GapReport& report);

/// How a behavior stands to its target, and whether there is evidence.
Standpoint standpoint_of(const Standing& standing);

}  // namespace rung
