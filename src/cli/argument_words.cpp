#include "argument_words.hpp"

#include <algorithm>
#include <iterator>

namespace rung::cli {
namespace {

/// Whether `argument` is an option, of the command or of one above it, whose value is the argument behind it.
bool takes_next(const CLI::App* command, const std::string& argument) {
  if (argument.size() < 2 || command == nullptr) return false;
  const CLI::Option* option = command->get_option_no_throw(argument);
  return option != nullptr ? option->get_items_expected_min() > 0 : takes_next(command->get_parent(), argument);
}

}  // namespace

std::string word_after(const CLI::App& command, const std::vector<std::string>& arguments) {
  auto at = arguments.begin();
  if (command.get_parent() != nullptr) {
    at = std::find(at, arguments.end(), command.get_name());
    if (at != arguments.end()) ++at;
  }
  while (at != arguments.end() && !at->empty() && at->front() == '-' && *at != "--")
    at += takes_next(&command, *at) && std::next(at) != arguments.end() ? 2 : 1;
  return at == arguments.end() || *at == "--" ? std::string() : *at;
}

bool names_command_below(const CLI::App& command, const std::vector<std::string>& arguments,
                         const std::vector<std::string>& below) {
  auto at = std::find(arguments.begin(), arguments.end(), command.get_name());
  if (at != arguments.end()) ++at;
  while (at != arguments.end() && command.get_parent()->get_option_no_throw(at->substr(0, at->find('='))) != nullptr)
    at += takes_next(&command, *at) && std::next(at) != arguments.end() ? 2 : 1;
  return at != arguments.end() && std::find(below.begin(), below.end(), *at) != below.end();
}

}  // namespace rung::cli
