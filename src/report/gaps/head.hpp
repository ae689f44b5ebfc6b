#pragma once

#include <rung/report/document.hpp>
#include <rung/report/report.hpp>

namespace rung {

/// Who and on what ladder, with `aside` at its side; for a screen, by whom and when: `self · 2026-11-16`.
Heading compose_title(const GapReport& report, Inline aside = {});

/// By whom and when: `self · 2026-11-16`.
std::string describe_time(const Assessment& assessment);

/// The title, which assessment it is and how its answers came about in one line, and what a report is not.
void compose_head(Document& document, const GapReport& report);

}  // namespace rung
