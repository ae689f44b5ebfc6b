#include <rung/ladder/schema.hpp>

#include "commands.hpp"

namespace rung::cli {

struct LadderSchemaCommand {
  void declare(Options&) {}

  [[nodiscard]] ExitCode run(const Scene& scene) const {
    scene.ports.out(ladder_schema());
    return ExitCode::success;
  }
};

Command ladder_schema_command() {
  return {"ladder schema", "The JSON Schema of ladders, for editors", declare<LadderSchemaCommand>, HomeUse::none};
}

}  // namespace rung::cli
