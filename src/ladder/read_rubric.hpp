#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <rung/diagnostic/node_reader.hpp>
#include <rung/ladder/ladder.hpp>

namespace rung {

/// The scale under `scale` of the ladder, or the default one when there is none. Nothing when it was refused; then no
/// value can be held against it.
std::optional<Scale> read_scale(Reading& reading, MapReader& ladder);

/// The integer under `key` when it is a point of the scale; a diagnostic otherwise. Without a scale any value will do.
std::optional<int> read_scale_value(Reading& reading, MapReader& map, std::string_view key,
                                    const std::optional<Scale>& scale);

/// `floor` is the one to use when the ladder states none.
Gates read_gates(Reading& reading, MapReader& ladder, const std::optional<Scale>& scale, int floor);

/// The pillars with everything in them.
std::vector<Pillar> read_pillars(Reading& reading, MapReader& ladder, const std::optional<Scale>& scale);

}  // namespace rung
