#pragma once

#include <CLI/CLI.hpp>

#include <string>
#include <vector>

namespace rung::cli {

/// The first argument that is neither an option nor the value of one, after the name of `command`; empty when there is
/// none, or when `--` says that text follows.
std::string word_after(const CLI::App& command, const std::vector<std::string>& arguments);

/// Whether the name of one of the commands `below` stands right behind the name of `command`; only options of the
/// program itself may stand between.
bool names_command_below(const CLI::App& command, const std::vector<std::string>& arguments,
                         const std::vector<std::string>& below);

}  // namespace rung::cli
