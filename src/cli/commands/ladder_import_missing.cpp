#include "commands.hpp"

namespace rung::cli {

// In the place of ladder_import.cpp where the libraries that read documents are not wanted.
ExitCode run_command(const LadderImportCommand&, const Scene&) {
  throw Error(ExitCode::usage, "this rung was built without import",
              "build it with cmake -DRUNG_IMPORT=ON, which needs cmark-gfm and gumbo");
}

}  // namespace rung::cli
