#include <rung/cli/run.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <exception>
#include <variant>

#include <rung/store/diagnosed_error.hpp>
#include <rung/text/utf8.hpp>
#include <rung/text/wrap.hpp>

#include "commands/commands.hpp"
#include "questionnaire.hpp"

namespace rung::cli {
namespace {

void tell(const Scene& scene, const Error& error) {
  const auto* diagnosed = dynamic_cast<const DiagnosedError*>(&error);
  if (diagnosed != nullptr && !diagnosed->diagnostics().empty()) {
    say(scene, diagnosed->diagnostics());
    say(scene, Block{Line{}});
  }
  say(scene,
      wrap({{"rung: ", Style::bad}, {error.what(), Style::strong}}, scene.width, {{}, {{"      ", Style::plain}}}));
  if (!error.hint().empty()) {
    say(scene,
        wrap({{"hint: ", Style::strong}, {error.hint(), Style::plain}}, scene.width, {{}, {{"      ", Style::plain}}}));
  }
}

// Before the arguments are understood, only the environment says how to write.
Scene first_scene(const Environment& environment, const Ports& ports, ColourChoice colour) {
  Environment any = environment;
  any.variables.insert_or_assign("RUNG_HOME", ".");
  Scene scene = set_scene(any, ports, colour);
  return {environment, ports, {}, scene.out, scene.err, scene.width};
}

// `colour` is told as soon as it is known, for the message of whatever goes wrong later.
ExitCode run_or_throw(const Environment& environment, const Ports& ports, ColourChoice& colour) {
  const Invocation invocation = parse_arguments(environment.arguments);
  const auto* assess = std::get_if<AssessCommand>(&invocation.command);
  const bool speaks_in_lines =
      assess != nullptr && !assess->is_scripted() && choose_dialect(*assess, environment) == Dialect::lines;
  // Whoever needs whole lines gets no escape sequence before or after the questions either.
  colour = speaks_in_lines ? ColourChoice::never : invocation.colour;
  // Help must come even where no home can be found.
  if (const auto* print = std::get_if<PrintCommand>(&invocation.command))
    return run_command(*print, first_scene(environment, ports, colour));
  if (const auto* keys = std::get_if<HelpKeysCommand>(&invocation.command))
    return run_command(*keys, first_scene(environment, ports, colour));
  if (const auto* schema = std::get_if<LadderSchemaCommand>(&invocation.command))
    return run_command(*schema, first_scene(environment, ports, colour));
  const Scene scene = set_scene(environment, ports, colour);
  return std::visit([&scene](const auto& command) { return run_command(command, scene); }, invocation.command);
}

}  // namespace

std::string_view Environment::variable(std::string_view name) const {
  const auto found = variables.find(name);
  return found == variables.end() ? std::string_view() : std::string_view(found->second);
}

ExitCode run(const Environment& environment, const Ports& ports) noexcept {
  ColourChoice colour = ColourChoice::automatic;
  try {
    try {
      const ExitCode code = run_or_throw(environment, ports, colour);
      ports.close_out();
      return code;
    } catch (const Error& error) {
      tell(first_scene(environment, ports, colour), error);
      return error.code();
    }
  } catch (const std::exception& failure) {
    ports.err(fmt::format("rung: {}\n", make_visible(failure.what())));
    return ExitCode::input_output;
  }
}

}  // namespace rung::cli
