#pragma once

#include <memory>

#include <rung/prompt/console.hpp>
#include <rung/text/paint.hpp>

namespace rung {

/// The descriptors a console works on. Questions go to standard error: standard output is for results.
struct ConsoleStreams {
  int input = 0;
  int output = 2;
};

/// Opens the console for a dialect. At most one at a time in a process. For its lifetime, SIGINT, SIGTERM, SIGHUP, and
/// SIGQUIT arrive as Interrupted, unless they were ignored before. Failing writes are not reported: when the terminal
/// is gone, a signal or the end of input follows.
///
/// Dialect::keys: the terminal gives single keys without echo, with bracketed paste. SIGTSTP restores its mode, stops
/// the program, and arrives as Resumed later. Type-ahead is always kept. Throws std::system_error if the input is not a
/// terminal (ask TerminalFacts first).
///
/// Dialect::lines: the terminal edits whole lines itself. No mode is changed, and only text and line feeds are written,
/// without color. Stopping is left to the terminal and arrives as Resumed later.
std::unique_ptr<Console> open_console(Paint paint, Dialect dialect, ConsoleStreams streams = {});

}  // namespace rung
