#pragma once

#include <rung/report/document.hpp>
#include <rung/text/block.hpp>

namespace rung {

/// Lines of at most `width` cells. Where there is little room, columns come closer, and those that are only for wide
/// forms go.
Block lay_out_table(const Table& table, int width);

/// Whether columns go at that width.
bool gives_up_columns(const Table& table, int width);

}  // namespace rung
