#include <fmt/format.h>

#include <rung/ladder/parse.hpp>
#include <rung/report/check.hpp>
#include <rung/store/catalog.hpp>
#include <rung/store/diagnosed_error.hpp>
#include <rung/store/durable_file.hpp>

#include "commands.hpp"

namespace rung::cli {

ExitCode run_command(const LadderAddCommand& command, const Scene& scene) {
  const auto content = read_regular_file(scene.ports.files, command.file, most_ladder_bytes);
  if (!content) throw Error(ExitCode::bad_input, fmt::format("there is no file {}", command.file));
  const Parsed<Ladder> parsed = parse_ladder(content->bytes, command.file);
  if (!parsed) {
    throw DiagnosedError(fmt::format("{} was not added", command.file), parsed.diagnostics,
                         "mend it first; docs/ladder-format.md describes the format");
  }
  const std::string& id = parsed.value->id;
  const AddedLadder added = add_ladder(scene.ports.files, scene.home, id, content->bytes, command.existing);
  scene.ports.out(paint(Block{{{fmt::format("Added {} as {}.", id, added.path), Style::plain}}}, scene.out));
  for (const std::string& backup : added.backups) say(scene, fmt::format("The old file is kept as {}.", backup));
  if (added.shadows_builtin)
    say(scene, fmt::format("It stands in front of the built-in {} from now on.", id), Style::warning);
  const int warnings = count_diagnostics(check_ladder(content->bytes, command.file), Severity::warning);
  if (warnings > 0) {
    say(scene, fmt::format("rung ladder check {} has {} for it.", id,
                           warnings == 1 ? std::string("1 warning") : fmt::format("{} warnings", warnings)));
  }
  return ExitCode::success;
}

ExitCode run_command(const LadderRemoveCommand& command, const Scene& scene) {
  const std::string path = remove_ladder(scene.ports.files, scene.home, command.id);
  scene.ports.out(paint(Block{{{fmt::format("Removed {}.", path), Style::plain}}}, scene.out));
  say(scene, "Assessments on it stay readable: each holds its own frozen copy of the ladder.", Style::muted);
  return ExitCode::success;
}

}  // namespace rung::cli
