#pragma once

#include <rung/cli/environment.hpp>
#include <rung/store/home.hpp>
#include <rung/text/paint.hpp>

namespace rung::cli {

enum class ColourChoice { automatic, always, never };

/// Whether a command works on stored files: always, only if there is a home, or never.
enum class HomeUse { required, optional, none };

/// What every command works with: the world, and how to write to it.
struct Scene {
  const Environment& environment;
  const Ports& ports;
  Home home;  ///< empty if HomeUse is none, or optional and the environment names no home
  Paint out;  ///< for standard output
  Paint err;  ///< for standard error
  int width;  ///< cells to lay text out in
};

/// Throws Error when a home is required and the environment names none.
Scene set_scene(const Environment& environment, const Ports& ports, ColourChoice colour, HomeUse home);

/// The home, for a command that can do without one otherwise. Throws Error if the environment names none.
Home require_home(const Scene& scene);

}  // namespace rung::cli
