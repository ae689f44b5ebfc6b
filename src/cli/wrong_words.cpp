#include "wrong_words.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <iterator>

#include <rung/diagnostic/suggest.hpp>

namespace rung::cli {
namespace {

std::vector<std::string> option_names(const CLI::App& app) {
  std::vector<std::string> names;
  for (const CLI::App* level = &app; level != nullptr; level = level->get_parent()) {
    for (const CLI::Option* option : level->get_options())
      for (const std::string& name : option->get_lnames()) names.push_back("--" + name);
  }
  return names;
}

/// Whether `argument` is an option, of the command or of one above it, whose value is the argument behind it.
bool takes_next(const CLI::App* command, const std::string& argument) {
  if (argument.size() < 2 || command == nullptr) return false;
  const CLI::Option* option = command->get_option_no_throw(argument);
  return option != nullptr ? option->get_items_expected_min() > 0 : takes_next(command->get_parent(), argument);
}

// The first argument that is neither an option nor the value of one, after the name of `command`; empty when there is
// none.
std::string word_after(const CLI::App& command, const std::vector<std::string>& arguments) {
  auto at = arguments.begin();
  if (command.get_parent() != nullptr) {
    at = std::find(at, arguments.end(), command.get_name());
    if (at != arguments.end()) ++at;
  }
  while (at != arguments.end() && !at->empty() && at->front() == '-')
    at += takes_next(&command, *at) && std::next(at) != arguments.end() ? 2 : 1;
  return at == arguments.end() ? std::string() : *at;
}

}  // namespace

const CLI::App& deepest(const CLI::App& app) {
  const auto chosen = app.get_subcommands();
  return chosen.empty() ? app : deepest(*chosen.front());
}

std::string path_of(const CLI::App& app) {
  return app.get_parent() == nullptr ? app.get_name() : path_of(*app.get_parent()) + " " + app.get_name();
}

std::vector<std::string> command_names(const CLI::App& app) {
  std::vector<std::string> names;
  for (const CLI::App* sub : app.get_subcommands([](const CLI::App*) { return true; }))
    names.push_back(sub->get_name());
  return names;
}

Error explain_unknown(const CLI::App& app, const std::string& word) {
  const CLI::App& command = deepest(app);
  const std::string see = fmt::format("`{} --help` tells what there is", path_of(command));
  if (!word.empty() && word.front() == '-') {
    const std::string hint = did_you_mean(word.substr(0, word.find('=')), option_names(command));
    return Error(ExitCode::usage, fmt::format("unknown option `{}`", word), hint.empty() ? see : hint);
  }
  const auto names = command_names(command);
  if (!names.empty()) {
    const std::string hint = did_you_mean(word, names);
    return Error(ExitCode::usage, fmt::format("unknown command `{}`", word),
                 hint.empty() ? fmt::format("commands: {}", fmt::join(names, ", ")) : hint);
  }
  return Error(ExitCode::usage, fmt::format("`{}` takes no further argument `{}`", path_of(command), word), see);
}

Error explain_missing(const CLI::App& app, const std::vector<std::string>& arguments, const CLI::RequiredError& error) {
  const CLI::App& command = deepest(app);
  const auto names = command_names(command);
  if (names.empty()) {
    const std::string message = error.what();
    const std::string needed = message.substr(0, message.find(" is required"));
    return Error(ExitCode::usage, fmt::format("`{}` needs {}", path_of(command), needed),
                 fmt::format("see `{} --help`", path_of(command)));
  }
  if (const std::string word = word_after(command, arguments); !word.empty()) return explain_unknown(app, word);
  return Error(ExitCode::usage, fmt::format("`{}` needs a command", path_of(command)),
               fmt::format("commands: {}", fmt::join(names, ", ")));
}

}  // namespace rung::cli
