#include <fmt/format.h>

#include <rung/store/catalog.hpp>

#include "commands.hpp"

namespace rung::cli {

struct LadderRemoveCommand {
  std::string id;

  void declare(Options& options) { options.value("ID", id, "The id of the ladder")->required(); }

  [[nodiscard]] ExitCode run(const Scene& scene) const {
    const std::string path = remove_ladder(scene.ports.files, scene.home, id);
    scene.ports.out(paint(Block{{{fmt::format("Removed {}.", path), Style::plain}}}, scene.out));
    say(scene, "Assessments on it stay readable: each holds its own frozen copy of the ladder.", Style::muted);
    return ExitCode::success;
  }
};

Command ladder_remove_command() {
  return {"ladder remove", "Remove one of your own ladders; assessments stay", declare<LadderRemoveCommand>};
}

}  // namespace rung::cli
