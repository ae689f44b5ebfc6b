#pragma once

#include <rung/report/document.hpp>
#include <rung/report/report.hpp>

namespace rung {

/// All words and the order of a report; how they look is left to the renderers.
Document compose(const Report& report);

}  // namespace rung
