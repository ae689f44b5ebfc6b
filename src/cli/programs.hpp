#pragma once

#include <string>

#include "scene.hpp"

namespace rung::cli {

/// Shows `text` in the user's pager when standard output is a terminal with fewer rows than it has lines. The pager is
/// $RUNG_PAGER, else $PAGER, else less; an empty one or `cat` is none, as is any where TERM is dumb. False when `text`
/// has yet to be printed.
bool page(const Scene& scene, const std::string& text);

/// Opens the file in $BROWSER, a list as xdg-open reads it, else in the desktop's own where there is a display. False
/// when there is none.
bool open_page(const Scene& scene, const std::string& path);

}  // namespace rung::cli
