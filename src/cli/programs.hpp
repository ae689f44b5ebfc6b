#pragma once

#include <string>

#include "scene.hpp"

#include <rung/prompt/console.hpp>

namespace rung::cli {

/// Shows `text` in the user's pager when standard output is a terminal with fewer rows than it has lines. The pager is
/// $RUNG_PAGER, else $PAGER, else less; an empty one or `cat` is none, as is any where TERM is dumb. False when `text`
/// has yet to be printed.
bool page(const Scene& scene, const std::string& text);

/// The person's editor, as a shell reads it: $RUNG_EDITOR, else $VISUAL, else $EDITOR. Empty if none is set.
std::string choose_editor(const Environment& environment);

/// Lends the terminal to `editor` for the file at `path`. Throws Error if no shell can be started.
ProgramEnd run_editor(Console& console, const std::string& editor, const std::string& path);

/// How it ended, such as "`vi` ended with 1".
std::string describe_end(const ProgramEnd& end, const std::string& editor);

/// Opens the file in $BROWSER, a list as xdg-open reads it, else in the desktop's own where there is a display. False
/// when there is none.
bool open_page(const Scene& scene, const std::string& path);

}  // namespace rung::cli
