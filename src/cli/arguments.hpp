#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "command.hpp"

namespace rung::cli {

/// Reads the arguments. Throws Error(usage) with a hint, never an error of the parsing library.
Invocation parse_arguments(const std::vector<std::string>& arguments);

/// The help of the command that the words name; without words, that of the program.
Block lay_out_help_on(const std::vector<std::string>& command, int width);

/// What the arguments say as far as they go, whether or not something is missing or wrong.
struct PartialArguments {
  std::string command;               ///< the innermost one, such as `ladder check`; empty for none
  std::vector<OptionRow> rows;       ///< what it takes, and what every command takes
  std::vector<std::string> unknown;  ///< arguments that nothing takes
};
PartialArguments read_partial_arguments(const std::vector<std::string>& arguments);

/// The commands below `group`, hidden ones left out: those whose name is `group` and one word more; for the empty
/// `group`, those with one word.
std::vector<Command> commands_below(std::string_view group);
/// Their last words.
std::vector<std::string> names_below(std::string_view group);

}  // namespace rung::cli
