#include <rung/analysis/ladder_diff.hpp>

#include "../load.hpp"
#include "commands.hpp"

namespace rung::cli {

struct LadderDiffCommand {
  std::string before;  ///< id or path
  std::string after;
  OutputOptions output;

  void declare(Options& options) {
    options.value("A", before, "Earlier or lower ladder (an id or a path)")->required()->check(needs_something());
    options.value("B", after, "Ladder to compare it with")->required()->check(needs_something());
    declare_output(options, output, formats_and(), {open_option, no_pager_option});
  }

  [[nodiscard]] ExitCode run(const Scene& scene) const {
    choose_format(output);
    const Ladder older = load_ladder(scene, before);
    deliver(scene, LadderDiffReport{compare_ladders(older, load_ladder(scene, after))}, output);
    return ExitCode::success;
  }
};

Command ladder_diff_command() {
  return {.name = "ladder diff",
          .summary = "Compare two levels, tracks, or versions",
          .declare = declare<LadderDiffCommand>,
          .examples = {{{"rung ladder diff ic3-mle ic4-mle", "Show what the next level adds"},
                        {"rung ladder diff old.yaml new.yaml", "Show what changed between two versions"}}},
          .home = HomeUse::optional};
}

}  // namespace rung::cli
