#pragma once

#include <string>

#include "scene.hpp"

namespace rung::cli {

/// Throws Error(bad_input) when something stands under the name `file`, unless it may be overwritten. Standard output
/// (empty or `-`) is never refused.
void refuse_existing(const Scene& scene, const std::string& file, Overwrite overwrite);

/// Writes to `file`, and says so; to standard output when it is empty or `-`.
void write_result(const Scene& scene, const std::string& file, const std::string& bytes);

}  // namespace rung::cli
