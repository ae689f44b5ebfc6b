#pragma once

#include <string>
#include <string_view>

#include <rung/assessment/rating.hpp>
#include <rung/diagnostic/node_reader.hpp>
#include <rung/ladder/ladder.hpp>

namespace rung {

/// The points of a scale for a message: "1 Not yet, 2 Sometimes, 3 Consistently, 4 Beyond".
std::string list_points(const Scale& scale);

/// Reads {text, link, on}, the form of evidence that assessments and answers files share. `where` is the JSON pointer.
Evidence read_evidence_map(Reading& reading, const Node& node, const std::string& where);

/// Brings diagnostics into the order of the text.
void sort_by_place(Diagnostics& diagnostics);

}  // namespace rung
