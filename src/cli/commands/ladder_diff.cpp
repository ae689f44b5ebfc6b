#include <rung/analysis/ladder_diff.hpp>

#include "../load.hpp"
#include "commands.hpp"

namespace rung::cli {

struct LadderDiffCommand {
  std::string before;  ///< id or path
  std::string after;
  OutputOptions output;

  void declare(Options& options) {
    options.value("A", before, "The earlier or lower ladder: an id or a path")->required()->check(needs_something());
    options.value("B", after, "The ladder it is compared with")->required()->check(needs_something());
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
  return {"ladder diff", "What separates two levels, tracks or versions", declare<LadderDiffCommand>,
          HomeUse::optional};
}

}  // namespace rung::cli
