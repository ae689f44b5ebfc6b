#pragma once

#include <optional>
#include <string>

#include <rung/assessment/assessment.hpp>
#include <rung/diagnostic/node_reader.hpp>

namespace rung {

/// N of the `rung-assessment/N` that the text states, however large; 0 for anything else.
int read_version(const Node& root);

/// The assessment in `root`, the tree of `source`. With `known`, that is its ladder, and `ladder` is not read.
Parsed<Assessment> read_assessment(const Source& source, const Node& root, std::optional<Ladder> known);

/// The evidence in a map, for assessments and answers files. `where` is its JSON pointer. With `today`, the date is
/// optional, and a single `link` is allowed in place of `links`.
Evidence read_evidence_map(Reading& reading, Node node, const std::string& where,
                           std::optional<Date> today = std::nullopt);

}  // namespace rung
