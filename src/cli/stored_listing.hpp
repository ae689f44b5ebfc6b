#pragma once

#include "output.hpp"
#include "scene.hpp"

#include <rung/error.hpp>
#include <rung/report/listing.hpp>

namespace rung::cli {

/// Prints what is stored, or what was removed. Warns of files that were skipped; the code is bad_input then.
ExitCode deliver_listing(const Scene& scene, Listed what, const OutputOptions& output);

}  // namespace rung::cli
