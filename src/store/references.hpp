#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace rung {

/// The first ten of `references` as a sentence lists them: "`a`, `b`, and 3 more".
std::string list_references(const std::vector<std::string>& references);

/// Throws Error(bad_input), with the candidates: `reference` matches all of `references`.
[[noreturn]] void refuse_ambiguous(std::string_view reference, const std::vector<std::string>& references);

}  // namespace rung
