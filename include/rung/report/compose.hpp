#pragma once

#include <rung/report/document.hpp>
#include <rung/report/report.hpp>

namespace rung {

/// The extent of a report: one screen, everything, or the case for a decision. Only the gap report has three forms.
enum class Extent { screen, full, packet };

/// Decides all words and the order of a report; renderers decide its appearance.
Document compose(const Report& report, Extent extent = Extent::full);

}  // namespace rung
