#include "../completion.hpp"
#include "commands.hpp"

namespace rung::cli {
namespace {

struct CompletionCommand {
  std::string shell;

  void declare(Options& options) {
    options.choice("SHELL", shell, completion_shells(), "Shell to complete in: bash, zsh, or fish")->required();
  }

  [[nodiscard]] ExitCode run(const Scene& scene) const {
    scene.ports.out(completion_script(shell));
    return ExitCode::success;
  }
};

}  // namespace

Command completion_command() {
  return {
      .name = "completion",
      .summary = "Print the completion script of a shell",
      .declare = declare<CompletionCommand>,
      .examples = {{{"source <(rung completion bash)", "Complete in this bash; add the line to ~/.bashrc to keep it"},
                    {"rung completion fish > ~/.config/fish/completions/rung.fish", "Complete in every fish"}}},
      .home = HomeUse::none,
      .section = section::upkeep};
}

}  // namespace rung::cli
