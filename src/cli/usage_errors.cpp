#include "usage_errors.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <rung/diagnostic/suggest.hpp>

#include "argument_words.hpp"
#include "log_words.hpp"

namespace rung::cli {
namespace {

/// The innermost command that was recognized.
const CLI::App& deepest(const CLI::App& app) {
  const auto chosen = app.get_subcommands();
  return chosen.empty() ? app : deepest(*chosen.front());
}

/// The command as it is typed, such as `rung ladder check`.
std::string path_of(const CLI::App& app) {
  return app.get_parent() == nullptr ? app.get_name()
                                     : fmt::format("{} {}", path_of(*app.get_parent()), app.get_name());
}

std::vector<std::string> list_command_names(const CLI::App& app) {
  std::vector<std::string> names;
  for (const CLI::App* sub : app.get_subcommands([](const CLI::App* one) { return !one->get_group().empty(); }))
    names.push_back(sub->get_name());
  return names;
}

std::vector<std::string> list_option_names(const CLI::App& app) {
  std::vector<std::string> names;
  for (const CLI::App* level = &app; level != nullptr; level = level->get_parent())
    for (const CLI::Option* option : level->get_options())
      for (const std::string& name : option->get_lnames()) names.push_back(fmt::format("--{}", name));
  return names;
}

Error explain_unknown(const CLI::App& app, const std::vector<std::string>& arguments, const std::string& word) {
  const CLI::App& command = deepest(app);
  std::string see = fmt::format("`{} --help` lists the options", path_of(command));
  if (const std::string logs = how_to_log(arguments); !logs.empty())
    see = logs;
  else if (command.get_name() == "log")
    see = "`rung log -- TEXT` logs a text that begins with a dash";
  if (!word.empty() && word.front() == '-') {
    const std::string hint = did_you_mean(word.substr(0, word.find('=')), list_option_names(command));
    return Error(ExitCode::usage, fmt::format("unknown option `{}`", word), hint.empty() ? see : hint);
  }
  const auto names = list_command_names(command);
  if (!names.empty()) {
    const std::string hint = did_you_mean(word, names);
    return Error(ExitCode::usage, fmt::format("unknown command `{}`", word),
                 hint.empty() ? fmt::format("commands: {}", fmt::join(names, ", ")) : hint);
  }
  return Error(ExitCode::usage, fmt::format("`{}` takes no further argument `{}`", path_of(command), word), see);
}

Error explain_missing(const CLI::App& app, const std::vector<std::string>& arguments, const std::string& message) {
  const CLI::App& command = deepest(app);
  const auto names = list_command_names(command);
  if (names.empty()) {
    const std::string needed = message.substr(0, message.find(" is required"));
    return Error(ExitCode::usage, fmt::format("`{}` needs {}", path_of(command), needed),
                 fmt::format("`{} --help` shows examples", path_of(command)));
  }
  if (const std::string word = word_after(command, arguments); !word.empty())
    return explain_unknown(app, arguments, word);
  return Error(ExitCode::usage, fmt::format("`{}` needs a command", path_of(command)),
               fmt::format("commands: {}", fmt::join(names, ", ")));
}

/// The library's messages begin with the name of the option that they are about.
std::string name_in_message(const std::string& message) { return message.substr(0, message.find_first_of(": ")); }

}  // namespace

Error explain_usage(const CLI::App& app, const std::vector<std::string>& arguments, const CLI::ParseError& error) {
  const std::string message = error.what();
  const std::string see = fmt::format("`{} --help` lists the options", path_of(deepest(app)));
  if (dynamic_cast<const CLI::ExtrasError*>(&error) != nullptr) {
    const auto extras = app.remaining(true);
    return explain_unknown(app, arguments, extras.empty() ? std::string() : extras.front());
  }
  if (dynamic_cast<const CLI::RequiredError*>(&error) != nullptr) return explain_missing(app, arguments, message);
  if (dynamic_cast<const CLI::ArgumentMismatch*>(&error) != nullptr) {
    const std::string name = name_in_message(message);
    // Of a flag, the library leaves the dashes out.
    if (message.ends_with("flag override"))
      return Error(ExitCode::usage, fmt::format("{}{} takes no value", name.starts_with('-') ? "" : "--", name), see);
    const bool is_repeated = message.find("At Most") != std::string::npos;
    return Error(ExitCode::usage, fmt::format("{} {}", name, is_repeated ? "can be given only once" : "needs a value"),
                 see);
  }
  if (dynamic_cast<const CLI::ValidationError*>(&error) != nullptr)
    return Error(ExitCode::usage, fmt::format("{} needs a value", name_in_message(message)), see);
  return Error(ExitCode::usage, message, see);
}

}  // namespace rung::cli
