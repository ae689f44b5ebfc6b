#include <fmt/format.h>

#include <rung/ladder/ladder.hpp>
#include <rung/ladder/schema.hpp>
#include <rung/ladder/starter.hpp>

#include "../new_file.hpp"
#include "commands.hpp"

namespace rung::cli {

ExitCode run_command(const LadderNewCommand& command, const Scene& scene) {
  if (!is_id(command.id)) {
    throw Error(ExitCode::usage, fmt::format("`{}` is not an id", command.id),
                "an id is 1 to 64 of a-z, 0-9 and -, not beginning with -, such as senior-baker");
  }
  const std::string starter = write_starter(command.id);
  write_result(scene, command.file, starter, command.existing);
  if (command.file.empty() || command.file == "-") return ExitCode::success;
  say(scene, "Next: put your own text in, then rung ladder check " + command.file, Style::muted);
  return ExitCode::success;
}

ExitCode run_command(const LadderSchemaCommand&, const Scene& scene) {
  scene.ports.out(ladder_schema());
  return ExitCode::success;
}

}  // namespace rung::cli
