#pragma once

#include <string_view>

#include <rung/import/import.hpp>

#include "sheet.hpp"

namespace rung {

/// Ladders of the levels that were asked for. Diagnostics: there is no behavior, choose_levels has one, or none of the
/// behaviors fits into a ladder.
Parsed<Import> make_ladders(Sheet sheet, std::string_view source, const ImportOptions& options);

}  // namespace rung
