#include "../load.hpp"
#include "commands.hpp"

namespace rung::cli {

struct LadderShowCommand {
  std::string ladder;  ///< id or path; empty: the default one
  OutputOptions output;

  void declare(Options& options) {
    options.value("LADDER", ladder, "An id or a path; default: ic3-mle");
    declare_output(options, output, formats_and({"yaml"}), {no_pager_option});
  }

  [[nodiscard]] ExitCode run(const Scene& scene) const {
    choose_format(output);
    deliver(scene, LadderPage{load_ladder(scene, ladder)}, output);
    return ExitCode::success;
  }
};

Command ladder_show_command() {
  return {"ladder show", "A ladder to read: keys, texts, scale, target, gates", declare<LadderShowCommand>,
          HomeUse::optional};
}

}  // namespace rung::cli
