#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <string>
#include <vector>

#include <rung/diagnostic/suggest.hpp>
#include <rung/interview/form.hpp>
#include <rung/ladder/builtin.hpp>
#include <rung/ladder/parse.hpp>
#include <rung/prompt/view.hpp>

#include "../arguments.hpp"
#include "commands.hpp"

namespace rung::cli {

struct HelpCommand {
  std::vector<std::string> topic;

  void declare(Options& options) {
    options.value("TOPIC", topic, "A command, or `keys`");
    options.check([this] { check(); });
  }

  [[nodiscard]] bool is_about_keys() const { return !topic.empty() && topic.front() == "keys"; }

  void check() const {
    if (is_about_keys()) {
      if (topic.size() == 1) return;
      throw Error(ExitCode::usage, fmt::format("`rung help keys` takes no further argument `{}`", topic[1]),
                  "`rung help` lists the commands");
    }
    for (auto word = topic.begin(); word != topic.end(); ++word) {
      auto names = names_below(fmt::format("{}", fmt::join(topic.begin(), word, " ")));
      if (std::find(names.begin(), names.end(), *word) != names.end()) continue;
      names.emplace_back("keys");
      const std::string hint = did_you_mean(*word, names);
      throw Error(ExitCode::usage, fmt::format("there is no help on `{}`", *word),
                  hint.empty() ? fmt::format("topics: {}", fmt::join(names, ", ")) : hint);
    }
  }

  [[nodiscard]] ExitCode run(const Scene& scene) const {
    if (!is_about_keys()) {
      std::vector<std::string> arguments = topic;
      arguments.emplace_back("--help");
      return parse_arguments(arguments).run(scene);
    }
    // The built-in one, whatever the user's own ladders hold: the keys are the same.
    const auto ladder = parse_ladder(builtin_ladders().front().yaml, builtin_ladders().front().id);
    scene.ports.out(paint(view_all_keys(make_form(*ladder.value), scene.width), scene.out));
    return ExitCode::success;
  }
};

Command help_command() {
  return {"help", "Help on a command, or on the keys: help keys", declare<HelpCommand>, HomeUse::none};
}

}  // namespace rung::cli
