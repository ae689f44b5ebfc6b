#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace rung {

/// The candidate that `word` was probably meant to be: the closest by Damerau-Levenshtein distance (optimal string
/// alignment), within a third of the longer length; the first of equals. Nothing when none is close.
std::optional<std::string> suggest(std::string_view word, std::span<const std::string> candidates);

/// "did you mean `x`?", or empty.
std::string did_you_mean(std::string_view word, std::span<const std::string> candidates);

}  // namespace rung
