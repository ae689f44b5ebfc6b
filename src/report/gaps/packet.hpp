#pragma once

#include <rung/report/document.hpp>
#include <rung/report/report.hpp>

namespace rung {

/// The case for somebody who decides: the verdict, the evidence by pillar and responsibility, the gaps as goals.
Document compose_packet(const GapReport& report);

}  // namespace rung
