#pragma once

#include <string_view>

#include <rung/diagnostic.hpp>

#include "sheet.hpp"

namespace rung {

/// Reads CSV (RFC 4180) whose first row names the columns. The separator is the most frequent one of comma, semicolon,
/// and tab in the first line. An empty pillar, responsibility, or level repeats that of the row above within the same
/// pillar. Diagnostics, with their places: wrong quotes, missing or repeated columns, a behavior without a pillar, a
/// target that is not on the default scale.
Parsed<Sheet> read_csv(std::string_view text, std::string_view source);

}  // namespace rung
