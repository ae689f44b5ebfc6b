#pragma once

#include <string_view>

#include <rung/diagnostic.hpp>

#include "sheet.hpp"

namespace rung {

/// Reads RFC 4180 whose first row names the columns, separated by comma, semicolon or tab, whichever the first line has
/// most of. A pillar, responsibility or level that is left empty is that of the row above, within the same pillar.
/// Diagnostics, with their places: wrong quotes, missing or repeated columns, a behavior without a pillar, a target
/// that is not on the default scale.
Parsed<Sheet> read_csv(std::string_view text, std::string_view source);

}  // namespace rung
