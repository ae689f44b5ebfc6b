#include <rung/interview/form.hpp>
#include <rung/prompt/view.hpp>

#include "../load.hpp"
#include "commands.hpp"

namespace rung::cli {

ExitCode run_command(const HelpKeysCommand&, const Scene& scene) {
  const Form form = make_form(load_ladder(scene, {}));
  scene.ports.out(paint(view_all_keys(form, scene.width), scene.out));
  return ExitCode::success;
}

}  // namespace rung::cli
