#include <rung/cli/run.hpp>

#include <fmt/format.h>

#include <exception>

#include <rung/text/utf8.hpp>

#include "arguments.hpp"
#include "messages.hpp"
#include "questionnaire.hpp"

namespace rung::cli {
namespace {

// `colour` is set as soon as it is known, for the message of whatever goes wrong later.
ExitCode run_or_throw(const Environment& environment, const Ports& ports, ColourChoice& colour) {
  const Invocation invocation = parse_arguments(environment.arguments);
  const bool asks_in_lines = invocation.prompt && choose_dialect(*invocation.prompt, environment) == Dialect::lines;
  // People who need whole lines get no escape sequence before or after the questions either.
  colour = asks_in_lines ? ColourChoice::never : invocation.colour;
  return invocation.run(set_scene(environment, ports, colour, invocation.home));
}

}  // namespace

ExitCode run(const Environment& environment, const Ports& ports) noexcept {
  ColourChoice colour = ColourChoice::automatic;
  try {
    try {
      const ExitCode code = run_or_throw(environment, ports, colour);
      ports.close_out();
      return code;
    } catch (const Error& error) {
      say(set_scene(environment, ports, colour, HomeUse::none), error);
      return error.code();
    }
  } catch (const std::exception& failure) {
    ports.err(fmt::format("rung: {}\n", make_visible(failure.what())));
    return ExitCode::input_output;
  }
}

}  // namespace rung::cli
