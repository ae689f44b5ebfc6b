#include <fmt/format.h>

#include <rung/store/catalog.hpp>

#include "commands.hpp"

namespace rung::cli {

struct LadderRemoveCommand {
  std::string id;

  void declare(Options& options) { options.value("ID", id, "Id of the ladder to remove")->required(); }

  [[nodiscard]] ExitCode run(const Scene& scene) const {
    const std::string path = remove_ladder(scene.ports.files, scene.home, id);
    scene.ports.out(paint(Block{{{fmt::format("Removed {}.", path), Style::plain}}}, scene.out));
    say(scene, "Assessments on it stay readable: each holds its own frozen copy of the ladder.", Style::muted);
    return ExitCode::success;
  }
};

Command ladder_remove_command() {
  return {.name = "ladder remove",
          .summary = "Remove one of your own ladders; assessments stay",
          .declare = declare<LadderRemoveCommand>,
          .examples = {{{"rung ladder remove senior-baker", "Remove its file"},
                        {"rung ladder list", "Show which ladders are yours"}}}};
}

}  // namespace rung::cli
