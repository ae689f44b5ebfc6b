#pragma once

#include <rung/cli/environment.hpp>
#include <rung/store/home.hpp>
#include <rung/text/paint.hpp>

namespace rung::cli {

enum class ColourChoice { automatic, always, never };

/// Whether a command works on stored files. Those that do not run even where no home can be found.
enum class HomeUse { required, none };

/// What every command works with: the world, and how to write to it.
struct Scene {
  const Environment& environment;
  const Ports& ports;
  Home home;  ///< empty where HomeUse is none
  Paint out;  ///< for standard output
  Paint err;  ///< for standard error
  int width;  ///< cells to lay text out in
};

/// Throws Error when a home is required and the environment names none.
Scene set_scene(const Environment& environment, const Ports& ports, ColourChoice colour, HomeUse home);

}  // namespace rung::cli
