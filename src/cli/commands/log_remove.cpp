#include <fmt/format.h>

#include <string>

#include <rung/assessment/day_words.hpp>
#include <rung/text/shell_word.hpp>
#include <rung/text/width.hpp>

#include "../log_desk.hpp"
#include "commands.hpp"

namespace rung::cli {
namespace {

struct LogRemoveCommand {
  std::string id;

  void declare(Options& options) {
    options.value("ID", id, "Entry, by the first letters of its id")->required()->check(needs_something());
  }

  [[nodiscard]] ExitCode run(const Scene& scene) const {
    const Log log = read_own_log(scene);
    const Entry& entry = pick_entry(scene, log, id);
    Entry removed = next_version(entry, scene.ports.now());
    removed.state = EntryState::removed;
    save(scene, {removed});
    const std::string path = scene.home.log();
    const Block said{{{fmt::format("Removed {}: {}", describe_day(entry.on, date_of(removed.at)), clip(entry.text, 50)),
                       Style::plain}}};
    scene.ports.out(paint(said, scene.out));
    say(scene, fmt::format("Its text is still in {}.", path));
    say(scene,
        Block{{{"Restore it:         ", Style::plain}, {fmt::format("rung log restore {}", entry.id), Style::key}},
              {{"Delete it for good: ", Style::plain},
               {fmt::format("sed -i '/\"id\":\"{}\"/d' {}", entry.id, shell_word(path)), Style::key}}});
    return ExitCode::success;
  }
};

}  // namespace

Command log_remove_command() {
  return {.name = "log remove",
          .summary = "Remove an entry from the log",
          .declare = declare<LogRemoveCommand>,
          .examples = {{{"rung log remove huve", "Remove the entry whose id begins with huve"},
                        {"rung log list", "Show the ids"}}}};
}

}  // namespace rung::cli
