#include <rung/analysis/ladder_diff.hpp>

#include "../load.hpp"
#include "commands.hpp"

namespace rung::cli {

ExitCode run_command(const LadderDiffCommand& command, const Scene& scene) {
  choose_format(command.output);
  const Ladder before = load_ladder(scene, command.before);
  deliver(scene, LadderDiffReport{compare_ladders(before, load_ladder(scene, command.after))}, command.output);
  return ExitCode::success;
}

}  // namespace rung::cli
