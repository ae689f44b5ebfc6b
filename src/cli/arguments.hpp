#pragma once

#include <string>
#include <vector>

#include "command.hpp"

namespace rung::cli {

/// Reads the arguments. Throws Error(usage) with a hint, never an error of the parsing library.
Invocation parse_arguments(const std::vector<std::string>& arguments);

/// What `rung --help` prints.
std::string help_on_program();

/// The names of the commands below `group`: the last words of those whose name is `group` and one word more; for the
/// empty `group`, of those with one word.
std::vector<std::string> names_below(std::string_view group);

}  // namespace rung::cli
