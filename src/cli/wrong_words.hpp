#pragma once

#include <CLI/CLI.hpp>

#include <string>
#include <vector>

#include <rung/error.hpp>

namespace rung::cli {

/// The innermost command that was recognised.
const CLI::App& deepest(const CLI::App& app);

/// The command as it is typed, such as `rung ladder check`.
std::string path_of(const CLI::App& app);

/// The names of the commands below `app`.
std::vector<std::string> command_names(const CLI::App& app);

/// What to say of a word that is no command, option or argument of the innermost command: what was meant, or what there
/// is.
Error explain_unknown(const CLI::App& app, const std::string& word);

/// What to say when a command or an argument is missing, or stands there as a word that is none.
Error explain_missing(const CLI::App& app, const std::vector<std::string>& arguments, const CLI::RequiredError& error);

}  // namespace rung::cli
