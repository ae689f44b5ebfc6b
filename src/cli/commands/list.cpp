#include "../stored_listing.hpp"
#include "commands.hpp"

namespace rung::cli {

struct ListCommand {
  Listed what = Listed::stored;
  OutputOptions output;

  void declare(Options& options) {
    options.flag("--removed", what, Listed::removed, "List what `rung restore` can bring back");
    declare_output(options, output, formats_and(), {no_pager_option});
  }

  [[nodiscard]] ExitCode run(const Scene& scene) const {
    choose_format(output);
    return deliver_listing(scene, what, output);
  }
};

Command list_command() {
  return {.name = "list",
          .summary = "List finished assessments and drafts",
          .declare = declare<ListCommand>,
          .examples = {{{"rung list", "Show what is stored, latest first"},
                        {"rung list --removed", "Show what `rung restore` can bring back"}}},
          .section = section::results};
}

}  // namespace rung::cli
