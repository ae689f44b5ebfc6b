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
  return {.name = "ladder schema",
          .summary = "Print the JSON Schema of ladders, for editors",
          .declare = declare<LadderSchemaCommand>,
          .examples = {{{"rung ladder schema > ladder.schema.json", "Write the schema to a file"},
                        {"rung ladder schema | jq .title", "Look into it"}}},
          .home = HomeUse::none};
}

}  // namespace rung::cli
