#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <rung/import/import.hpp>

#include "sheet.hpp"

namespace rung {

/// Whether the words name a career level, such as `IC3`, `Senior Engineer`, or `Level 2`.
bool is_level_name(std::string_view text);

/// The levels that the sheet names, in its order.
std::vector<std::string> list_levels(const Sheet& sheet);

/// The levels that become ladders. Diagnostics: there are several and none was chosen, or the chosen level is not one
/// of them, or matches more than one.
Parsed<std::vector<std::string>> choose_levels(const Sheet& sheet, std::string_view source,
                                               const ImportOptions& options);

}  // namespace rung
