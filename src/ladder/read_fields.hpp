#pragma once

#include <map>
#include <string>
#include <string_view>

#include <rung/diagnostic/node_reader.hpp>

namespace rung {

/// Text of one or more lines without the white space around it, so that it reads the same however it was quoted.
std::string read_prose(MapReader& map, std::string_view key);
std::string require_prose(MapReader& map, std::string_view key);
/// As above, for text that is shown on one line: a line break within is a diagnostic.
std::string read_line(Reading& reading, MapReader& map, std::string_view key);
std::string require_line(Reading& reading, MapReader& map, std::string_view key);

/// The `id` of the thing that `map` reads; empty after a complaint.
std::string read_id(Reading& reading, MapReader& map);

/// Where the names among neighbours were first given.
using Places = std::map<std::string, Position>;

/// Complains when `name` was given before, with both places.
void claim(Reading& reading, Places& places, const std::string& name, const Node& node, std::string message,
           std::string hint);

}  // namespace rung
