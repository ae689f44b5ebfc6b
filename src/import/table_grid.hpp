#pragma once

#include <optional>
#include <vector>

#include "outline.hpp"

namespace rung {

/// A cell in the document, with its spans.
struct SpanningCell {
  OutlineCell cell;
  int columns = 1;
  int rows = 1;
};

/// The full grid of `rows`: each position has a cell, a copy of the cell that spans it, or an empty cell. Rows without
/// content are left out; spans are cut at the last row and at the last column with its own cell. Nothing if the grid
/// would exceed `limits`.
std::optional<std::vector<std::vector<OutlineCell>>> fill_grid(const std::vector<std::vector<SpanningCell>>& rows,
                                                               const ImportLimits& limits);

}  // namespace rung
