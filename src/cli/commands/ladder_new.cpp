#include <fmt/format.h>

#include <rung/ladder/ladder.hpp>
#include <rung/ladder/starter.hpp>

#include "commands.hpp"

namespace rung::cli {

struct LadderNewCommand {
  std::string id;
  std::string file;
  Existing existing = Existing::refuse;

  void declare(Options& options) {
    options.value("ID", id, "Id of the new ladder")->required();
    declare_file(options, file);
    declare_force(options, existing);
  }

  [[nodiscard]] ExitCode run(const Scene& scene) const {
    if (!is_id(id)) {
      throw Error(ExitCode::usage, fmt::format("`{}` is not an id", id),
                  "an id is 1 to 64 of a-z, 0-9 and -, not beginning with -, such as senior-baker");
    }
    write_result(scene, file, write_starter(id), existing);
    if (!is_standard_output(file))
      say(scene, fmt::format("Next: put your own text in, then rung ladder check {}", file), Style::muted);
    return ExitCode::success;
  }
};

Command ladder_new_command() {
  return {.name = "ladder new",
          .summary = "Write a commented ladder to start from",
          .declare = declare<LadderNewCommand>,
          .examples = {{{"rung ladder new senior-baker -o senior-baker.yaml", "Write a file to fill in"},
                        {"rung help ladder-format", "Read what can stand in it"}}},
          .home = HomeUse::optional};
}

}  // namespace rung::cli
