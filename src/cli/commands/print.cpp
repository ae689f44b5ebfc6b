#include "commands.hpp"

namespace rung::cli {

ExitCode run_command(const PrintCommand& command, const Scene& scene) {
  scene.ports.out(command.text);
  return ExitCode::success;
}

}  // namespace rung::cli
