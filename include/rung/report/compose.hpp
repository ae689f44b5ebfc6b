#pragma once

#include <rung/report/document.hpp>
#include <rung/report/report.hpp>

namespace rung {

/// How much of a report is wanted: what fits on one screen, or all of it. Reports that are short have one form.
enum class Extent { screen, full };

/// All words and the order of a report; how they look is left to the renderers.
Document compose(const Report& report, Extent extent = Extent::full);

}  // namespace rung
