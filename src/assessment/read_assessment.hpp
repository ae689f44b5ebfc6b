#pragma once

#include <rung/assessment/assessment.hpp>
#include <rung/diagnostic/node_reader.hpp>

#include "fields.hpp"

namespace rung {

/// Complains unless the text is in a format that this program reads.
void check_format(Reading& reading, const Node& root);

/// The assessment that `root` holds. With `known`, that is its ladder, and what stands under `ladder` is not read.
Assessment read_assessment(Reading& reading, const Node& root, std::optional<Ladder> known);

}  // namespace rung
