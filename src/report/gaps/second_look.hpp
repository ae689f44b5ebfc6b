#pragma once

#include <rung/report/document.hpp>
#include <rung/report/report.hpp>

namespace rung {

/// The rating patterns of a gap report, with their figures and the behaviors they mean; nothing without any.
void compose_second_look(Document& document, const GapReport& report);

}  // namespace rung
