#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include <rung/prompt/console.hpp>

namespace rung {

class SignalWatch;

/// Runs a program in the foreground until it ends. Ctrl-C, Ctrl-\, and Ctrl-Z are the program's own, but if it dies of
/// the first two, it counts as Interrupted, as in a shell. SIGTERM and SIGHUP end it too, after two seconds by force,
/// even while it is stopped. Throws std::system_error if it cannot be started.
ProgramEnd run_program(const std::vector<std::string>& words, SignalWatch& signals);

/// Shows `text` in `pager`, a shell command, and returns when the pager has ended, however it did. less gets LESS=FRX
/// unless LESS is set: it quits if the text fits, keeps colors, and leaves the text on the screen. False if the pager
/// could not be started or ended by itself without reading any of `text`, as one with a wrong option does.
bool run_pager(const std::string& pager, std::string_view text);

/// Runs a program in the foreground until it ends. False if it could not be started or failed.
bool launch_program(const std::vector<std::string>& words);

/// How a program ended whose output was taken.
struct ProgramOutput {
  ProgramEnd end;
  std::string err;  ///< its standard error, at most 16 KiB of it
};

/// Runs a program in the background of this one, without a shell: `words` are the program, searched for in PATH, and
/// its arguments. It has nothing to read; `take` gets its standard output in pieces, of any size. A setting is a
/// variable of its environment, `NAME=value`, or `NAME` to remove it. Signals are not caught: Ctrl-C ends both
/// programs. Throws std::system_error if it cannot be started.
ProgramOutput capture_program(const std::vector<std::string>& words, const std::vector<std::string>& settings,
                              const std::function<void(std::string_view)>& take);

}  // namespace rung
