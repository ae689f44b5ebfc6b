#pragma once

#include <cstddef>
#include <string>

#include <rung/report/document.hpp>
#include <rung/text/paint.hpp>

namespace rung {

/// How the first and the last share of a curve are written: `9 of 13 (69 %)`, or `9/13`.
enum class ShareForm { full, brief };

/// Curves for forms that cannot draw: a line of block characters for each, under the latest times.
struct CurveTable {
  Table table;          ///< no rows when there are no times
  std::string caption;  ///< from when to when, and whether there are more
};

/// The latest `most` times of `curves`.
CurveTable draw_curves(const Curves& curves, std::size_t most, ShareForm form, Glyphs glyphs);

}  // namespace rung
