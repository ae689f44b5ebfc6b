#pragma once

#include <string>
#include <string_view>

#include <rung/diagnostic.hpp>
#include <rung/diagnostic/node_reader.hpp>
#include <rung/ladder/ladder.hpp>

namespace rung {

/// Reads a ladder in the format `rung-ladder/1` (docs/ladder-format.md). `source` names the text in diagnostics.
/// All errors are collected, in the order of the text; there is a value only if there are none.
Parsed<Ladder> parse_ladder(std::string_view yaml, std::string_view source);

/// Reads a ladder from a parsed tree, such as the frozen copy in an assessment. `where` is the JSON pointer of `node`.
/// Diagnostics go to `reading`; the result is usable only if `reading.ok()`.
Ladder read_ladder(Reading& reading, const Node& node, const std::string& where);

}  // namespace rung
