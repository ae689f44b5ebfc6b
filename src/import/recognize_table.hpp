#pragma once

#include "outline.hpp"
#include "sheet.hpp"

namespace rung {

/// Adds the content of a table under the titles of `path`.
void recognize_table(Sheet& sheet, const OutlineBlock& table, const TitlePath& path);

}  // namespace rung
