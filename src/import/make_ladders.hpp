#pragma once

#include <string_view>

#include <rung/import/import.hpp>

#include "sheet.hpp"

namespace rung {

/// The ladders of the chosen levels. Diagnostics: those of choose_levels, no behavior at all, or none that fits into a
/// ladder.
Parsed<Import> make_ladders(Sheet sheet, std::string_view source, const ImportOptions& options);

}  // namespace rung
