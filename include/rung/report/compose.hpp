#pragma once

#include <rung/report/document.hpp>
#include <rung/report/report.hpp>

namespace rung {

/// How much of a report is wanted: what fits on one screen, all of it, or the case for somebody who decides. Only the
/// gap report has three forms.
enum class Extent { screen, full, packet };

/// All words and the order of a report; how they look is left to the renderers.
Document compose(const Report& report, Extent extent = Extent::full);

}  // namespace rung
