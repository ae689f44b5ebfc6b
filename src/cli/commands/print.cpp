#include "commands.hpp"

namespace rung::cli {

ExitCode run_command(const PrintCommand& command, const Scene& scene) {
  const auto& print = command.code == ExitCode::success ? scene.ports.out : scene.ports.err;
  print(command.text);
  return command.code;
}

}  // namespace rung::cli
