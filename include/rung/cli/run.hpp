#pragma once

#include <rung/cli/environment.hpp>
#include <rung/error.hpp>

namespace rung::cli {

/// The whole program: reads the arguments, carries out the command, and turns every Error into a message on `err` and
/// its exit code. Throws nothing.
ExitCode run(const Environment& environment, const Ports& ports) noexcept;

}  // namespace rung::cli
