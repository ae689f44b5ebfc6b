#pragma once

#include <optional>
#include <vector>

#include "outline.hpp"

namespace rung {

/// A cell as the document has it, with what it spans.
struct SpanningCell {
  OutlineCell cell;
  int columns = 1;
  int rows = 1;
};

/// The full grid that `rows` span: every place is filled, by a cell, by one that spans it, or by an empty cell. Rows
/// without any content are left out; spans are cut at the last row and at the last column that has a cell of its own.
/// Nothing when the grid would be larger than `limits` allow.
std::optional<std::vector<std::vector<OutlineCell>>> fill_grid(const std::vector<std::vector<SpanningCell>>& rows,
                                                               const ImportLimits& limits);

}  // namespace rung
