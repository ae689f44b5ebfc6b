#pragma once

#include <rung/report/document.hpp>
#include <rung/report/report.hpp>

namespace rung {

/// Every answer as a table for each pillar, folded; left out of a terminal, where the map says it.
Fold compose_answers(const GapReport& report);

}  // namespace rung
