#pragma once

#include <string>

#include <rung/report/document.hpp>

namespace rung {

struct LegendSpace {
  double top = 0;
  double half_width = 0;  ///< to both sides of x = 0
};

struct Legend {
  std::string svg;
  double bottom = 0;
};

/// What the lines, the dots and the rings of a radar stand for, in rows.
Legend draw_legend(const Radar& radar, const LegendSpace& space);

}  // namespace rung
