#include <fmt/format.h>

#include <string>
#include <vector>

#include "../completion.hpp"
#include "commands.hpp"

namespace rung::cli {
namespace {

/// What the scripts of `rung completion` ask.
struct CompleteCommand {
  std::vector<std::string> words;

  void declare(Options& options) { options.value("WORD", words, "Words behind rung, up to the cursor"); }

  /// A line for each candidate: the word, a tab, and what it is. `:files` asks the shell for the names of files.
  [[nodiscard]] ExitCode run(const Scene& scene) const {
    const Completion completion = complete(scene, words);
    std::string lines;
    for (const CompletionWord& word : completion.words) lines += fmt::format("{}\t{}\n", word.text, word.says);
    if (completion.takes_files) lines += ":files\n";
    scene.ports.out(lines);
    return ExitCode::success;
  }
};

}  // namespace

Command complete_command() {
  return {.name = "complete",
          .summary = "Print what the last word can become",
          .declare = declare<CompleteCommand>,
          .examples = {{{"rung complete -- rep", "Print the commands that begin with rep"},
                        {"rung complete -- report --fo", "Print the options of `rung report` that begin with --fo"}}},
          .home = HomeUse::optional,
          .section = section::hidden};
}

}  // namespace rung::cli
