#include <fmt/format.h>

#include <string>

#include <rung/assessment/day_words.hpp>
#include <rung/text/width.hpp>

#include "../log_desk.hpp"
#include "commands.hpp"

namespace rung::cli {
namespace {

struct LogRestoreCommand {
  std::string id;

  void declare(Options& options) {
    options.value("ID", id, "Removed entry, by the first letters of its id")->required()->check(needs_something());
  }

  [[nodiscard]] ExitCode run(const Scene& scene) const {
    const Log log = read_own_log(scene);
    Entry restored = next_version(pick_entry(scene, log, id, EntryState::removed), scene.ports.now());
    restored.state = EntryState::kept;
    save(scene, {restored});
    const Block said{
        {{fmt::format("Restored {}: {}", describe_day(restored.on, date_of(restored.at)), clip(restored.text, 50)),
          Style::plain}}};
    scene.ports.out(paint(said, scene.out));
    return ExitCode::success;
  }
};

}  // namespace

Command log_restore_command() {
  return {.name = "log restore",
          .summary = "Bring back an entry that was removed",
          .declare = declare<LogRestoreCommand>,
          .examples = {{{"rung log restore huve", "Bring back the entry whose id begins with huve"},
                        {"rung log list", "Show the entries that are there"}}}};
}

}  // namespace rung::cli
