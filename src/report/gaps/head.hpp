#pragma once

#include <rung/report/document.hpp>
#include <rung/report/report.hpp>

namespace rung {

/// Who and on what ladder, by whom and when.
Heading compose_title(const GapReport& report);

/// The title, which assessment it is and how its answers came about in one line, and what a report is not.
void compose_head(Document& document, const GapReport& report);

}  // namespace rung
