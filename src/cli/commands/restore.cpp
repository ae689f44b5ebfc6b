#include <fmt/format.h>

#include <string>

#include <rung/store/removed.hpp>

#include "../stored_listing.hpp"
#include "../whose.hpp"
#include "commands.hpp"

namespace rung::cli {

struct RestoreCommand {
  std::string reference;

  void declare(Options& options) {
    options.value("REF", reference, "What to bring back (default: list what was removed)")->check(needs_something());
  }

  [[nodiscard]] ExitCode run(const Scene& scene) const {
    if (reference.empty()) return deliver_listing(scene, Listed::removed, {});
    const RemovedAssessment removed = find_removed(scene.ports.files, scene.home, reference);
    const std::string about = about_somebody_else(scene, removed.path);
    restore_assessment(scene.ports.files, scene.home, removed);
    const std::string done = fmt::format("Restored {}{}.", removed.place_reference, about);
    scene.ports.out(paint(Block{{{done, Style::plain}}}, scene.out));
    return ExitCode::success;
  }
};

Command restore_command() {
  return {.name = "restore",
          .summary = "Bring back what was removed",
          .declare = declare<RestoreCommand>,
          .examples = {{{"rung restore", "List what was removed"}, {"rung restore 2026-05-11-ines", "Bring it back"}}},
          .section = section::upkeep};
}

}  // namespace rung::cli
