#pragma once

#include <rung/report/document.hpp>
#include <rung/report/report.hpp>

namespace rung {

/// How much of a report is wanted: all of it, or all but the answers one by one.
enum class Extent { whole, overview };

/// All words and the order of a report; how they look is left to the renderers.
Document compose(const Report& report, Extent extent = Extent::whole);

}  // namespace rung
