#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "help_page.hpp"

namespace rung::cli {

/// What `rung help` explains apart from commands.
std::vector<HelpEntry> list_help_topics();

/// The text of a topic that is a page of the documentation; absent for any other.
std::optional<std::string_view> find_manual_page(std::string_view topic);

}  // namespace rung::cli
