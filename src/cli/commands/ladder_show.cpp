#include "../load.hpp"
#include "commands.hpp"

namespace rung::cli {

struct LadderShowCommand {
  std::string ladder;  ///< id or path; empty: the default one
  OutputOptions output;

  void declare(Options& options) {
    options.value("LADDER", ladder, "Ladder to print (default: ic3-mle)");
    declare_output(options, output, formats_and({"yaml"}), {no_pager_option});
  }

  [[nodiscard]] ExitCode run(const Scene& scene) const {
    choose_format(output);
    deliver(scene, LadderPage{load_ladder(scene, ladder)}, output);
    return ExitCode::success;
  }
};

Command ladder_show_command() {
  return {.name = "ladder show",
          .summary = "Print a ladder to read",
          .declare = declare<LadderShowCommand>,
          .examples = {{{"rung ladder show ic4-mle", "Read what the next level expects"},
                        {"rung ladder show -o ic3.yaml", "Write a copy to change"}}},
          .home = HomeUse::optional};
}

}  // namespace rung::cli
