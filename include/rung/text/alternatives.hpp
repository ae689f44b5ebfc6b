#pragma once

#include <span>
#include <string>

namespace rung {

/// The words as a sentence lists them: `a`, `a or b`, `a, b, or c`.
std::string list_alternatives(std::span<const std::string> words);

}  // namespace rung
