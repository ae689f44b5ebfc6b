#pragma once

#include <array>
#include <functional>
#include <memory>
#include <optional>

#include "messages.hpp"
#include "options.hpp"
#include "output.hpp"
#include "scene.hpp"

#include <rung/error.hpp>
#include <rung/prompt/view.hpp>

namespace rung::cli {

/// What the arguments ask for, checked as far as they alone allow.
struct Invocation {
  /// Carries it out. Throws Error when that fails.
  std::function<ExitCode(const Scene&)> run;
  HomeUse home = HomeUse::required;
  std::optional<Dialect> prompt;  ///< how questions are asked, unless the environment wants lines; absent: none are
  ColourChoice colour = ColourChoice::automatic;
};

/// A command line that can be copied, and what it does.
struct Example {
  const char* command;
  const char* effect;
};

/// The headings of commands in the help of `rung`. Those below another command have one heading there.
namespace section {
inline constexpr const char* everyday = "Everyday commands";
inline constexpr const char* results = "Look back and share";
inline constexpr const char* ladders = "Ladders";
inline constexpr const char* upkeep = "Stored files and help";
inline constexpr const char* below = "Commands";
inline constexpr const char* hidden = "";  ///< for other programs; neither listed nor suggested
}  // namespace section

/// A command of the program; or, without `declare`, the group of the commands whose names begin with its own.
struct Command {
  const char* name;     ///< as it is typed, such as `ladder check`
  const char* summary;  ///< its line in the help: an imperative of at most 52 cells
  void (*declare)(Options& options, Invocation& invocation);
  std::array<Example, 2> examples;
  HomeUse home = HomeUse::required;
  const char* section = section::below;
};

/// For Command::declare. `Given` holds the values of a command's options. It has `void declare(Options&)` and
/// `ExitCode run(const Scene&) const`, and `std::optional<Dialect> prompt() const` if it asks questions.
template <class Given>
void declare(Options& options, Invocation& invocation) {
  const auto given = std::make_shared<Given>();
  given->declare(options);
  invocation.run = [given](const Scene& scene) { return given->run(scene); };
  if constexpr (requires { given->prompt(); })
    options.check([given, &invocation] { invocation.prompt = given->prompt(); });
}

}  // namespace rung::cli
