#pragma once

#include <string>
#include <string_view>

#include <rung/import/outline.hpp>

namespace rung {

/// `markdown` without the quote and list markers of a line beyond those that nest it too deeply to be read: the parser
/// spends time and memory on each of them. What is under them is as deep as before, and lines stay where they are.
std::string limit_markers(std::string_view markdown, const ImportLimits& limits);

/// The first line that alone has more cells than a document may have, were it a row of a table; 0 when there is none.
int find_endless_row(std::string_view markdown, const ImportLimits& limits);

}  // namespace rung
