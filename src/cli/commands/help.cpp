#include <rung/interview/form.hpp>
#include <rung/ladder/builtin.hpp>
#include <rung/ladder/parse.hpp>
#include <rung/prompt/view.hpp>

#include "commands.hpp"

namespace rung::cli {

ExitCode run_command(const HelpKeysCommand&, const Scene& scene) {
  // The built-in one, whatever the user's own ladders hold: the keys are the same.
  const auto ladder = parse_ladder(builtin_ladders().front().yaml, builtin_ladders().front().id);
  scene.ports.out(paint(view_all_keys(make_form(*ladder.value), scene.width), scene.out));
  return ExitCode::success;
}

}  // namespace rung::cli
