#pragma once

#include <rung/report/report.hpp>

#include "scene.hpp"

namespace rung::cli {

/// The format that `output` asks for: its own, else by the file's extension, else text. Throws Error(usage) when it
/// cannot be told, or when the other options do not go with it.
Format choose_format(const OutputOptions& output);

/// Renders `report`, redacted where that is asked for, as `output` asks and writes it there: to a file, to standard
/// output, through a pager where it is longer than the screen, or as a page in a browser. Throws Error(usage) as
/// choose_format does, and Error when it cannot be written.
void deliver(const Scene& scene, Report report, const OutputOptions& output);

/// Writes `bytes` to the file that `output` names, or to standard output. Throws Error when that fails.
void deliver(const Scene& scene, const std::string& bytes, const OutputOptions& output);

}  // namespace rung::cli
