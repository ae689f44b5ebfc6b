#include <fmt/format.h>

#include <rung/ladder/parse.hpp>
#include <rung/report/check.hpp>
#include <rung/store/catalog.hpp>
#include <rung/store/diagnosed_error.hpp>
#include <rung/store/durable_file.hpp>

#include "commands.hpp"

namespace rung::cli {

struct LadderAddCommand {
  std::string file;
  Existing existing = Existing::refuse;

  void declare(Options& options) {
    options.value("FILE", file, "Ladder file to add")->required()->check(needs_something());
    declare_force(options, existing);
  }

  [[nodiscard]] ExitCode run(const Scene& scene) const {
    const auto content = read_regular_file(scene.ports.files, file, most_ladder_bytes);
    if (!content) throw Error(ExitCode::bad_input, fmt::format("there is no file {}", file));
    const Parsed<Ladder> parsed = parse_ladder(content->bytes, file);
    if (!parsed) {
      throw DiagnosedError(fmt::format("{} was not added", file), parsed.diagnostics,
                           "fix it first; `rung help ladder-format` describes the format");
    }
    const std::string& id = parsed.value->id;
    const AddedLadder added = add_ladder(scene.ports.files, scene.home, id, content->bytes, existing);
    scene.ports.out(paint(Block{{{fmt::format("Added {} as {}.", id, added.path), Style::plain}}}, scene.out));
    for (const std::string& backup : added.backups) say(scene, fmt::format("The old file is kept as {}.", backup));
    if (added.shadows_builtin)
      say(scene, fmt::format("It stands in front of the built-in {} from now on.", id), Style::warning);
    const int warnings = count_diagnostics(check_ladder(content->bytes, file), Severity::warning);
    if (warnings > 0) {
      say(scene, fmt::format("rung ladder check {} has {} for it.", id,
                             warnings == 1 ? std::string("1 warning") : fmt::format("{} warnings", warnings)));
    }
    return ExitCode::success;
  }
};

Command ladder_add_command() {
  return {.name = "ladder add",
          .summary = "Add a ladder to your own, so that its id names it",
          .declare = declare<LadderAddCommand>,
          .examples = {{{"rung ladder add mine.yaml", "Copy the ladder into the data directory"},
                        {"rung ladder add mine.yaml --force", "Replace your ladder of the same id; keep a backup"}}}};
}

}  // namespace rung::cli
