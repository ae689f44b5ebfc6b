#pragma once

#include <CLI/CLI.hpp>

#include <string>
#include <vector>

#include <rung/error.hpp>

namespace rung::cli {

/// What is wrong with the arguments, in our words, with a hint. `app` is the program, as far as it was parsed.
Error explain_usage(const CLI::App& app, const std::vector<std::string>& arguments, const CLI::ParseError& error);

}  // namespace rung::cli
