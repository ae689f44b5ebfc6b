#pragma once

#include <string_view>

#include <rung/assessment/timestamp.hpp>
#include <rung/diagnostic/node.hpp>

namespace rung {

/// Turns the tree of an assessment in version 1 into one in the present version; leaves any other as it is. `ladder_id`
/// is the id of its ladder where the tree does not hold it.
void upgrade(Node& root, std::string_view ladder_id = {});

/// Turns a map of evidence that may have one `link` and no date into one that has `links` and a date: `on` if it has
/// none.
void upgrade_evidence(Node& evidence, Date on);

}  // namespace rung
