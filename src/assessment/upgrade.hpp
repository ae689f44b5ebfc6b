#pragma once

#include <string_view>

#include <rung/assessment/timestamp.hpp>
#include <rung/diagnostic/node.hpp>

namespace rung {

/// Upgrades the tree of an assessment from version 1 to the current version; any other is unchanged. `ladder_id` is the
/// id of its ladder if the tree does not have it.
void upgrade(Node& root, std::string_view ladder_id = {});

/// Upgrades a map of evidence that may have one `link` and no date: adds `links`, and `on` if it has no date.
void upgrade_evidence(Node& evidence, Date on);

}  // namespace rung
