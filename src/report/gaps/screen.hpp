#pragma once

#include <rung/report/document.hpp>
#include <rung/report/report.hpp>

namespace rung {

/// The gap report on one screen: who and when, the verdict, the map, what to do next, the other gaps by title, and
/// three commands. At most 24 rows of 80 cells for up to eight pillars.
Document compose_screen(const GapReport& report);

}  // namespace rung
