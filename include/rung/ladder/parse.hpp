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

/// Reads a ladder from an already parsed tree, such as the frozen copy inside an assessment. `where` is the JSON
/// pointer of `node`. Complaints go to `reading`; the result is usable only when `reading.ok()`.
Ladder read_ladder(Reading& reading, const Node& node, const std::string& where);

}  // namespace rung
