#include <fmt/format.h>

#include <rung/ladder/ladder.hpp>
#include <rung/ladder/schema.hpp>
#include <rung/ladder/starter.hpp>

#include "commands.hpp"

namespace rung::cli {

ExitCode run_command(const LadderNewCommand& command, const Scene& scene) {
  if (!is_id(command.id)) {
    throw Error(ExitCode::usage, fmt::format("`{}` is not an id", command.id),
                "an id is 1 to 64 of a-z, 0-9 and -, not beginning with -, such as senior-baker");
  }
  const std::string starter = write_starter(command.id);
  if (command.file.empty() || command.file == "-") {
    scene.ports.out(starter);
    return ExitCode::success;
  }
  refuse_answers_as_output(scene, command.file);
  export_file(scene.ports.files, command.file, starter, static_cast<mode_t>(scene.environment.file_mask),
              command.existing);
  say(scene, fmt::format("Wrote {}.", command.file), Style::muted);
  say(scene, "Next: put your own text in, then rung ladder check " + command.file, Style::muted);
  return ExitCode::success;
}

ExitCode run_command(const LadderSchemaCommand&, const Scene& scene) {
  scene.ports.out(ladder_schema());
  return ExitCode::success;
}

}  // namespace rung::cli
