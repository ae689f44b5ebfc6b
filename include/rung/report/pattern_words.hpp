#pragma once

#include <string>

#include <rung/analysis/patterns.hpp>

namespace rung {

/// A rating pattern of `gaps` in a sentence with its figures. Figures and their nouns are joined by no-break spaces.
std::string describe_pattern(const Pattern& pattern, const Gaps& gaps);

}  // namespace rung
