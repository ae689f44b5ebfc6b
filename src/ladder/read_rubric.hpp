#pragma once

#include <string>
#include <vector>

#include <rung/diagnostic/node_reader.hpp>
#include <rung/ladder/ladder.hpp>

namespace rung {

/// The scale under `scale` of the ladder, or the default one. Complaints go to `reading`; when there are any the
/// default one comes back, so that reading can go on.
Scale read_scale(Reading& reading, MapReader& ladder);

/// The integer under `key` when it is a point of the scale; a diagnostic otherwise.
std::optional<int> read_scale_value(Reading& reading, MapReader& map, std::string_view key, const Scale& scale);

Gates read_gates(Reading& reading, MapReader& ladder, const Scale& scale, int target);

/// The pillars with everything in them.
std::vector<Pillar> read_pillars(Reading& reading, MapReader& ladder, const Scale& scale);

}  // namespace rung
