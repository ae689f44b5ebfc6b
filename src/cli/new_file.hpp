#pragma once

#include <string>

#include "scene.hpp"

#include <rung/store/export_file.hpp>

namespace rung::cli {

/// Throws Error(bad_input) when something stands under the name `file`, unless it may be replaced: asked of all files
/// before the first one is written. Standard output (empty or `-`) is never refused.
void refuse_existing(const std::string& file, Existing existing);

/// Writes to `file`, and says so; to standard output when it is empty or `-`.
void write_result(const Scene& scene, const std::string& file, const std::string& bytes, Existing existing);

}  // namespace rung::cli
