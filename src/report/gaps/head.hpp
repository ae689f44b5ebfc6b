#pragma once

#include <rung/report/document.hpp>
#include <rung/report/report.hpp>

namespace rung {

/// Title and facts of a gap report: which assessment, on what, and how its answers came about.
void compose_head(Document& document, const GapReport& report);

}  // namespace rung
